import { joined, name, raw, type Sql, sql } from './sql.ts';

/** Columns whose values are gathered in one scan; a statement of thousands of columns takes longer than its work. */
const together = 100;
/** Few stored columns are scanned one by one, in half the time; to plan that many scans of a wide table takes longer. */
const fewColumns = 30;

export interface DistinctOptions {
  /** Length of the shortest value that is asked for, in characters; all and suppressed cells unless given. */
  readonly shortest?: number;
  /** Whether the table is stored in the database, and not read from a file by each scan. */
  readonly stored?: boolean;
}

/**
 * The distinct values of columns as subqueries of `id` (of the column), `value` and the records `n`: one for each lot of
 * columns. The table has the number of its records as `n`.
 */
export function distinctValues(table: Sql, ids: readonly string[], { shortest, stored }: DistinctOptions = {}): Sql[] {
  const asked = (value: Sql) => (shortest === undefined ? raw('true') : sql`length(${value}) >= ${shortest}`);
  if (stored && ids.length > 0 && ids.length <= fewColumns) {
    const scans = ids.map(
      (id) =>
        sql`SELECT ${id} AS id, ${name(id)} AS value, CAST(sum(n) AS DOUBLE) AS n FROM ${table} WHERE ${asked(name(id))} GROUP BY ALL`,
    );
    return [sql`(${joined(scans, ' UNION ALL ')})`];
  }
  const lots = Array.from({ length: Math.ceil(ids.length / together) }, (_, index) =>
    ids.slice(index * together, (index + 1) * together),
  );
  return lots.map((lot) => {
    const named = sql`unnest([${joined(lot.map((id) => sql`${id}`))}]) AS id`;
    const values = sql`unnest([${joined(lot.map((id) => name(id)))}]) AS value`;
    return sql`(SELECT id, value, CAST(sum(n) AS DOUBLE) AS n FROM (SELECT ${joined([named, values, raw('n')])} FROM ${table}) WHERE ${asked(raw('value'))} GROUP BY id, value)`;
  });
}
