import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { OrganKeys } from '../../app/ports/organKeys.ts';
import type { OrganId } from '../../core/role.ts';

/** Signing keys that live as long as the program. */
export function createMemoryOrganKeys(): OrganKeys {
  const keys = new Map<OrganId, KeyObject>();
  const privateKey = (organ: OrganId): KeyObject => {
    const key = keys.get(organ) ?? generateKeyPairSync('ed25519').privateKey;
    keys.set(organ, key);
    return key;
  };
  return {
    async publicKey(organ) {
      const key = createPublicKey(privateKey(organ));
      const raw = key.export({ type: 'spki', format: 'der' }).subarray(-32);
      const fingerprint = createHash('sha256').update(raw).digest('hex');
      return { pem: key.export({ type: 'spki', format: 'pem' }).toString(), fingerprint };
    },
    sign: async (organ, message) => sign(null, message, privateKey(organ)),
  };
}
