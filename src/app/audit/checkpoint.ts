import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { OrganId } from '../../core/role.ts';
import { canonicalJson } from './canonicalJson.ts';
import { beginning, form, type Link, sha256 } from './chainEntry.ts';

/** How many entries a checkpoint may be away from the one before, at most. */
export const checkpointEvery = 1_000;

/** The head of an organ's chain at a moment, to be signed. */
export interface Checkpoint extends Link {
  readonly organ: OrganId;
  /** The real time, in UTC. */
  readonly at: string;
  /** The 32 bytes of the Ed25519 public key, 64 hexadecimal digits. */
  readonly key: string;
  /** SHA-256 of the line of the checkpoint before, so that one signature answers for all before it. */
  readonly previous: string;
}

/** A checkpoint as it was read from its line. */
export interface SignedCheckpoint extends Checkpoint {
  readonly text: string;
  readonly signature: Buffer;
  readonly line: string;
}

const opening = '{"checkpoint":';
const middle = ',"signature":"';
const ending = '"}';
const signatureDigits = 128;

/** What a checkpoint holds of the one before it; the first of an organ follows none. */
export const digestOf = (before: SignedCheckpoint | null): string => (before ? sha256(before.line) : beginning.hash);

/** Who signs which organ's chain, and when. */
interface Signing {
  readonly organ: OrganId;
  readonly at: Date;
  /** SubjectPublicKeyInfo of the Ed25519 key. */
  readonly pem: string;
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
}

/** Signs the head of a chain; the line is the same in the database, in the file beside it and in every export. */
export async function signHead(
  { number, hash }: Link,
  before: SignedCheckpoint | null,
  { organ, at, pem, sign }: Signing,
): Promise<SignedCheckpoint> {
  const content = { organ, number, hash, at: at.toISOString(), key: keyDigits(pem), previous: digestOf(before) };
  const text = canonicalJson({ form, ...content });
  const signature = Buffer.from(await sign(Buffer.from(text)));
  return { ...content, text, signature, line: `${opening}${text}${middle}${signature.toString('hex')}${ending}` };
}

/** Reads the line of a checkpoint; null if it is none. */
export function readCheckpoint(line: string): SignedCheckpoint | null {
  const end = line.length - ending.length - signatureDigits - middle.length;
  const text = line.slice(opening.length, end);
  const signature = line.slice(end + middle.length, -ending.length);
  if (!/^[0-9a-f]{128}$/.test(signature) || line !== `${opening}${text}${middle}${signature}${ending}`) return null;
  const content = contentOf(text);
  return content && { ...content, text, signature: Buffer.from(signature, 'hex'), line };
}

const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

function contentOf(text: string): Checkpoint | null {
  try {
    const read = JSON.parse(text) as Checkpoint & { readonly form: number };
    const { organ, number, hash, at, key, previous } = read;
    const isSound =
      read.form === form &&
      typeof organ === 'string' &&
      typeof at === 'string' &&
      Number.isSafeInteger(number) &&
      number > 0 &&
      [hash, key, previous].every(isHash);
    return isSound ? { organ, number, hash, at, key, previous } : null;
  } catch {
    return null;
  }
}

/** What stands before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex');

const keyOf = (key: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([spki, Buffer.from(key, 'hex')]), format: 'der', type: 'spki' });

/** The 32 bytes of an Ed25519 public key, as a checkpoint names it. @param pem SubjectPublicKeyInfo */
const keyDigits = (pem: string): string =>
  createPublicKey(pem).export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');

/** Whether the signature of a checkpoint is of the key that it names. */
export const isSigned = ({ key, text, signature }: SignedCheckpoint): boolean =>
  verify(null, Buffer.from(text), keyOf(key), signature);

/** SHA-256 of the 32 bytes of a key: by this a person tells it from another. */
export const fingerprintOfKey = (key: string): string => sha256(Buffer.from(key, 'hex'));

/** A checkpoint as a person notes it down: `kumamoto:1200:` and 64 digits. */
export const noteOf = ({ organ, number, hash }: Pick<Checkpoint, 'organ' | 'number' | 'hash'>): string =>
  `${organ}:${number}:${hash}`;

/** Reads what a person noted down, blanks between the digits or not; null if it is no checkpoint. */
export function readNote(note: string): Pick<Checkpoint, 'organ' | 'number' | 'hash'> | null {
  const [, organ, number, hash] = /^([a-z0-9-]+):([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(note.replace(/\s/g, '')) ?? [];
  return organ && number && hash ? { organ: organ as OrganId, number: Number(number), hash } : null;
}
