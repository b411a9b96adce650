import { createHash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { KeyDestroyed, type ReleaseRef, type ReleaseVault } from '../../app/ports/releaseVault.ts';
import { noSuchFile } from '../files/noSuchFile.ts';
import { wipeFolder } from '../vault/wipeFolder.ts';

const nameOf = ({ organ, release }: ReleaseRef): string => JSON.stringify([organ, release]);

/** Files of releases that live as long as the program; only work on plain files uses the disk. */
export function createMemoryReleaseVault(): ReleaseVault {
  const kept = new Map<string, Map<string, Uint8Array>>();
  const closed = new Set<string>();
  const filesOf = (release: ReleaseRef): Map<string, Uint8Array> => {
    const files = kept.get(nameOf(release)) ?? new Map<string, Uint8Array>();
    kept.set(nameOf(release), files);
    return files;
  };
  const get = async (release: ReleaseRef, digest: string): Promise<Uint8Array> => {
    if (closed.has(nameOf(release))) throw new KeyDestroyed(release);
    const content = filesOf(release).get(digest);
    if (!content) throw noSuchFile(digest);
    return content.slice();
  };
  return {
    async put(release, content) {
      if (closed.has(nameOf(release))) throw new KeyDestroyed(release);
      const bytes = content instanceof Uint8Array ? content.slice() : new Uint8Array(await buffer(content));
      const digest = createHash('sha256').update(bytes).digest('hex');
      filesOf(release).set(digest, bytes);
      return { digest, bytes: bytes.length };
    },
    has: async (release, digest) => filesOf(release).has(digest),
    get,
    extract: async (release, digest, path) => writeFile(path, await get(release, digest), { mode: 0o600, flag: 'wx' }),
    async inPrivateFolder(work) {
      const folder = await mkdtemp(join(tmpdir(), 'tokumei-private-'));
      try {
        return await work(folder);
      } finally {
        await wipeFolder(folder);
      }
    },
    destroyKey: async (release) => void closed.add(nameOf(release)),
  };
}
