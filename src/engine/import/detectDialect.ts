import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { locateUndecodable } from './locateUndecodable.ts';
import { parseCsv } from './parseCsv.ts';
import type { TableSource } from './tableSource.ts';

/** How a CSV file seems to be written. */
export type Dialect = Pick<TableSource, 'encoding' | 'delimiter'>;

const headSize = 1 << 16;
const labels = { 'utf-8': 'utf-8', 'utf-8-bom': 'utf-8', cp932: 'shift_jis' } as const;

/**
 * Guesses the encoding from the byte order mark, or from whether the whole file is UTF-8, and the delimiter from the first lines.
 * The guess is checked when the file is read with it.
 */
export async function detectDialect(path: string, given: Partial<Dialect>): Promise<Dialect> {
  const head = await headOf(path);
  const encoding = given.encoding ?? (await encodingOf(path, head));
  return { encoding, delimiter: given.delimiter ?? delimiterOf(decoded(head, encoding)) };
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headSize), 0, headSize, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function encodingOf(path: string, head: Buffer): Promise<Dialect['encoding']> {
  const mark = head.subarray(0, 3).toString('hex');
  if (mark === 'efbbbf') return 'utf-8-bom';
  if (mark.startsWith('fffe') || mark.startsWith('feff')) return 'utf-16';
  const firstLines = head.subarray(0, head.lastIndexOf(10) + 1);
  const undecodable = isUtf8(firstLines) ? await locateUndecodable(path, 'utf-8') : { offset: 0 };
  return undecodable === undefined ? 'utf-8' : 'cp932';
}

function decoded(head: Buffer, encoding: Dialect['encoding']): string {
  const label = encoding === 'utf-16' ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : labels[encoding];
  return new TextDecoder(label).decode(head);
}

/** The delimiter that cuts most of the first lines into the same number of cells as the header, the most cells of all. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1 || text.length);
  const scores = [',', ';', '\t'].map((delimiter) => {
    const [header, ...records] = parseCsv(lines, delimiter).slice(0, 200);
    const width = header?.fields.length ?? 1;
    const even = records.filter(({ fields }) => fields.length === width).length;
    return { delimiter, score: width > 1 ? (width * (even + 1)) / (records.length + 1) : 0 };
  });
  return scores.toSorted((one, other) => other.score - one.score)[0]?.delimiter ?? ',';
}
