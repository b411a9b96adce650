import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fingerprintOf } from '../app/package/verifyPackage.ts';

/** What was named after `--key` is no key. */
export class KeyProblem extends Error {}

/** The fingerprint that somebody named: 64 digits, or a file that holds the public key. @throws KeyProblem */
export function fingerprintFrom(key: string): string {
  const digits = key.replace(/[\s:]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  if (!existsSync(key)) throw new KeyProblem(`--key 「${key}」は、64 桁の指紋でも、あるファイルでもありません。`);
  try {
    return fingerprintOf(createPublicKey(readFileSync(key)));
  } catch {
    throw new KeyProblem(`--key 「${key}」は公開鍵のファイルではありません。`);
  }
}
