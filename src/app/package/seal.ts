import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';

/**
 * The seal closes the whole archive: the archive's comment holds the signature over every byte before the comment, so
 * that no byte can change unseen, not even one that unpacking ignores.
 */
const sealPrefix = 'tokumei-seal:';
export const emptySeal = `${sealPrefix}${'0'.repeat(128)}`;
const endRecordBytes = 22;

/** Thrown when a file does not end as a sealed package does. */
export class NotSealed extends Error {
  override readonly name = 'NotSealed';
}

const messageOf = (digest: Buffer) => Buffer.concat([Buffer.from(`${sealPrefix}sha256:`), digest]);

async function digestBefore(file: string, end: number): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { end: end - 1 })) hash.update(chunk as Buffer);
  return hash.digest();
}

/** What the seal signs: 32 bytes of SHA-256 over all before the comment, behind a prefix. */
export async function sealedMessage(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  return messageOf(await digestBefore(file, size - emptySeal.length));
}

/** Puts the signature in the place of the empty seal. */
export async function writeSeal(file: string, signature: Uint8Array): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  try {
    await handle.write(`${sealPrefix}${Buffer.from(signature).toString('hex')}`, size - emptySeal.length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The signature in the seal. @throws NotSealed */
export async function readSeal(file: string): Promise<Buffer> {
  const { size } = await stat(file);
  const start = size - emptySeal.length - endRecordBytes;
  if (start < 0) throw new NotSealed('短すぎます');
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const text = buffer.toString('latin1', endRecordBytes);
    const isEnd = buffer.readUInt32LE(0) === 0x06054b50 && buffer.readUInt16LE(20) === emptySeal.length;
    if (!isEnd || !/^tokumei-seal:[0-9a-f]{128}$/.test(text)) throw new NotSealed('末尾に封印がありません');
    return Buffer.from(text.slice(sealPrefix.length), 'hex');
  } finally {
    await handle.close();
  }
}
