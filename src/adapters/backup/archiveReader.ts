import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { BackupDamaged } from '../../app/ports/backups.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import type { KeptEntry } from './manifest.ts';
import { blockBytes, endBytes, padding, readTarHeader } from './tarHeader.ts';

/** An entry, and where its content begins. */
export interface FoundEntry extends KeptEntry {
  readonly at: number;
}

/** An open archive. */
export interface ArchiveReader {
  readonly bytes: number;
  /** Every entry with the digest of its content, after the whole file was read. @throws BackupDamaged CannotStart */
  scan(onEntry: (entry: FoundEntry) => void): Promise<readonly FoundEntry[]>;
  /** The content in pieces; an error at its end when it is not what the scan found. @throws BackupDamaged */
  read(entry: FoundEntry): AsyncGenerator<Buffer>;
  close(): Promise<void>;
}

const chunkBytes = 1024 * 1024;

async function readBytes(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

async function* readRange(handle: FileHandle, at: number, size: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; ) {
    const chunk = await readBytes(handle, at + done, Math.min(chunkBytes, size - done));
    if (chunk.length === 0) return;
    done += chunk.length;
    yield chunk;
  }
}

const cutOff = (bytes: number) =>
  new BackupDamaged(`ファイルが途中で切れています (${bytes} バイトで終わっています)。写し直してください。`);

async function readEnd(handle: FileHandle, at: number, bytes: number): Promise<void> {
  if (bytes < at + endBytes) throw cutOff(bytes);
  const end = await readBytes(handle, at, endBytes + 1);
  if (end.length !== endBytes || end.some((byte) => byte !== 0))
    throw new BackupDamaged(`ファイルの終わり (${at} バイト目から後) に、書いた覚えのない内容があります。`);
}

async function readHeader(handle: FileHandle, at: number, bytes: number) {
  if (bytes < at + blockBytes) throw at === 0 ? notOurs() : cutOff(bytes);
  const header = await readBytes(handle, at, blockBytes);
  if (at > 0 && header.every((byte) => byte === 0)) return null;
  const found = readTarHeader(header);
  if (!found)
    throw at === 0 ? notOurs() : new BackupDamaged(`${at} バイト目の見出しが、書いたときのままではありません。`);
  if (at + blockBytes + found.size + padding(found.size) > bytes) throw cutOff(bytes);
  return found;
}

const notOurs = () => new CannotStart('これは「tokumei backup」が書いたファイルではありません。');

async function digestOf(handle: FileHandle, name: string, at: number, size: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readRange(handle, at, size)) hash.update(chunk);
  const fill = await readBytes(handle, at + size, padding(size));
  if (fill.some((byte) => byte !== 0)) throw new BackupDamaged(`「${name}」の後の余白が書き換えられています。`);
  return hash.digest('hex');
}

/** Opens an archive for reading. @throws CannotStart when there is no such file. */
export async function openArchive(file: string): Promise<ArchiveReader> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(`「${file}」を読めません (${error.code})。ファイルの場所と権限を確かめてください。`);
  });
  const stats = await handle.stat();
  if (!stats.isFile()) {
    await handle.close();
    throw new CannotStart(`「${file}」はファイルではありません。`);
  }
  const bytes = stats.size;
  return {
    bytes,
    async scan(onEntry) {
      const entries: FoundEntry[] = [];
      let at = 0;
      for (let found = await readHeader(handle, at, bytes); found; found = await readHeader(handle, at, bytes)) {
        const { name, size } = found;
        const begin = at + blockBytes;
        const entry = { name, bytes: size, sha256: await digestOf(handle, name, begin, size), at: begin };
        entries.push(entry);
        onEntry(entry);
        at = begin + size + padding(size);
      }
      await readEnd(handle, at, bytes);
      return entries;
    },
    async *read({ name, at, bytes: size, sha256 }) {
      const hash = createHash('sha256');
      for await (const chunk of readRange(handle, at, size)) {
        hash.update(chunk);
        yield chunk;
      }
      if (hash.digest('hex') !== sha256)
        throw new BackupDamaged(`「${name}」の内容が、確かめてから読むまでの間に変わりました。`);
    },
    close: () => handle.close(),
  };
}
