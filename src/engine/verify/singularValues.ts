import type { SingularValues } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import type { FoundRows } from './foundRows.ts';

const examples = 20;

/** Per column of the output: the values that fewer than `rare` records hold (特異な記述等の候補, 規則62条4号). */
export async function listSingularValues(run: Run, found: FoundRows, rare: number): Promise<SingularValues[]> {
  const all: SingularValues[] = [];
  for (const [index, id] of found.ids.entries()) {
    const values = sql`SELECT ${name(id)} AS value, sum(n) AS records FROM found GROUP BY value HAVING sum(n) < ${rare}`;
    const [total] = await run.rows<{ values: number; records: number }>(
      statement(
        sql`SELECT CAST(count(*) AS DOUBLE) AS values, CAST(coalesce(sum(records), 0) AS DOUBLE) AS records FROM (${values})`,
      ),
    );
    if (!total || total.values === 0) continue;
    const rarest = await run.rows<{ value: string; records: number }>(
      statement(
        sql`SELECT value, CAST(records AS DOUBLE) AS records FROM (${values}) ORDER BY records, value LIMIT ${examples}`,
      ),
    );
    all.push({ column: found.header[index] ?? '', ...total, examples: rarest });
  }
  return all;
}

/** Records that no other record of the output equals on all columns. */
export async function countAlone(run: Run): Promise<number> {
  const [row] = await run.rows<{ alone: number }>(
    statement(sql`SELECT CAST(count(*) FILTER (n = 1) AS DOUBLE) AS alone FROM found`),
  );
  return row?.alone ?? 0;
}
