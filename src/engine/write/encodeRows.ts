import type { ImportedTable } from '../import/importTable.ts';
import type { Refusal } from '../outcome.ts';
import type { OutputChoice } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import type { Expectation } from '../verify/expectation.ts';
import { describeUnencodable, findUnencodable, type Unencodable } from './findUnencodable.ts';
import { describePlaces, locateUnencodable } from './locateUnencodable.ts';
import type { ReleasedRows } from './releasedRows.ts';
import { replacedText, replaceUnencodable } from './replaceUnencodable.ts';

type ExpectedTexts = Pick<Expectation, 'distributions' | 'hierarchies'>;

/** What replacing characters changed of that which the verification expects, and what the report says of it. */
export interface EncodedRows<Expected> {
  readonly expectation: Expected;
  readonly notes: readonly string[];
  /** CSV of the cells of the source that hold replaced characters; null where none does. */
  readonly replacedFile: string | null;
}

/**
 * Makes the rows fit their encoding as the recipe asks: replaces what it does not have, or refuses naming all of it.
 * @param table of the source, where it is to be told on which of its lines the characters stand.
 */
export async function encodeRows<Expected extends ExpectedTexts>(
  run: Run,
  rows: ReleasedRows,
  output: OutputChoice,
  expectation: Expected,
  table: ImportedTable,
): Promise<EncodedRows<Expected> | { readonly refusal: Refusal }> {
  const found = await findUnencodable(run, rows, output);
  const [first] = found;
  if (!first) return { expectation, notes: [], replacedFile: null };
  const { replacement, suppressedAs: mark, encoding } = output;
  const located = await locateUnencodable(run, table, found);
  const inCells = found.some(({ place }) => place === 'cells');
  const listed = `${describeUnencodable(found)}。${inCells ? describePlaces(located) : ''}`;
  const refused = (advice: string): { readonly refusal: Refusal } => ({
    refusal: {
      code: 'unencodable',
      message: `出力の文字コード ${encoding} で書けない文字があります: ${listed}${advice}`,
      column: first.column,
      value: first.value,
      characters: found,
      places: located.count,
      rows: located.first,
    },
  });
  const fixed = found.some(({ place }) => place !== 'cells');
  if (replacement === null || fixed) return refused(fixed ? renameAdvice : choiceAdvice);
  const merged = await replaceUnencodable(run, rows, found, { replacement, mark });
  if (merged !== null)
    return refused(`置き換えると、列「${merged}」の違う値が同じ値になります。output → encoding を変えてください。`);
  const all = located.file === null ? '' : 'すべての箇所は unencodable.csv にあります。';
  const note = `文字コード ${encoding} にない文字を「${replacement}」に置き換えました: ${listed}${all}`;
  return {
    expectation: { ...expectation, ...replacedTexts(expectation, found, replacement) },
    notes: [note],
    replacedFile: located.file,
  };
}

const choiceAdvice =
  'output → encoding を utf-8-bom にするか、output → unencodable に { "replaceWith": "〓" } のように代わりの文字を書いてください。';
const renameAdvice = '列名と suppressedAs は置き換えません。output → encoding を変えるか、名前を変えてください。';

function replacedTexts({ distributions, hierarchies }: ExpectedTexts, found: readonly Unencodable[], by: string) {
  const textOf = (column: string) => replacedText(found, column, by);
  return {
    distributions: Object.fromEntries(
      Object.entries(distributions).map(([column, counts]) => [
        column,
        counts.map((count) => ({ ...count, value: count.value === null ? null : textOf(column)(count.value) })),
      ]),
    ),
    hierarchies: Object.fromEntries(
      Object.entries(hierarchies).map(([column, lines]) => [
        column,
        lines.map(([value = null, ...groups]) => [value === null ? null : textOf(column)(value), ...groups]),
      ]),
    ),
  };
}
