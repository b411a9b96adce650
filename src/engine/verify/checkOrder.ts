import type { ImportedTable } from '../import/importTable.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { checked, written } from './checks.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { checkRowOrder, correlateOrder } from './rowOrder.ts';

/** The order of the rows holds nothing of the source: it would link both (規則62条3号). */
export async function checkOrder(run: Run, found: FoundRows, { recipe }: Expectation): Promise<CheckReport[]> {
  if (recipe.keptOrder !== null)
    return [checked(3, 'rowOrder', true, `行の順は元のデータのままです（理由: ${recipe.keptOrder}）。`)];
  const { scattered, misplaced } = await checkRowOrder(run, found, recipe.seed);
  const passed = scattered === 0 && misplaced === 0;
  const finding = passed
    ? '行の順は、出力の行の内容だけから鍵付きで決まり、元のデータの順を含みません。'
    : `行の順が、出力の行の内容から決まる順と ${written(scattered + misplaced)} か所で違います。`;
  return [checked(3, 'rowOrder', passed, finding, { scattered, misplaced })];
}

/** Standard deviations beyond which chance is no explanation: fewer than 37 rows never reach them. */
const deviations = 6;

/** The rows that can be told apart by the columns that pass unchanged do not stand in the order of the source. */
export async function checkSourceOrder(
  run: Run,
  source: ImportedTable,
  found: FoundRows,
  expected: Expectation,
): Promise<CheckReport[]> {
  if (expected.recipe.keptOrder !== null) return [];
  const unchanged = writtenColumns(expected).filter(
    ({ name, treatments }) => treatments.length === 0 && (expected.levels[name] ?? 0) === 0,
  );
  const pairs = unchanged.map(({ name }) => {
    const sourceId = source.columns.find((column) => column.name === name)?.id ?? '';
    return [idOf(found, name), sourceId] as const;
  });
  const { matched, correlation } = await correlateOrder(run, source.numberedRelation, pairs);
  const passed = correlation === null || Math.abs(correlation) * Math.sqrt(matched - 1) < deviations;
  const finding =
    correlation === null
      ? '出力と元のデータの両方で他と見分けられる行がないため、行の順を比べる必要はありません。'
      : `見分けられる ${written(matched)} 行で、出力と元のデータの行の順の相関は ${correlation.toFixed(3)} です。`;
  return [checked(3, 'sourceOrder', passed, finding, { matched, correlation })];
}
