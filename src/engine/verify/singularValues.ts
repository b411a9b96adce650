import type { SingularValues } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { sql, statement } from '../sql.ts';
import type { FoundRows } from './foundRows.ts';

const examples = 20;

/** Per column of the output: the values that fewer than `rare` records hold (特異な記述等の候補, 規則62条4号). */
export async function listSingularValues(run: Run, found: FoundRows, rare: number): Promise<SingularValues[]> {
  const totals = await run.rows<{ id: string; values: number; records: number }>(
    statement(
      sql`SELECT id, CAST(count(*) AS DOUBLE) AS values, sum(n) AS records FROM cells WHERE n < ${rare} GROUP BY id`,
    ),
  );
  const rarest = await run.rows<{ id: string; value: string; records: number }>(
    statement(
      sql`SELECT id, value, n AS records FROM cells WHERE n < ${rare} QUALIFY row_number() OVER (PARTITION BY id ORDER BY n, value) <= ${examples} ORDER BY n, value`,
    ),
  );
  return found.ids.flatMap((id, index) => {
    const own = rarest.filter((one) => one.id === id).map(({ value, records }) => ({ value, records }));
    return totals
      .filter((total) => total.id === id)
      .map(({ values, records }) => ({ column: found.header[index] ?? '', values, records, examples: own }));
  });
}

/** Records that no other record of the output equals on all columns. */
export async function countAlone(run: Run): Promise<number> {
  const [row] = await run.rows<{ alone: number }>(
    statement(sql`SELECT CAST(count(*) FILTER (n = 1) AS DOUBLE) AS alone FROM found`),
  );
  return row?.alone ?? 0;
}
