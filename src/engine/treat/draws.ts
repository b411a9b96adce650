import { createHash } from 'node:crypto';
import { type Sql, sql } from '../sql.ts';

/** The key of the draws for one use, by the seed; the seed itself stands in no statement. */
export const drawKey = (use: string, seed: string): string =>
  createHash('sha256').update(`${use}:${seed}`).digest('hex');

/** A draw is one of so many whole numbers from 0, all equally likely; they are exact as a DOUBLE. */
export const drawRange = 2 ** 52;

/** The draw that belongs to a text: 52 bits of SHA-256 over the key and the text. */
export const drawSql = (key: string, of: Sql): Sql =>
  sql`CAST('0x' || left(sha256(${key} || CAST(${of} AS VARCHAR)), 13) AS UBIGINT)`;
