import type { ImportedTable } from '../import/importTable.ts';
import type { RecipeColumn, StandardItem } from '../recipe/recipe.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { name } from '../sql.ts';
import { checked, written } from './checks.ts';
import type { FoundRows } from './foundRows.ts';
import { isPseudoId } from './pseudoIdOf.ts';
import { type RemovedValuesFinding, searchRemovedValues } from './removedValues.ts';

/** The item under which a column was first treated. */
export const itemOfRemoval = ({ treatments }: RecipeColumn): StandardItem =>
  treatments.map(({ item }) => item).toSorted((a, b) => a - b)[0] ?? 1;

export interface RemovedValuesCheck {
  readonly checks: readonly CheckReport[];
  readonly searched: readonly { readonly column: string; readonly values: number }[];
}

/** No telling value of a removed or replaced column stands in any cell of the output. */
export async function checkRemovedValues(
  run: Run,
  source: ImportedTable,
  columns: readonly RecipeColumn[],
  found: FoundRows,
  rare: number,
): Promise<RemovedValuesCheck> {
  const removed = columns.map((column) => ({
    column: column.name,
    sourceId: source.columns.find(({ name: header }) => header === column.name)?.id ?? '',
    outputId: isPseudoId(column) ? null : outputIdOf(found, column),
  }));
  const pseudoIds = columns.filter(isPseudoId).flatMap((column) => outputIdOf(found, column) ?? []);
  const findings = await searchRemovedValues(run, name(source.relation), removed, rare, pseudoIds);
  return {
    checks: findings.map((finding, index) => reportOf(finding, columns[index], found)),
    searched: findings.map(({ column, searched }) => ({ column, values: searched })),
  };
}

const outputIdOf = ({ ids, header }: FoundRows, column: RecipeColumn): string | null =>
  ids[header.indexOf(column.name)] ?? null;

function reportOf(finding: RemovedValuesFinding, column: RecipeColumn | undefined, found: FoundRows): CheckReport {
  const item = column ? itemOfRemoval(column) : 1;
  const hits = Object.entries(finding.hits);
  const cells = hits.reduce((sum, [, count]) => sum + count, 0);
  const where = hits.map(([id]) => found.header[found.ids.indexOf(id)]).join('」「');
  const text =
    finding.searched === 0
      ? `「${finding.column}」には、探すほど珍しい値がありません（短い値と、多くの記録がもつ値だけです）。`
      : cells === 0
        ? `「${finding.column}」の値 ${written(finding.searched)} 件は、出力のどのセルにもありません。`
        : `「${finding.column}」の値が、出力の「${where}」の ${written(cells)} セルに残っています。`;
  return checked(item, 'removedValues', cells === 0, text, { searched: finding.searched, cells });
}
