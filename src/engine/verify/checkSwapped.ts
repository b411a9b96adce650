import type { ImportedTable } from '../import/importTable.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import { checked, written } from './checks.ts';
import type { Expectation } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { plainCell, writtenTreatments } from './writtenCells.ts';

/** Data swapping makes and loses no value: of none are there more records in the output than in the source. */
export async function checkSwapped(
  run: Run,
  found: FoundRows,
  expected: Expectation,
  source: ImportedTable,
): Promise<CheckReport[]> {
  // Where characters were replaced for the encoding the values are no longer those of the source.
  if (expected.recipe.output.replacement !== null) return [];
  const checks: CheckReport[] = [];
  for (const { column, last } of writtenTreatments(expected)) {
    if (last.kind !== 'swap' || column.treatments.length > 1) continue;
    const given = name(source.columns.find((one) => one.name === column.name)?.id ?? '');
    const before = sql`SELECT ${given} AS value, count(*) AS n FROM ${name(source.relation)} GROUP BY ${given}`;
    const after = sql`SELECT ${plainCell(expected.recipe.output)} AS value, sum(n) AS n FROM cells WHERE id = ${idOf(found, column.name)} GROUP BY ALL`;
    const [row] = await run.rows<{ records: number }>(
      statement(
        sql`SELECT CAST(coalesce(sum(a.n - coalesce(b.n, 0)), 0) AS DOUBLE) AS records FROM (${after}) a LEFT JOIN (${before}) b ON b.value = a.value WHERE a.n > coalesce(b.n, 0)`,
      ),
    );
    const records = row?.records ?? 0;
    const finding =
      records === 0
        ? `「${column.name}」の値ごとの件数は、入れ替える前を超えません。値は増えも変わりもしていません。`
        : `「${column.name}」に、入れ替える前より多い値が ${written(records)} 件あります。`;
    checks.push(checked(last.item, 'swappedValues', records === 0, finding, { records }));
  }
  return checks;
}
