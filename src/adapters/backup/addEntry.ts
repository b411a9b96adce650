import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { KeptEntry } from './manifest.ts';
import { padding, tarHeader } from './tarHeader.ts';

type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Adds a file to an archive, after those that stand there.
 * @throws Error when the content is not of that size: it changed while it was read.
 */
export async function addEntry(handle: FileHandle, name: string, size: number, content: Content): Promise<KeptEntry> {
  const hash = createHash('sha256');
  let bytes = 0;
  await handle.writeFile(tarHeader(name, size));
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
    await handle.writeFile(chunk);
  }
  if (bytes !== size) throw new Error(`${name} changed while it was read: ${bytes} bytes instead of ${size}`);
  await handle.writeFile(Buffer.alloc(padding(size)));
  return { name, bytes, sha256: hash.digest('hex') };
}
