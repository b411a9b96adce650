import { joined, name, raw, type Sql, sql } from './sql.ts';

/** Columns whose values are gathered in one scan; a statement of thousands of columns takes longer than its work. */
const together = 100;

/**
 * The distinct values of columns as subqueries of `id` (of the column), `value` and the records `n`: one for each lot of
 * columns, each a single scan of the table, which has the number of its records as `n`.
 *
 * @param shortest length of the shortest value that is asked for, in characters; all and suppressed cells unless given.
 */
export function distinctValues(table: Sql, ids: readonly string[], shortest?: number): Sql[] {
  const lots = Array.from({ length: Math.ceil(ids.length / together) }, (_, index) =>
    ids.slice(index * together, (index + 1) * together),
  );
  return lots.map((lot) => {
    const named = sql`unnest([${joined(lot.map((id) => sql`${id}`))}]) AS id`;
    const values = sql`unnest([${joined(lot.map((id) => name(id)))}]) AS value`;
    const asked = shortest === undefined ? raw('true') : sql`length(value) >= ${shortest}`;
    return sql`(SELECT id, value, CAST(sum(n) AS DOUBLE) AS n FROM (SELECT ${joined([named, values, raw('n')])} FROM ${table}) WHERE ${asked} GROUP BY id, value)`;
  });
}
