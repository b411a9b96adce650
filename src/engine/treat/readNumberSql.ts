import { type Sql, sql } from '../sql.ts';

const wide = '０１２３４５６７８９．，－＋';
const narrow = '0123456789.,-+';

/** Digits in any width as ASCII. */
export const narrowDigitsSql = (value: Sql): Sql => sql`translate(${value}, ${wide}, ${narrow})`;

/** Far enough below 2^53 for a band or a noise to stay exact. */
const mostExact = 2 ** 52;

const digits = '[0-9][0-9,]*(?:\\.[0-9]+)?';

/** The first number in a text as a DOUBLE: 116 of `116歳`, 90 of `90歳以上`, 1200 of `1,200万円`; null without one. */
export const readNumberSql = (value: Sql): Sql =>
  sql`TRY_CAST(replace(regexp_extract(${narrowDigitsSql(value)}, ${`^\\s*[-+]?${digits}|${digits}`}), ',', '') AS DOUBLE)`;

/** Figures in a notation of which the first digits say another number: 1e5, 0x1F, △5. */
const otherNotation = '[0-9][eExXｅＥｘＸ][-+]?[0-9]|[△▲]\\s*[0-9]';

/** Whether a text that is not empty holds no number, or one that `readNumberSql` may not read as it is meant. */
export const hasNoNumberSql = (value: Sql): Sql =>
  sql`(${value} <> '' AND (${readNumberSql(value)} IS NULL OR regexp_matches(${narrowDigitsSql(value)}, ${otherNotation})))`;

/** The text as a DOUBLE when it is a number and nothing else, and not too large to be exact; null otherwise. */
export const plainNumberSql = (value: Sql): Sql => {
  const text = sql`trim(${narrowDigitsSql(value)})`;
  return sql`CASE WHEN regexp_full_match(${text}, '[-+]?[0-9]+(\\.[0-9]+)?') AND abs(CAST(${text} AS DOUBLE)) <= ${mostExact} THEN CAST(${text} AS DOUBLE) END`;
};
