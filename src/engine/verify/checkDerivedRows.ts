import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { joined, name, type Sql, sql, statement } from '../sql.ts';
import { checked, written } from './checks.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { isPseudoId } from './pseudoIdOf.ts';
import { markOf } from './writtenCells.ts';

interface ComparedColumn {
  readonly header: string;
  /** As it was read. */
  readonly found: Sql;
  /** As the recipe makes it of the source. */
  readonly made: Sql;
}

/**
 * The rows of the output are those that the recipe makes of the source, value by value: every value is generalized to
 * what its hierarchy says, and no row was changed, added or taken away. For pseudo-IDs, whose key is gone, see `checkPseudoIdMapping`.
 *
 * @param ids columns of the table `released`, in the order of the output; null where the recipe could not be applied again.
 */
export async function checkDerivedRows(
  run: Run,
  found: FoundRows,
  expected: Expectation,
  ids: readonly string[] | null,
): Promise<CheckReport[]> {
  if (ids === null) return [checked(null, 'notDerived', true, notDerived)];
  const mark = markOf(expected.recipe.output);
  const columns = writtenColumns(expected).flatMap((column, index): ComparedColumn[] =>
    isPseudoId(column)
      ? []
      : [
          {
            header: column.name,
            found: name(idOf(found, column.name)),
            made: sql`coalesce(${name(ids[index] ?? '')}, ${mark})`,
          },
        ],
  );
  if (columns.length === 0) return [];
  const records = await countForeign(run, columns);
  if (records === 0)
    return [
      checked(null, 'derivedRows', true, '出力のどの行も、元のデータに手順書をもう一度当てた結果と一致します。', {
        records,
      }),
    ];
  const changed: string[] = [];
  for (const column of columns) if ((await countForeign(run, [column])) > 0) changed.push(column.header);
  const where = changed.length > 0 ? `「${changed.join('」「')}」の値が違います` : '値の組合せが違います';
  const finding = `元のデータに手順書をもう一度当てた結果にない行が、出力に ${written(records)} 行あります（${where}）。`;
  return [checked(null, 'derivedRows', false, finding, { records })];
}

const notDerived =
  '手順書が使うファイル（階層、対象者の一覧）が報告書にないため、元のデータに手順書をもう一度当てて比べることはしていません。--recipe で手順書を示すと比べます。';

/** Rows of the output beyond those that the recipe makes, looking at some columns only, and those that it lacks. */
async function countForeign(run: Run, columns: readonly ComparedColumn[]): Promise<number> {
  const keys = joined(columns.map((_, index) => name(`k${index}`)));
  const named = (of: 'found' | 'made') =>
    joined(columns.map((column, index) => sql`${column[of]} AS ${name(`k${index}`)}`));
  const grouped = (from: Sql) => sql`SELECT ${keys}, sum(n) AS n FROM (${from}) GROUP BY ${keys}`;
  const output = grouped(sql`SELECT ${named('found')}, n FROM found`);
  const made = grouped(sql`SELECT ${named('made')}, n FROM released`);
  const [row] = await run.rows<{ records: number }>(
    statement(
      sql`SELECT CAST(coalesce(greatest(sum(greatest(d, 0)), sum(greatest(-d, 0))), 0) AS DOUBLE) AS records FROM (SELECT coalesce(f.n, 0) - coalesce(m.n, 0) AS d FROM (${output}) f FULL JOIN (${made}) m USING (${keys}))`,
    ),
  );
  return row?.records ?? 0;
}
