import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PublicKey } from '../../app/ports/organKeys.ts';

/** An Ed25519 key in a file of mode 0600; made when it is asked for first. */
export interface SigningKeyFile {
  publicKey(): Promise<PublicKey>;
  /** A signature, 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

export function signingKeyFile(file: string): SigningKeyFile {
  const privateKey = async (): Promise<KeyObject> => {
    const pem = await readFile(file, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      await create(file);
      return readFile(file, 'utf8');
    });
    return createPrivateKey(pem);
  };
  return {
    async publicKey() {
      const key = createPublicKey(await privateKey());
      const raw = key.export({ type: 'spki', format: 'der' }).subarray(-32);
      return {
        pem: key.export({ type: 'spki', format: 'pem' }).toString(),
        fingerprint: createHash('sha256').update(raw).digest('hex'),
      };
    },
    sign: async (message) => sign(null, message, await privateKey()),
  };
}

/** Written aside, synced and linked into place: of two that make a key at once, one wins and both use it. */
async function create(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
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
