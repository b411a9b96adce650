import type { Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import type { Unencodable } from './findUnencodable.ts';
import type { ReleasedRows } from './releasedRows.ts';
import { charactersOf, patternOf } from './unencodablePattern.ts';

/**
 * Writes the replacement over the characters of the cells that can't be written, also in the table of who stands behind them.
 * @returns the column in which two values would have become one, and so what was counted no longer true; nothing was changed in it.
 */
export async function replaceUnencodable(
  run: Run,
  rows: ReleasedRows,
  found: readonly Unencodable[],
  { replacement, mark }: { readonly replacement: string; readonly mark: string },
): Promise<string | null> {
  for (const column of new Set(found.map((one) => one.column))) {
    const cell = name(rows.ids[rows.header.indexOf(column)] ?? '');
    const replaced = sql`regexp_replace(${cell}, ${patternOf(found, column)}, ${replacement.replaceAll('\\', '\\\\')}, 'g')`;
    const [values] = await run.rows<{ before: bigint; after: bigint }>(
      statement(
        sql`SELECT count(DISTINCT coalesce(${cell}, ${mark})) AS before, count(DISTINCT coalesce(${replaced}, ${mark})) AS after FROM released`,
      ),
    );
    if (values?.before !== values?.after) return column;
    for (const table of rows.holders ? ['released', 'holders'] : ['released'])
      await run.execute(statement(sql`UPDATE ${name(table)} SET ${cell} = ${replaced}`));
  }
  return null;
}

/** The texts of a column as they are written. */
export const replacedText = (found: readonly Unencodable[], column: string, replacement: string) => {
  const characters = new Set(charactersOf(found, column));
  return (text: string): string => [...text].map((one) => (characters.has(one) ? replacement : one)).join('');
};
