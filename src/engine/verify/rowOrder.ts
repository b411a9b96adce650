import type { Run } from '../run.ts';
import { joined, name, sql, statement } from '../sql.ts';
import { orderKey, placeSql } from '../write/rowSql.ts';
import type { FoundRows } from './foundRows.ts';

export interface RowOrderFinding {
  /** Distinct rows whose equal rows do not stand side by side. */
  readonly scattered: number;
  /** Distinct rows that stand before one with a smaller place. */
  readonly misplaced: number;
}

/** Whether the rows stand where the keyed hash of their own cells puts them, and so not where the source had them. */
export async function checkRowOrder(run: Run, found: FoundRows, seed: string): Promise<RowOrderFinding> {
  const place = placeSql(
    orderKey(seed),
    found.ids.map((id) => name(id)),
  );
  const [row] = await run.rows<{ scattered: number; misplaced: number }>(
    statement(
      sql`SELECT CAST(count(*) FILTER (last - first + 1 <> n) AS DOUBLE) AS scattered, CAST(count(*) FILTER (place < before) AS DOUBLE) AS misplaced FROM (SELECT first, last, n, place, lag(place) OVER (ORDER BY first) AS before FROM (SELECT first, last, n, ${place} AS place FROM found_all))`,
    ),
  );
  return { scattered: row?.scattered ?? 0, misplaced: row?.misplaced ?? 0 };
}

/**
 * Correlation between the places of rows in the output and in the source, over the rows that are alone in both on the
 * columns that pass unchanged.
 *
 * @param source view of the source with the column `row`.
 * @param pairs database column in the output and in the source.
 */
export async function correlateOrder(
  run: Run,
  source: string,
  pairs: readonly (readonly [string, string])[],
): Promise<{ readonly matched: number; readonly correlation: number | null }> {
  if (pairs.length === 0) return { matched: 0, correlation: null };
  const keys = pairs.map((_, index) => name(`key${index}`));
  const keyed = (ids: readonly string[]) => joined(ids.map((id, index) => sql`${name(id)} AS ${name(`key${index}`)}`));
  const outputs = sql`SELECT ${keyed(pairs.map(([id]) => id))}, any_value(first) AS o FROM found GROUP BY ${joined(keys)} HAVING sum(n) = 1`;
  const sources = sql`SELECT ${keyed(pairs.map(([, id]) => id))}, any_value(row) AS s FROM ${name(source)} GROUP BY ${joined(keys)} HAVING count(*) = 1`;
  const [row] = await run.rows<{ matched: number; correlation: number | null }>(
    statement(
      sql`SELECT CAST(count(*) AS DOUBLE) AS matched, CASE WHEN count(*) > 1 THEN corr(o, s) END AS correlation FROM (${outputs}) JOIN (${sources}) USING (${joined(keys)})`,
    ),
  );
  return { matched: row?.matched ?? 0, correlation: row?.correlation ?? null };
}
