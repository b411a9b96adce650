import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { csvHierarchy } from './hierarchy/csvHierarchy.ts';
import type { Hierarchy } from './hierarchy/hierarchy.ts';
import { parseCsv } from './import/parseCsv.ts';
import { InputError } from './inputError.ts';
import type { HierarchyFile, TextEncodingName } from './recipe/recipe.ts';

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
 * The rows of a hierarchy file as they stand there.
 * @throws InputError when it can't be read as text of its encoding.
 */
export async function readHierarchyRows(folder: string, column: string, file: HierarchyFile): Promise<string[][]> {
  const place = `列「${column}」の階層 ${file.csv}`;
  const records = parseCsv(
    decode(place, await readBytes(place, resolve(folder, file.csv)), file.encoding),
    file.delimiter,
  );
  const faulty = records.find(({ fault }) => fault);
  if (faulty) throw new InputError(place, `${faulty.line} 行目の引用符が正しく閉じていません。`);
  return records.map(({ fields }) => [...fields]);
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
