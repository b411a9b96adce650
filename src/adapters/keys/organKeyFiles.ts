import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrganKeys } from '../../app/ports/organKeys.ts';
import type { OrganId } from '../../core/role.ts';

/** Organs' signing keys as files `ORGAN.pem` of mode 0600 in `folder` (`DATA_DIR/keys`). */
export function createOrganKeyFiles(folder: string): OrganKeys {
  const privateKey = async (organ: OrganId): Promise<KeyObject> => {
    const file = join(folder, `${organ}.pem`);
    const pem = await readFile(file, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      await create(folder, file);
      return readFile(file, 'utf8');
    });
    return createPrivateKey(pem);
  };
  return {
    publicKey: async (organ) => {
      const key = createPublicKey(await privateKey(organ));
      const raw = key.export({ type: 'spki', format: 'der' }).subarray(-32);
      return {
        pem: key.export({ type: 'spki', format: 'pem' }).toString(),
        fingerprint: createHash('sha256').update(raw).digest('hex'),
      };
    },
    sign: async (organ, message) => sign(null, message, await privateKey(organ)),
  };
}

/** Written aside, synced and linked into place: of two that make a key at once, one wins and both use it. */
async function create(folder: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}.${Math.trunc(performance.now() * 1000)}`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    await handle.writeFile(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(aside, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(aside);
}
