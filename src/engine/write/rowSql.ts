import { createHash } from 'node:crypto';
import { joined, raw, type Sql, sql } from '../sql.ts';

/**
 * One line of CSV without its end: a cell with the delimiter, a quote or a line end stands in quotes (RFC 4180). The row is
 * looked at as a whole, and its cells one by one only where it has any of these.
 */
export function lineSql(cells: readonly Sql[], delimiter: string): Sql {
  const [only, ...others] = cells;
  if (only && others.length === 0)
    return sql`CASE WHEN ${only} = '' OR ${isSpecial(only, delimiter)} THEN ${inQuotes(only)} ELSE ${only} END`;
  const all = joined(cells);
  const one = raw('x');
  const quotedCells = sql`list_transform([${all}], lambda x: CASE WHEN ${isSpecial(one, delimiter)} THEN ${inQuotes(one)} ELSE x END)`;
  return sql`CASE WHEN ${isSpecial(sql`concat(${all})`, delimiter)} THEN array_to_string(${quotedCells}, ${delimiter}) ELSE concat_ws(${delimiter}, ${all}) END`;
}

const isSpecial = (text: Sql, delimiter: string): Sql =>
  sql`(contains(${text}, ${delimiter}) OR contains(${text}, '"') OR contains(${text}, chr(10)) OR contains(${text}, chr(13)))`;

/** A lone empty cell stands in quotes too: without them its line is blank, and a blank line is no record. */
const inQuotes = (cell: Sql): Sql => sql`'"' || replace(${cell}, '"', '""') || '"'`;

/** The key of the order of the output, by its seed; the seed itself stands in no statement. */
export const orderKey = (seed: string): string => createHash('sha256').update(`order:${seed}`).digest('hex');

/**
 * Where a row stands in the output: 64 bits of SHA-256 over the key and the cells as they are written. It depends on the
 * output alone, so nothing of the order of the source remains; equal rows are neighbours.
 */
export const placeSql = (key: string, cells: readonly Sql[]): Sql =>
  sql`left(sha256(${key} || concat_ws(chr(31), ${joined(cells)})), 16)`;
