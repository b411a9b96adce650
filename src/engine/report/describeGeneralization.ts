import { describeLevel } from '../hierarchy/describeLevel.ts';
import type { RecipeColumn } from '../recipe/recipe.ts';
import { describeTreatment } from '../treat/describeTreatment.ts';

/** What the search reached in a column: its level in each part of the release, and the highest that there is. */
export interface ReachedLevels {
  readonly levels: readonly number[];
  readonly topLevel: number | null;
}

/**
 * How far a column was generalized, in the commission's words with the level: 一般化（年まで、5 刻み）. Null when it was not.
 * It says nothing that the values of the output don't show.
 */
export function describeGeneralization(column: RecipeColumn, { levels, topLevel }: ReachedLevels): string | null {
  const treated = column.treatments.flatMap((treatment) => {
    const described = describeTreatment(treatment);
    return described.technique === 'generalize' && described.setting !== null ? [described.setting] : [];
  });
  const used = [...new Set(levels)].toSorted((one, other) => one - other);
  const named = used.map((level) => wordOf(column, level, topLevel));
  const [only = '', ...more] = named;
  const searched = used.every((level) => level === 0)
    ? []
    : [more.length === 0 ? only : `記録により ${named.join('・')}`];
  const words = only === hidden && more.length === 0 ? [hidden] : [...treated, ...searched];
  return words.length === 0 ? null : `一般化（${words.join('、')}）`;
}

const hidden = 'すべての値を隠す';

function wordOf({ hierarchy }: RecipeColumn, level: number, topLevel: number | null): string {
  const word = describeLevel(hierarchy, level);
  if (word === '隠す') return hidden;
  if (word !== null) return word;
  return `区分の表の段階 ${level}${topLevel === null ? '' : `。最も粗い段階は ${topLevel}`}`;
}
