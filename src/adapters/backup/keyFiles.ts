import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprintOf } from '../../app/package/verifyPackage.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { nothingThere } from '../files/nothingThere.ts';
import { syncFolder } from '../files/syncFolder.ts';
import { writeAside } from './writeAside.ts';

const format = 'tokumei-keys/1';
/** The key that signs backups. */
export const installationKey = 'installation.pem';
/** Signing keys alone: a key of a release stands in `releases` and is in no backup, so that its destruction holds. */
const keyName = /^(?!releases\/)(?:[a-z0-9-]+\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.pem$/;

/** A signing key by its place in `DATA_DIR/keys`. */
export interface KeptKey {
  readonly name: string;
  readonly pem: string;
}

interface KeysFile {
  readonly format: typeof format;
  readonly note: string;
  readonly madeAt: string;
  readonly keys: readonly KeptKey[];
}

const note =
  'このファイルは、機関の署名の鍵です。持つ人は、機関の名で署名できます。バックアップとは別の場所に、施錠して保管し、メールや共有フォルダーに置かないでください。作成ごとの鍵（元データを読む鍵）は入っていません。';

/** The signing keys of an installation, in the order of their names. */
export async function signingKeys(folder: string): Promise<readonly KeptKey[]> {
  const names = await readdir(folder, { recursive: true }).catch(nothingThere);
  const wanted = (names ?? []).filter((name) => keyName.test(name)).toSorted();
  return Promise.all(wanted.map(async (name) => ({ name, pem: await readFile(join(folder, name), 'utf8') })));
}

/** Writes the signing keys apart, mode 0600. @returns their names */
export async function writeKeysFile(folder: string, file: string, madeAt: string): Promise<readonly string[]> {
  const keys = await signingKeys(folder);
  const content: KeysFile = { format, note, madeAt, keys };
  await writeAside(file, (handle) => handle.writeFile(`${JSON.stringify(content, null, 2)}\n`));
  return keys.map(({ name }) => name);
}

const isKey = ({ name, pem }: KeptKey): boolean =>
  keyName.test(name) && createPrivateKey(pem).asymmetricKeyType === 'ed25519';

/** The keys of a file that was written apart. @throws CannotStart when it is none. */
export async function readKeysFile(file: string): Promise<readonly KeptKey[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(`鍵の控え「${file}」を読めません (${error.code})。場所と権限を確かめてください。`);
  });
  try {
    const value = JSON.parse(text) as KeysFile;
    if (value.format === format && value.keys.every(isKey)) return value.keys;
  } catch {
    // What cannot be read is named below like what is of another form.
  }
  throw new CannotStart(
    `「${file}」は鍵の控えではないか、壊れています。「tokumei backup … --keys」で書いたファイルを示してください。`,
  );
}

/** The fingerprint of the installation's key among these; null if it is not there. @throws CannotStart when it is broken */
export function signerIn(keys: readonly KeptKey[]): string | null {
  const found = keys.find(({ name }) => name === installationKey);
  if (!found) return null;
  try {
    return fingerprintOf(createPublicKey(found.pem));
  } catch {
    throw new CannotStart(
      `鍵のファイル「${installationKey}」が壊れています。鍵の控えを「--keys」に示し、壊れたものは別の場所へ移してください。`,
    );
  }
}

/** @throws CannotStart when another key stands in the place of one of these. */
export async function refuseOtherKeys(folder: string, keys: readonly KeptKey[]): Promise<void> {
  for (const { name, pem } of keys) {
    const found = await readFile(join(folder, name), 'utf8').catch(() => pem);
    if (found !== pem)
      throw new CannotStart(
        `「${join(folder, name)}」に、鍵の控えと違う鍵があります。どちらが正しいかを確かめ、要らないほうを別の場所へ移してください。`,
      );
  }
}

/** Puts keys in their places where they are not there yet; they are on the disk when this returns. */
export async function placeKeys(folder: string, keys: readonly KeptKey[]): Promise<void> {
  for (const { name, pem } of keys.filter((key) => !existsSync(join(folder, key.name)))) {
    const place = join(folder, name);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    const handle = await open(place, 'wx', 0o600);
    try {
      await handle.writeFile(pem);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(dirname(place));
  }
}
