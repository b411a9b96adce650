import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { FileStore } from '../../app/ports/fileStore.ts';
import { noSuchFile } from '../files/noSuchFile.ts';

/** A folder that is removed when the program ends. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tokumei-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Files that live as long as the program; a path is made only for the file that is asked for one. */
export function createMemoryFileStore(): FileStore {
  const files = new Map<string, Uint8Array>();
  let folder: Promise<string> | null = null;
  const get = async (digest: string): Promise<Uint8Array> => {
    const content = files.get(digest);
    if (!content) throw noSuchFile(digest);
    return content.slice();
  };
  return {
    async put(content) {
      const bytes = content instanceof Uint8Array ? content.slice() : new Uint8Array(await buffer(content));
      const digest = createHash('sha256').update(bytes).digest('hex');
      files.set(digest, bytes);
      return { digest, bytes: bytes.length };
    },
    get,
    async path(digest) {
      const content = await get(digest);
      folder ??= temporaryFolder();
      const path = join(await folder, digest);
      await writeFile(path, content);
      return path;
    },
  };
}
