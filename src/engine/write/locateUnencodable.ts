import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportedTable } from '../import/importTable.ts';
import { placedSql, type RowPlaces } from '../import/rowPlaces.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import type { Unencodable } from './findUnencodable.ts';
import { charactersOf, patternOf } from './unencodablePattern.ts';

/** A cell of the source that holds characters that can't be written. */
export interface UnencodablePlace {
  /** Line of the source on which the record begins, or its number where the source has no lines. */
  readonly line: number;
  readonly column: string;
  readonly characters: string;
}

export interface LocatedUnencodable {
  /** What `line` counts. */
  readonly unit: RowPlaces['unit'];
  readonly count: number;
  /** The first 1,000. */
  readonly first: readonly UnencodablePlace[];
  /** CSV (line, column, characters) of all of them in the folder of the run; null without any. */
  readonly file: string | null;
}

const kept = 1000;

/**
 * The cells of the source in which the characters stand, from its first line to its last, those of records that are left out
 * of the output among them. A character that comes from a hierarchy or from the recipe stands in none.
 */
export async function locateUnencodable(
  run: Run,
  table: ImportedTable,
  found: readonly Unencodable[],
): Promise<LocatedUnencodable> {
  const first: UnencodablePlace[] = [];
  let count = 0;
  const { unit } = table.places;
  const cells = searchedCells(table, found);
  if (cells.length === 0) return { unit, count, first, file: null };
  const path = join(run.folder, 'unencodable.csv');
  const file = await open(path, 'w');
  try {
    await file.write(`\uFEFF${unit.slice(0, 1)},項目,文字\r\n`);
    const rows = placedSql(table.places, joined(cells, ' UNION ALL '));
    for await (const chunk of run.stream(
      statement(sql`SELECT place, header, value FROM (${rows}) ORDER BY place, c`),
    )) {
      const places = placesIn(chunk, found);
      count += places.length;
      first.push(...places.slice(0, kept - first.length));
      await file.write(places.map(lineOf).join(''));
    }
  } finally {
    await file.close();
  }
  return { unit, count, first, file: count > 0 ? path : null };
}

/** One query per column: `row`, `c` (its place among the columns), `header`, `value`. */
function searchedCells({ numberedRelation, columns }: ImportedTable, found: readonly Unencodable[]): Sql[] {
  const inCells = found.filter(({ place }) => place === 'cells');
  return columns.flatMap(({ name: header, id }, index) =>
    inCells.some(({ column }) => column === header)
      ? [
          sql`SELECT row, ${raw(String(index))} AS c, ${header} AS header, ${name(id)} AS value FROM ${name(numberedRelation)} WHERE regexp_matches(${name(id)}, ${patternOf(inCells, header)})`,
        ]
      : [],
  );
}

function placesIn(
  [places = [], headers = [], values = []]: readonly (readonly unknown[])[],
  found: readonly Unencodable[],
) {
  return places.map((place, index): UnencodablePlace => {
    const column = String(headers[index]);
    const sought = charactersOf(found, column);
    const characters = sought.filter((one) => String(values[index]).includes(one)).join('');
    return { line: Number(place), column, characters };
  });
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const lineOf = ({ line, column, characters }: UnencodablePlace) => `${line},${quote(column)},${quote(characters)}\r\n`;

const shown = 20;

/** Where the characters stand in the source, in plain words. */
export function describePlaces({ unit, count, first }: LocatedUnencodable): string {
  if (count === 0) return '元のデータにはなく、階層か手順書に書かれた文字です。';
  const listed = [...Map.groupBy(first.slice(0, shown), ({ column }) => column)].map(
    ([column, places]) => `「${column}」の ${places.map(({ line }) => line).join('、')} ${unit}`,
  );
  const more = count > shown ? ` ほか ${(count - shown).toLocaleString('ja-JP')} か所` : '';
  return `元のデータでは、${listed.join('、')}${more}にあります。`;
}
