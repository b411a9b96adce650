import type { OutputChoice } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import type { ReleasedRows } from './releasedRows.ts';
import { textEncodings } from './textEncoder.ts';

/** A character that the output encoding does not have, and where it stands. */
export interface Unencodable {
  /** `header` and `mark`: the name of the column, and `suppressedAs`, which nothing may stand for. */
  readonly place: 'header' | 'mark' | 'cells';
  readonly column: string;
  readonly character: string;
  /** Records whose value holds it. */
  readonly records: number;
  /** One value that holds it. */
  readonly value: string;
}

/** Every character of the rows that can't be written in their encoding, by column; none when all can. */
export async function findUnencodable(run: Run, rows: ReleasedRows, output: OutputChoice): Promise<Unencodable[]> {
  if (output.format !== 'csv' || output.encoding !== 'cp932') return [];
  const { missing } = textEncodings[output.encoding];
  const isMissing = (character: string) => missing(character) !== undefined;
  const found: Unencodable[] = [];
  const named = (place: 'header' | 'mark', column: string, value: string) => {
    for (const character of new Set([...value].filter(isMissing)))
      found.push({ place, column, character, records: 0, value });
  };
  for (const column of rows.header) named('header', column, column);
  named('mark', 'suppressedAs', output.suppressedAs);
  for (const [index, id] of rows.ids.entries())
    found.push(...(await inColumn(run, id, rows.header[index] ?? '', isMissing)));
  return found;
}

async function inColumn(run: Run, id: string, column: string, isMissing: (character: string) => boolean) {
  const values = statement(
    sql`SELECT ${name(id)} AS value, CAST(sum(n) AS DOUBLE) FROM released WHERE regexp_matches(${name(id)}, '[^\\x00-\\x7f]') GROUP BY value ORDER BY value`,
  );
  const known = new Map<string, boolean>();
  const found = new Map<string, Unencodable>();
  const lacks = (character: string) => {
    const answer = known.get(character) ?? isMissing(character);
    known.set(character, answer);
    return answer;
  };
  for await (const [texts = [], counts = []] of run.stream(values))
    for (const [index, value] of (texts as string[]).entries())
      for (const character of new Set([...value].filter(lacks))) {
        const { records, ...first } = found.get(character) ?? { place: 'cells', column, character, value, records: 0 };
        found.set(character, { ...first, records: records + Number(counts[index] ?? 0) });
      }
  return found.values();
}

const shown = 20;

/** The characters in plain words. */
export function describeUnencodable(found: readonly Unencodable[]): string {
  const one = ({ place, column, character, records, value }: Unencodable) => {
    const code = `「${character}」（U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}）`;
    if (place === 'header') return `列名「${column}」の${code}`;
    if (place === 'mark') return `suppressedAs の${code}`;
    return `列「${column}」の${code} ${records.toLocaleString('ja-JP')} 件（例「${[...value].slice(0, 40).join('')}」）`;
  };
  return `${found.slice(0, shown).map(one).join('、')}${found.length > shown ? ` など ${found.length} 組` : ''}`;
}
