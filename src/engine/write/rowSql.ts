import { createHash } from 'node:crypto';
import { joined, type Sql, sql } from '../sql.ts';

/** One line of CSV without its end: a cell with the delimiter, a quote or a line end stands in quotes (RFC 4180). */
export const lineSql = (cells: readonly Sql[], delimiter: string): Sql =>
  sql`concat_ws(${delimiter}, ${joined(cells.map((cell) => cellSql(cell, delimiter, cells.length === 1)))})`;

/** A lone empty cell stands in quotes too: without them its line is blank, and a blank line is no record. */
const cellSql = (cell: Sql, delimiter: string, lone: boolean): Sql => {
  const special = sql`(contains(${cell}, ${delimiter}) OR contains(${cell}, '"') OR contains(${cell}, chr(10)) OR contains(${cell}, chr(13)))`;
  const inQuotes = sql`'"' || replace(${cell}, '"', '""') || '"'`;
  return sql`CASE WHEN ${lone ? sql`${cell} = '' OR ${special}` : special} THEN ${inQuotes} ELSE ${cell} END`;
};

/** The key of the order of the output, by its seed; the seed itself stands in no statement. */
export const orderKey = (seed: string): string => createHash('sha256').update(`order:${seed}`).digest('hex');

/**
 * Where a row stands in the output: 64 bits of SHA-256 over the key and the cells as they are written. It depends on the
 * output alone, so nothing of the order of the source remains; equal rows are neighbours.
 */
export const placeSql = (key: string, cells: readonly Sql[]): Sql =>
  sql`left(sha256(${key} || concat_ws(chr(31), ${joined(cells)})), 16)`;
