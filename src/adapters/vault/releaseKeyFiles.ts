import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { KeyDestroyed, type ReleaseRef } from '../../app/ports/releaseVault.ts';
import { syncFolder } from '../files/syncFolder.ts';
import { asideMark, makeKeyFile } from '../keys/makeKeyFile.ts';
import { overwrite } from './wipeFolder.ts';

/** Keys of releases, 32 random bytes each, as files of mode 0600; nothing else in the program holds them. */
export interface ReleaseKeyFiles {
  /** @throws KeyDestroyed */
  key(release: ReleaseRef): Promise<Buffer>;
  destroy(release: ReleaseRef): Promise<void>;
  /** Whether a release has its key, had one, or never had one here. */
  standing(release: ReleaseRef): Promise<'living' | 'destroyed' | 'none'>;
}

const keyBytes = 32;

/** @param folder `DATA_DIR/keys/releases`; what an earlier program did not finish there is removed */
export async function createReleaseKeyFiles(folder: string): Promise<ReleaseKeyFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder, { recursive: true }))
    if (name.includes(asideMark)) await rm(join(folder, name));
  const placeOf = ({ organ, release }: ReleaseRef) => join(folder, organ, `${encodeURIComponent(release)}.key`);
  const gravestone = (release: ReleaseRef) => `${placeOf(release)}.destroyed`;
  return {
    async key(release) {
      if (await exists(gravestone(release))) throw new KeyDestroyed(release);
      const file = placeOf(release);
      const key = (await readKey(file)) ?? (await createKey(file));
      if (key.length !== keyBytes)
        throw new Error(
          `鍵のファイル「${file}」が壊れています。この作成の元データ、加工の手順、加工の記録は読めません。`,
        );
      return key;
    },
    async destroy(release) {
      const file = placeOf(release);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await (await open(gravestone(release), 'a', 0o600)).close();
      await syncFolder(dirname(file));
      if (await exists(file)) await overwrite(file);
      await rm(file, { force: true });
      await syncFolder(dirname(file));
    },
    async standing(release) {
      if (await exists(gravestone(release))) return 'destroyed';
      return (await exists(placeOf(release))) ? 'living' : 'none';
    },
  };
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

const readKey = (file: string): Promise<Buffer | null> =>
  readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

async function createKey(file: string): Promise<Buffer> {
  await makeKeyFile(file, randomBytes(keyBytes));
  return readFile(file);
}
