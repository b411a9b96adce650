import type { OutputChoice } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import type { ReleasedRows } from './releasedRows.ts';
import { textEncodings } from './textEncoder.ts';

/** A character that the output encoding does not have, and where it stands. */
export interface Unencodable {
  readonly column: string;
  readonly value: string;
  readonly character: string;
}

/** The first value of the output, or header, that can't be written in its encoding; undefined when all can. */
export async function findUnencodable(
  run: Run,
  rows: ReleasedRows,
  output: OutputChoice,
): Promise<Unencodable | undefined> {
  if (output.format !== 'csv' || output.encoding !== 'cp932') return undefined;
  const { missing } = textEncodings[output.encoding];
  for (const column of rows.header) {
    const character = missing(column);
    if (character !== undefined) return { column, value: column, character };
  }
  for (const [index, id] of rows.ids.entries()) {
    const values = statement(
      sql`SELECT DISTINCT ${name(id)} FROM released WHERE regexp_matches(${name(id)}, '[^\\x00-\\x7f]') ORDER BY 1`,
    );
    for await (const [chunk = []] of run.stream(values))
      for (const value of chunk as string[]) {
        const character = missing(value);
        if (character !== undefined) return { column: rows.header[index] ?? '', value, character };
      }
  }
  const character = missing(output.suppressedAs);
  return character === undefined ? undefined : { column: 'suppressedAs', value: output.suppressedAs, character };
}
