import { type Sql, sql } from '../sql.ts';
import { narrowDigitsSql } from '../treat/readNumberSql.ts';

/** The shape of a number that the law makes an identification code (個人識別符号, 令1条2号, 規則4条). */
export interface CodeShape {
  readonly label: string;
  /** RE2; searched inside a value whose digits were made narrow. */
  readonly pattern: string;
}

const alone = (digits: string) => `(?:^|[^0-9A-Za-z])${digits}(?:$|[^0-9A-Za-z])`;

/** A check digit that fails clears no value: wrongly copied numbers still identify. */
export const codeShapes: readonly CodeShape[] = [
  { label: '個人番号・免許証番号（12 桁）', pattern: alone('[0-9]{4}[- ]?[0-9]{4}[- ]?[0-9]{4}') },
  { label: '住民票コード（11 桁）', pattern: alone('[1-9][0-9]{10}') },
  { label: '基礎年金番号（4 桁-6 桁）', pattern: alone('[0-9]{4}-[0-9]{6}') },
  { label: '雇用保険被保険者番号（4 桁-6 桁-1 桁）', pattern: alone('[0-9]{4}-[0-9]{6}-[0-9]') },
  { label: '旅券番号（英字 2・数字 7）', pattern: alone('[A-Z]{2}[0-9]{7}') },
  { label: '在留カード番号（英字 2・数字 8・英字 2）', pattern: alone('[A-Z]{2}[0-9]{8}[A-Z]{2}') },
];

/** Characters of the shortest value that can hold one. */
export const shortestCode = 9;

/** Whether a value holds one of the shapes; false for a suppressed cell. */
export const holdsCodeShapeSql = (value: Sql, shapes: readonly CodeShape[] = codeShapes): Sql => {
  const pattern = shapes.map((shape) => `(?:${shape.pattern})`).join('|');
  return sql`CASE WHEN length(${value}) >= ${shortestCode} THEN regexp_matches(${narrowDigitsSql(value)}, ${pattern}) ELSE false END`;
};
