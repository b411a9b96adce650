import { InputError } from '../inputError.ts';

/** The columns that a header names. */
export interface HeaderColumns {
  readonly names: readonly string[];
  /** The line ends with a delimiter: a last column without a name, which has to be empty in every row and is left out. */
  readonly namelessLast: boolean;
}

/** A wider table needs rows of the database that are longer than a block of it. */
const mostColumns = 2000;

/**
 * Names are kept exactly, blanks, width and case included.
 * @throws {InputError} naming the positions of empty and of equal names
 */
export function headerColumns(path: string, fields: readonly string[]): HeaderColumns {
  const namelessLast = fields.length > 1 && fields.at(-1) === '';
  const names = namelessLast ? fields.slice(0, -1) : fields;
  if (names.length > mostColumns)
    throw new InputError(
      path,
      `列が ${names.length.toLocaleString('ja-JP')} あり、扱える ${mostColumns.toLocaleString('ja-JP')} 列を超えます。区切り文字を確かめるか、要る列だけの表にしてください。`,
    );
  const empty = positions(names, (name) => name === '');
  if (empty.length > 0)
    throw new InputError(path, `見出しが空の列があります（${empty.join('、')}列目）。列に名前を付けてください。`);
  const marked = positions(names, (name) => name.startsWith('\uFEFF'));
  if (marked.length > 0)
    throw new InputError(
      path,
      `見出しの先頭に BOM（U+FEFF）があります（${marked.join('、')}列目）。見出しから取り除いてください。`,
    );
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    const places = positions(names, (name) => name === repeated).join('、');
    throw new InputError(path, `見出し「${repeated}」が${places}列目に重なっています。別の名前にしてください。`);
  }
  return { names, namelessLast };
}

const positions = (names: readonly string[], wanted: (name: string) => boolean) =>
  names.flatMap((name, index) => (wanted(name) ? [index + 1] : []));
