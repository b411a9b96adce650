import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { type ReadableCsv, readLines } from './csvView.ts';

/** Lines at the beginning of a file that show whether its rows repeat. */
const looked = 10_000;
/** Rows that hardly repeat are better read column by column, since most columns of such a file are not needed. */
const mostDistinct = 0.97;

/** Whether the rows of a file repeat, as far as its beginning shows. */
export function repeats(beginning: Buffer): boolean {
  const lines = beginning.toString('latin1').split('\n', looked);
  return new Set(lines).size <= mostDistinct * lines.length;
}

/**
 * Groups a file without quotes by its whole lines, several times faster than by its columns, and splits the distinct ones.
 *
 * @param places whether the table has `first` and `last` beside `n`
 * @returns the rows of the file.
 * @throws when a row has too few or too many cells.
 */
export async function groupLines(run: Run, file: ReadableCsv, table: string, places: boolean): Promise<number> {
  const lines = places
    ? sql`(SELECT line, row_number() OVER () - 1 AS place FROM ${readLines(file)})`
    : readLines(file);
  const counts = raw(places ? 'count(*) AS n, min(place) AS first, max(place) AS last' : 'count(*) AS n');
  const cells = Array.from(
    { length: file.width },
    (_, index) => sql`cells[${raw(String(index + 1))}] AS ${name(`c${index}`)}`,
  );
  const split = sql`string_split(line, ${file.delimiter})`;
  const checked = sql`CASE WHEN len(cells) = ${file.width} THEN cells ELSE error('a row has too few or too many cells') END AS cells`;
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE ${name(table)} AS SELECT ${joined(cells)}, * EXCLUDE (cells) FROM (SELECT * REPLACE (${checked}) FROM (SELECT * EXCLUDE (line), ${split} AS cells FROM (SELECT line, ${counts} FROM ${lines} GROUP BY line)))`,
    ),
  );
  return countRows(run, name(table));
}

async function countRows(run: Run, table: Sql): Promise<number> {
  const [row] = await run.rows<{ rows: number }>(
    statement(sql`SELECT CAST(coalesce(sum(n), 0) AS DOUBLE) AS rows FROM ${table}`),
  );
  return row?.rows ?? 0;
}
