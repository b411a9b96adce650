import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { StoredFile } from '../../app/ports/fileStore.ts';
import type { ReleaseRef, ReleaseVault } from '../../app/ports/releaseVault.ts';
import { noSuchFile } from '../files/noSuchFile.ts';
import { syncFolder } from '../files/syncFolder.ts';
import { createReleaseKeyFiles } from './releaseKeyFiles.ts';
import { NotIntact, seal, unseal } from './sealedStream.ts';
import { wipeFolder } from './wipeFolder.ts';

const digestShape = /^[0-9a-f]{64}$/;
const nameOf = ({ organ, release }: ReleaseRef): string => `${organ}/of-${encodeURIComponent(release)}`;

/**
 * Encrypted files under `vault`, keys under `keys/releases`, plain files only under `work` of the data folder. What an
 * earlier program left in `work` is overwritten and removed: no other program may use the folder.
 */
export async function createReleaseVault(dataFolder: string): Promise<ReleaseVault> {
  const [vault, work] = [join(dataFolder, 'vault'), join(dataFolder, 'work')];
  const incoming = join(vault, 'incoming');
  await wipeFolder(work);
  await rm(incoming, { recursive: true, force: true });
  for (const folder of [incoming, work]) await mkdir(folder, { recursive: true, mode: 0o700 });
  const keys = await createReleaseKeyFiles(join(dataFolder, 'keys', 'releases'));

  const placeOf = (release: ReleaseRef, digest: string) => join(vault, nameOf(release), digest);
  const opened = async (release: ReleaseRef, digest: string) => {
    const key = await keys.key(release);
    const place = placeOf(release, digest);
    if (!(await isFile(place, digest))) throw noSuchFile(digest);
    return whole(unseal(createReadStream(place), key, nameOf(release)), digest);
  };
  return {
    async put(release, content) {
      const key = await keys.key(release);
      const aside = join(incoming, randomUUID());
      try {
        const stored = await writeSealed(aside, content, key, nameOf(release));
        const place = placeOf(release, stored.digest);
        await mkdir(dirname(place), { recursive: true, mode: 0o700 });
        await rename(aside, place);
        await syncFolder(dirname(place));
        return stored;
      } finally {
        await rm(aside, { force: true });
      }
    },
    has: (release, digest) => isFile(placeOf(release, digest), digest),
    get: async (release, digest) => buffer(await opened(release, digest)),
    extract: async (release, digest, path) =>
      pipeline(await opened(release, digest), createWriteStream(path, { mode: 0o600, flags: 'wx' })),
    async inPrivateFolder(task) {
      const folder = await mkdtemp(join(work, 'private-'));
      try {
        return await task(folder);
      } finally {
        await wipeFolder(folder);
      }
    },
    destroyKey: (release) => keys.destroy(release),
  };
}

const isFile = async (place: string, digest: string): Promise<boolean> =>
  digestShape.test(digest) && ((await stat(place).catch(() => null))?.isFile() ?? false);

type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** Seals into a synced file and answers what the plain bytes are. */
async function writeSealed(file: string, content: Content, key: Buffer, name: string): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted() {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const piece of seal(counted(), key, name)) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { digest: hash.digest('hex'), bytes };
}

/** The pieces, with an error at the end if they are not what the digest names. */
async function* whole(pieces: AsyncIterable<Uint8Array>, digest: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  } catch (error) {
    throw error instanceof NotIntact ? changed(digest, error.message) : error;
  }
  if (hash.digest('hex') !== digest) throw changed(digest, '名前と中身が合いません');
}

const changed = (digest: string, how: string): Error =>
  new Error(`保管されているファイル ${digest} を読めません（${how}）。バックアップから戻してください。`);
