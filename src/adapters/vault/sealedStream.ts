import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * AES-256-GCM over a stream, in pieces of 64 KiB: `TKV1`, a salt of 32 bytes, then each piece with its tag of 16 bytes.
 * Every file has a key of its own from the release's key and the salt, so that a piece's number is nonce enough; the last
 * piece is marked in its nonce. A piece that was changed, moved, left out or cut off is found before it is passed on.
 */
const magic = Buffer.from('TKV1');
const saltBytes = 32;
const pieceBytes = 64 * 1024;
const tagBytes = 16;

/** Thrown when a sealed file is not what was written, or was written under another key or name. */
export class NotIntact extends Error {
  override readonly name = 'NotIntact';
}

type Pieces = AsyncIterable<Uint8Array>;

/** @param name bound into the key: the same bytes under another name do not open */
const fileKey = (key: Uint8Array, salt: Uint8Array, name: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `tokumei-vault/1 ${name}`, 32));

function nonce(piece: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(piece, 7);
  bytes.writeUInt8(isLast ? 1 : 0, 11);
  return bytes;
}

/** The stream cut anew into pieces of one size; the last one, which may be empty, is marked. */
async function* piecesOf(content: Pieces, size: number): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of content) {
    held = Buffer.concat([held, chunk]);
    let at = 0;
    for (; held.length - at > size; at += size) yield { piece: held.subarray(at, at + size), isLast: false };
    held = Buffer.from(held.subarray(at));
  }
  yield { piece: held, isLast: true };
}

export async function* seal(content: Pieces, key: Uint8Array, name: string): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(saltBytes);
  const own = fileKey(key, salt, name);
  yield Buffer.concat([magic, salt]);
  let number = 0;
  for await (const { piece, isLast } of piecesOf(content, pieceBytes)) {
    const cipher = createCipheriv('aes-256-gcm', own, nonce(number, isLast));
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** The plain bytes of what `seal` wrote. @throws NotIntact */
export async function* unseal(content: Pieces, key: Uint8Array, name: string): AsyncGenerator<Uint8Array> {
  const { head, rest } = await splitHead(content);
  const own = fileKey(key, head.subarray(magic.length), name);
  let number = 0;
  for await (const { piece, isLast } of piecesOf(rest, pieceBytes + tagBytes)) {
    yield openPiece(piece, own, nonce(number, isLast));
    number += 1;
  }
}

async function splitHead(content: Pieces): Promise<{ head: Buffer; rest: Pieces }> {
  const pieces = content[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  while (held.length < magic.length + saltBytes) {
    const next = await pieces.next();
    if (next.done) throw new NotIntact('短すぎます');
    held = Buffer.concat([held, next.value]);
  }
  if (!held.subarray(0, magic.length).equals(magic)) throw new NotIntact('暗号化した保管の形ではありません');
  const head = held.subarray(0, magic.length + saltBytes);
  async function* rest() {
    yield held.subarray(head.length);
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { head, rest: rest() };
}

function openPiece(piece: Buffer, key: Buffer, iv: Buffer): Buffer {
  if (piece.length < tagBytes) throw new NotIntact('途中で切れています');
  const cipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  cipher.setAuthTag(piece.subarray(-tagBytes));
  try {
    return Buffer.concat([cipher.update(piece.subarray(0, -tagBytes)), cipher.final()]);
  } catch {
    throw new NotIntact('中身が変わっているか、別の鍵で暗号化されています');
  }
}
