import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Memory in KiB, passes over it, lanes; the first recommendation of OWASP for argon2id. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const version = 19;

const derive = promisify(argon2);

interface Parameters {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly nonce: Buffer;
}

const tagOf = (password: string, parameters: Parameters): Promise<Buffer> =>
  derive('argon2id', { ...parameters, message: password.normalize('NFKC'), tagLength });

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** The argon2id hash of a password in the PHC form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function passwordHash(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, { ...cost, nonce });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=${version}$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

/**
 * Whether a password has this hash, whatever cost it was made with.
 * @throws Error when the text is no such hash.
 */
export async function hasPassword(hash: string, password: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  if (!parts) throw new Error('a stored password hash has an unknown form');
  const [, memory = '', passes = '', parallelism = '', nonce = '', tag = ''] = parts;
  const given = await tagOf(password, {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
  });
  return timingSafeEqual(given, Buffer.from(tag, 'base64'));
}
