import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { csvHierarchy } from './hierarchy/csvHierarchy.ts';
import type { Hierarchy } from './hierarchy/hierarchy.ts';
import { parseCsv } from './import/parseCsv.ts';
import { InputError } from './inputError.ts';
import type { HierarchyFile, Recipe, TextEncodingName } from './recipe/recipe.ts';

const decoders: Readonly<Record<TextEncodingName, string>> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  cp932: 'shift_jis',
  'utf-16': 'utf-16le',
};

/**
 * Reads and checks a hierarchy file.
 * @throws InputError that names the column and the file, or the values that are wrong.
 */
export async function readHierarchyFile(folder: string, column: string, file: HierarchyFile): Promise<Hierarchy> {
  return csvHierarchy(column, await readHierarchyRows(folder, column, file));
}

/**
 * Column → hierarchy from a file, of every column that has one.
 * @throws InputError as `readHierarchyFile`.
 */
export async function readHierarchies({ folder, columns }: Recipe): Promise<ReadonlyMap<string, Hierarchy>> {
  const hierarchies = new Map<string, Hierarchy>();
  for (const { name: column, hierarchy } of columns)
    if (hierarchy.kind === 'csv') hierarchies.set(column, await readHierarchyFile(folder, column, hierarchy));
  return hierarchies;
}

/**
 * The rows of a hierarchy file as they stand there.
 * @throws InputError when it can't be read as text of its encoding.
 */
export async function readHierarchyRows(folder: string, column: string, file: HierarchyFile): Promise<string[][]> {
  return readTable(folder, `列「${column}」の階層 ${file.csv}`, file);
}

/** The rows of a file that stands beside the recipe. @param place what an error calls it. */
async function readTable(folder: string, place: string, file: HierarchyFile): Promise<string[][]> {
  const records = parseCsv(
    decode(place, await readBytes(place, resolve(folder, file.csv)), file.encoding),
    file.delimiter,
  );
  const faulty = records.find(({ fault }) => fault);
  if (faulty) throw new InputError(place, `${faulty.line} 行目の引用符が正しく閉じていません。`);
  return records.map(({ fields }) => [...fields]);
}

/**
 * Reads the keys that a list names: a file with a header, one row per person.
 * @returns one array per key column.
 * @throws InputError that names the file, and the column or line that is wrong.
 */
export async function readKeyList(folder: string, file: HierarchyFile, key: readonly string[]): Promise<string[][]> {
  const place = `一覧 ${file.csv}`;
  const [header = [], ...rows] = await readTable(folder, place, file);
  const missing = key.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new InputError(
      place,
      `見出しに「${missing.join('」「')}」がありません。見出しは「${header.join('」「')}」です。`,
    );
  const places = key.map((column) => header.indexOf(column));
  const empty = rows.findIndex((row) => places.some((at) => (row[at] ?? '').trim() === ''));
  if (empty >= 0) throw new InputError(place, `${empty + 1} 件目の「${key.join('」「')}」に空のところがあります。`);
  return places.map((at) => rows.map((row) => row[at] ?? ''));
}

async function readBytes(place: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError(
      place,
      `ファイルを読めません（${(error as NodeJS.ErrnoException).code ?? error}）。場所を確かめてください。`,
    );
  }
}

function decode(place: string, bytes: Buffer, encoding: TextEncodingName): string {
  try {
    const isBigEndian = encoding === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff;
    return new TextDecoder(isBigEndian ? 'utf-16be' : decoders[encoding], { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(place, `文字コード ${encoding} として読めない文字があります。encoding を確かめてください。`);
  }
}
