import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PublicKey } from '../../app/ports/organKeys.ts';
import { makeKeyFile } from './makeKeyFile.ts';

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
      await makeKeyFile(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
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
