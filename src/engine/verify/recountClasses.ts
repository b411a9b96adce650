import { type ClassSizes, classSizes } from '../report/classSizes.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';

/** The classes of the output, counted from the file. */
export interface RecountedClasses {
  readonly classes: number;
  readonly smallestClass: number | null;
  /** Records in classes smaller than k. */
  readonly recordsBelow: number;
  /** Records whose quasi-identifiers are all marked as suppressed: never a class. */
  readonly markedRecords: number;
  /** Classes of one record. */
  readonly uniques: number;
  readonly classSizes: readonly ClassSizes[];
}

/**
 * Counts the classes and leaves them as the table `classes`: the quasi-identifiers, `class` and `size`.
 *
 * @param quasi database columns of the quasi-identifiers.
 * @param mark what a suppressed record is written as; null when suppressed records are left out.
 */
export async function recountClasses(
  run: Run,
  quasi: readonly string[],
  mark: { readonly text: string } | null,
  k: number,
): Promise<RecountedClasses> {
  const cells = quasi.map((id) => name(id));
  const marked = markedSql(cells, mark);
  await run.execute(
    statement(
      sql`CREATE TABLE classes AS SELECT row_number() OVER () AS class, * FROM (SELECT ${joined([...cells, raw('sum(n) AS size')])} FROM found WHERE NOT ${marked} GROUP BY ALL) WHERE size > 0`,
    ),
  );
  const [counted] = await run.rows<Record<string, number | null>>(
    statement(
      sql`SELECT CAST(count(*) AS DOUBLE) AS classes, CAST(min(size) AS DOUBLE) AS smallest, CAST(count(*) FILTER (size = 1) AS DOUBLE) AS uniques, CAST(coalesce(sum(size) FILTER (size < ${k}), 0) AS DOUBLE) AS below, (SELECT CAST(coalesce(sum(n), 0) AS DOUBLE) FROM found WHERE ${marked}) AS marked FROM classes`,
    ),
  );
  const sizes = await run.rows<{ size: number; classes: number }>(
    statement(
      sql`SELECT CAST(size AS DOUBLE) AS size, CAST(count(*) AS DOUBLE) AS classes FROM classes GROUP BY size ORDER BY size`,
    ),
  );
  return {
    classes: counted?.classes ?? 0,
    smallestClass: counted?.smallest ?? null,
    recordsBelow: counted?.below ?? 0,
    markedRecords: counted?.marked ?? 0,
    uniques: counted?.uniques ?? 0,
    classSizes: classSizes(sizes, k),
  };
}

function markedSql(cells: readonly Sql[], mark: { readonly text: string } | null): Sql {
  if (!mark || cells.length === 0) return raw('false');
  return sql`(${joined(
    cells.map((cell) => sql`${cell} = ${mark.text}`),
    ' AND ',
  )})`;
}

/** Makes the table `histogram`: `class`, `size`, `value` and its records `c`, for one sensitive column. */
export async function makeHistogram(run: Run, quasi: readonly string[], sensitive: string): Promise<void> {
  const same = quasi.map((id) => sql`classes.${name(id)} = found.${name(id)}`);
  const on = same.length === 0 ? raw('true') : joined(same, ' AND ');
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE histogram AS SELECT class, CAST(any_value(size) AS DOUBLE) AS size, found.${name(sensitive)} AS value, CAST(sum(n) AS DOUBLE) AS c FROM found JOIN classes ON ${on} GROUP BY class, value`,
    ),
  );
}
