import { classViewer } from '../measure/classView.ts';
import { classCriteria, judgeClasses } from '../measure/judgeClasses.ts';
import { classSizes } from '../measure/measureNode.ts';
import type { DistinctTable } from './distinctTable.ts';
import { createGrouper } from './grouping.ts';
import type { Requirements } from './requirements.ts';

/** Which combinations stand in classes that meet every requirement at the levels. */
export interface KeptCombinations {
  /** Per combination: 1 = kept. */
  readonly kept: Uint8Array;
  readonly suppressedRecords: number;
  /** Null where classes are counted in records. */
  readonly suppressedPersons: number | null;
  readonly classes: number;
  readonly smallestClass: number | null;
}

export function keptCombinations(
  table: DistinctTable,
  requirements: Requirements,
  levels: readonly number[],
): KeptCombinations {
  const grouper = createGrouper(table);
  const grouping = grouper.group(levels, grouper.base);
  const view = classViewer(table);
  const verdict = judgeClasses(requirements.k, classCriteria(table, requirements), view)(grouping);
  const sizes = classSizes(view(grouping), verdict);
  const classes = grouper.classesOf(levels);
  const kept = new Uint8Array(table.combinations);
  for (let index = 0; index < kept.length; index++)
    kept[index] = 1 - (verdict.fails[classes[index] as number] as number);
  return {
    kept,
    suppressedRecords: verdict.suppressedRecords,
    suppressedPersons: table.persons ? verdict.suppressed : null,
    classes: sizes.reduce((sum, [, number]) => sum + number, 0),
    smallestClass: sizes[0]?.[0] ?? null,
  };
}

/** A key that two combinations share exactly when they are in the same class: a number while it is exact, else a text. */
export function classKey(
  { attributes, codes }: DistinctTable,
  levels: readonly number[],
): (combination: number) => number | string {
  const columns = attributes.map(({ levels: all }, index) => {
    const { groupOf = new Uint32Array(), groups = 1 } = all[levels[index] ?? 0] ?? {};
    return { groupOf, groups, values: codes[index] ?? new Uint32Array() };
  });
  const range = columns.reduce((product, { groups }) => product * groups, 1);
  const groupIn = ({ groupOf, values }: (typeof columns)[number], combination: number) =>
    groupOf[values[combination] ?? 0] ?? 0;
  if (range <= Number.MAX_SAFE_INTEGER)
    return (combination) => columns.reduce((key, column) => key * column.groups + groupIn(column, combination), 0);
  return (combination) => columns.map((column) => groupIn(column, combination)).join(',');
}
