import { InputError } from '../inputError.ts';
import type { FileEncoding, TableSource } from './tableSource.ts';

/** The first bytes of files that are no text, and what an official calls them. */
const signatures: readonly (readonly [string, string])[] = [
  ['504b0304', 'Excel（.xlsx）などのZIP形式'],
  ['504b0506', '空のZIP形式'],
  ['d0cf11e0a1b11ae1', '古いExcel（.xls）などの形式'],
  ['50415231', 'Parquet形式'],
  ['25504446', 'PDF形式'],
  ['1f8b', 'gzipで圧縮された形式'],
];

const marks: readonly (readonly [string, FileEncoding])[] = [
  ['efbbbf', 'utf-8-bom'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/**
 * The encoding of a text file by its first bytes and the encoding that was declared.
 * @throws {InputError} when the two contradict each other, or the file is no text.
 */
export function findEncoding(head: Buffer, { path, encoding }: TableSource): FileEncoding {
  if (head.length === 0) throw new InputError(path, 'ファイルが空です。');
  const hex = head.subarray(0, 8).toString('hex');
  const signature = signatures.find(([bytes]) => hex.startsWith(bytes));
  if (signature)
    throw new InputError(path, `${signature[1]}のファイルで、CSVではありません。CSVとして保存し直してください。`);
  const marked = marks.find(([bytes]) => hex.startsWith(bytes))?.[1];
  if (marked && !marked.startsWith(encoding.slice(0, 'utf-8'.length)))
    throw new InputError(path, `文字コードは ${encoding} とされていますが、先頭のBOMは ${marked} のものです。`);
  if (marked) return marked;
  if (encoding === 'utf-16')
    throw new InputError(path, 'UTF-16のファイルには先頭のBOM（FF FE または FE FF）が要りますが、ありません。');
  return encoding === 'cp932' ? 'cp932' : 'utf-8';
}

/** Bytes of the mark in front of the text. */
export const lengthOfMark = (encoding: FileEncoding) =>
  (marks.find(([, name]) => name === encoding)?.[0].length ?? 0) / 2;
