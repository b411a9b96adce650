import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { BackupDamaged } from '../../app/ports/backups.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);
/** Of a table, before compression; the last piece is shorter. */
const pieceBytes = 4 * 1024 * 1024;

/** What was seen of a table's rows. */
export interface SeenRows {
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

/** Rows pass by and are counted: in a text of COPY every row ends with a line feed, and none stands within a value. */
export function seeRows() {
  const hash = createHash('sha256');
  let [bytes, rows] = [0, 0];
  return {
    async *pass(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.length;
        for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) rows += 1;
        yield chunk;
      }
    },
    seen: (): SeenRows => ({ bytes, rows, sha256: hash.digest('hex') }),
  };
}

/** The digest and the count of rows that nobody keeps. */
export async function digestRows(content: AsyncIterable<Uint8Array>): Promise<SeenRows> {
  const { pass, seen } = seeRows();
  for await (const _ of pass(content));
  return seen();
}

/** Rows in pieces of one size, each compressed by itself, so that the size of each is known before it is written. */
export async function* piecesOf(rows: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [held, bytes]: [Uint8Array[], number] = [[], 0];
  for await (const chunk of rows) {
    held.push(chunk);
    bytes += chunk.length;
    for (; bytes >= pieceBytes; bytes -= pieceBytes) {
      const all = Buffer.concat(held);
      yield compress(all.subarray(0, pieceBytes));
      held = [all.subarray(pieceBytes)];
    }
  }
  if (bytes > 0) yield compress(Buffer.concat(held));
}

/** The rows of one piece. @throws BackupDamaged when it is no piece, or larger than any */
export async function expandPiece(name: string, piece: Uint8Array): Promise<Uint8Array> {
  return expand(piece, { maxOutputLength: pieceBytes }).catch(() => {
    throw new BackupDamaged(`「${name}」を展開できません。`);
  });
}

/** The longest that a compressed piece can be: what does not shrink grows by a little. */
export const longestPiece = pieceBytes + 64 * 1024;
