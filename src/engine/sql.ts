import type { SqlValue, Statement } from './run.ts';

/** A piece of a statement: text with the values that stand between its parts, in order. */
export interface Sql {
  readonly parts: readonly string[];
  readonly values: readonly SqlValue[];
}

const isSql = (value: Sql | SqlValue): value is Sql => typeof value === 'object' && value !== null && 'parts' in value;

/** Text that is no value: a name of ours or a keyword. Never text of a user. */
export const raw = (text: string): Sql => ({ parts: [text], values: [] });

/** Joins literal text, pieces and values into one piece; what is not a piece becomes a value. */
export function sql(texts: TemplateStringsArray, ...inserts: readonly (Sql | SqlValue)[]): Sql {
  const parts = [texts[0] ?? ''];
  const values: SqlValue[] = [];
  const append = (text: string) => parts.push((parts.pop() ?? '') + text);
  inserts.forEach((insert, index) => {
    if (isSql(insert)) {
      append(insert.parts[0] ?? '');
      parts.push(...insert.parts.slice(1));
      values.push(...insert.values);
    } else {
      parts.push('');
      values.push(insert);
    }
    append(texts[index + 1] ?? '');
  });
  return { parts, values };
}

/** Pieces one after another with text between them. */
export function joined(pieces: readonly Sql[], between = ', '): Sql {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  let open = '';
  for (const [index, piece] of pieces.entries()) {
    const [first = '', ...rest] = piece.parts;
    open += index === 0 ? first : between + first;
    for (const part of rest) {
      parts.push(open);
      open = part;
    }
    values.push(...piece.values);
  }
  return { parts: [...parts, open], values };
}

/** A quoted name of a column or table. */
export const name = (text: string): Sql => raw(`"${text.replaceAll('"', '""')}"`);

/** A value written into the text, for the few places of the dialect that take no values (options of COPY). */
export const quoted = (text: string): Sql => raw(`'${text.replaceAll("'", "''")}'`);

/** Numbers the values of a piece: `$1`, `$2` … */
export function statement({ parts, values }: Sql): Statement {
  const text = parts.map((part, index) => (index === 0 ? part : `$${index}${part}`)).join('');
  return { text, values };
}

/** Columns by which rows are grouped: rows of more columns hardly repeat, and grouping by them takes memory without end. */
export const mostGrouped = 100;
