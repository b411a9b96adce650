import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { InputError } from '../inputError.ts';
import { lengthOfMark } from './findEncoding.ts';
import { foreignText } from './foreignText.ts';
import { locateUndecodable } from './locateUndecodable.ts';
import type { FileEncoding } from './tableSource.ts';

/** Bytes read at a time. A piece without a line end is longer than any line the database reads without being told. */
const pieceSize = 1 << 19;

/** TextDecoder's name of each encoding. */
const labels = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  cp932: 'shift_jis',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
} as const satisfies Record<FileEncoding, string>;

/**
 * The text of a file as checked UTF-8, without a byte order mark, in pieces that end with a line feed wherever there is
 * one. A piece is valid until the next one is asked for.
 * @param onBytes is shown the raw bytes, all of them, in order
 * @throws {InputError} naming the byte when the file is not what its encoding says
 */
export async function* utf8Pieces(
  path: string,
  encoding: FileEncoding,
  onBytes: (bytes: Buffer) => void,
): AsyncGenerator<Buffer> {
  const texts = labels[encoding] === 'utf-8' ? rawPieces(path, onBytes) : decodedPieces(path, encoding, onBytes);
  let skipped = labels[encoding] === 'utf-8' ? lengthOfMark(encoding) : 0;
  let offset = 0;
  for await (const piece of linePieces(texts)) {
    refuseControls(path, piece, offset);
    offset += piece.length;
    if (labels[encoding] === 'utf-8' && !isUtf8(piece)) await refuseBytes(path, 'utf-8');
    const text = piece.subarray(skipped);
    skipped = 0;
    if (text.length > 0) yield text;
  }
}

async function* rawPieces(path: string, onBytes: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  const file = await open(path);
  const buffer = Buffer.allocUnsafe(pieceSize);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, pieceSize, null);
      if (bytesRead === 0) return;
      const bytes = buffer.subarray(0, bytesRead);
      onBytes(bytes);
      yield bytes;
    }
  } finally {
    await file.close();
  }
}

async function* decodedPieces(path: string, encoding: FileEncoding, onBytes: (bytes: Buffer) => void) {
  const decoder = new TextDecoder(labels[encoding], { fatal: true });
  const foreign = encoding === 'cp932' ? foreignText(['utf-8', 'euc-jp']) : undefined;
  try {
    for await (const bytes of rawPieces(path, onBytes)) {
      foreign?.add(bytes);
      const text = decoder.decode(bytes, { stream: true });
      yield Buffer.from(encoding === 'cp932' ? correctControls(text) : text);
    }
    yield Buffer.from(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) await refuseBytes(path, labels[encoding]);
    throw error;
  }
  const other = foreign?.found();
  if (other) throw new InputError(path, `文字コードは ${encoding} とされていますが、${other} で書かれています。`);
}

/** The decoder of Node for Shift_JIS takes three control characters for one another: what it gives → what was written. */
const controls: Readonly<Record<string, string>> = { '\u001C': '\u001A', '\u007F': '\u001C', '\u001A': '\u007F' };
const exchanged = new RegExp(`[${Object.keys(controls).join('')}]`, 'g');
const correctControls = (text: string) => text.replaceAll(exchanged, (control) => controls[control] ?? control);

/** Cuts a stream of bytes after line feeds, or where there is none, between characters of UTF-8. */
async function* linePieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(10) + 1 || bytes.length - lengthOfCutCharacter(bytes);
    yield bytes.subarray(0, end);
    rest = Buffer.from(bytes.subarray(end));
  }
  if (rest.length > 0) yield rest;
}

/** Bytes at the end that belong to a character of which more is to come. */
function lengthOfCutCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

async function refuseBytes(path: string, label: string): Promise<never> {
  const place = await locateUndecodable(path, label);
  const where = place ? `${place.offset}バイト目（${place.line}行目、0x${place.bytes}）` : '途中';
  const cutOff = place !== undefined && place.bytes.length < 8;
  const other = label === 'utf-8' && !cutOff && (await locateUndecodable(path, 'shift_jis')) === undefined;
  const advice = other ? 'CP932（Shift_JIS）としてなら読めます。' : '文字コードの指定を確かめてください。';
  throw new InputError(path, `文字コード ${label} として読めないバイトが${where}にあります。${advice}`);
}

/** A zero byte says that the file is no text; an escape sequence, that it is written in JIS (ISO-2022-JP). */
function refuseControls(path: string, text: Buffer, offset: number): void {
  const zero = text.indexOf(0);
  if (zero >= 0)
    throw new InputError(
      path,
      `値が0の文字があります（${offset + zero}バイト目）。CSVではないファイルか、文字コードの指定が違います（UTF-16など）。`,
    );
  if (text.includes('\u001B$B') || text.includes('\u001B$@'))
    throw new InputError(path, 'JIS（ISO-2022-JP）で書かれています。UTF-8かCP932で保存し直してください。');
}
