import type { SingularValues } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, sql, statement } from '../sql.ts';
import type { FoundRows } from './foundRows.ts';

const examples = 20;

/**
 * Per column of the output: the values that fewer than `rare` records hold (特異な記述等の候補, 規則62条4号).
 * @param telling database columns to look at; a pseudo-ID is rare by its nature and tells of nothing.
 */
export async function listSingularValues(
  run: Run,
  found: FoundRows,
  telling: readonly string[],
  rare: number,
): Promise<SingularValues[]> {
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
    if (!telling.includes(id)) return [];
    const own = rarest.filter((one) => one.id === id).map(({ value, records }) => ({ value, records }));
    return totals
      .filter((total) => total.id === id)
      .map(({ values, records }) => ({ column: found.header[index] ?? '', values, records, examples: own }));
  });
}

/** Records that no other record of the output equals on all telling columns. */
export async function countAlone(run: Run, found: FoundRows, telling: readonly string[]): Promise<number> {
  const whole = telling.length === found.ids.length;
  const rows = whole
    ? raw('found')
    : sql`(SELECT sum(n) AS n FROM found GROUP BY [${joined([raw("''"), ...telling.map((id) => name(id))])}])`;
  const [row] = await run.rows<{ alone: number }>(
    statement(sql`SELECT CAST(count(*) FILTER (n = 1) AS DOUBLE) AS alone FROM ${rows}`),
  );
  return row?.alone ?? 0;
}
