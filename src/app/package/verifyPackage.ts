import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { BlobReader, configure, type FileEntry, TextWriter, ZipReader } from '@zip.js/zip.js';
import { type Manifest, manifestPath, parseManifest, publicKeyPath, signaturePath } from './manifest.ts';
import { NotSealed, readSeal, sealedMessage } from './seal.ts';

configure({ useWebWorkers: false });

/** One thing that was looked at; `detail` names the value and the place where it failed. */
export interface PackageCheck {
  readonly check: 'archive' | 'seal' | 'manifest' | 'signature' | 'files' | 'conditions' | 'issuer';
  readonly passed: boolean;
  readonly detail: string;
}

export interface PackageVerdict {
  /** `intact`: nothing was altered, but nobody said whose key it should be. */
  readonly verdict: 'verified' | 'intact' | 'failed';
  readonly checks: readonly PackageCheck[];
  readonly manifest: Manifest | null;
}

/** SHA-256 of the 32 bytes of an Ed25519 public key. */
export function fingerprintOf(key: KeyObject): string {
  const raw = key.export({ type: 'spki', format: 'der' }).subarray(-32);
  return createHash('sha256').update(raw).digest('hex');
}

const passed = (check: PackageCheck['check'], detail: string): PackageCheck => ({ check, passed: true, detail });
const failed = (check: PackageCheck['check'], detail: string): PackageCheck => ({ check, passed: false, detail });

/**
 * Verifies a package without trusting it and without any network.
 * @param issuer the fingerprint that the organ publishes (64 hexadecimal digits), or null if it is not known
 */
export async function verifyPackage(file: string, issuer: string | null): Promise<PackageVerdict> {
  const archive = await openArchive(file);
  if ('problem' in archive) return { verdict: 'failed', checks: [failed('archive', archive.problem)], manifest: null };
  const { entries, close } = archive;
  try {
    const [text, signature, pem] = await Promise.all(
      [manifestPath, signaturePath, publicKeyPath].map((path) => textOf(entries, path)),
    );
    const manifest = text === null || text === undefined ? null : parseManifest(text);
    const key = keyOf(pem);
    if (!manifest || !key) {
      const what = manifest ? publicKeyPath : manifestPath;
      return { verdict: 'failed', checks: [failed('manifest', `${what} がないか、読み取れません`)], manifest };
    }
    const checks = [
      passed('archive', `${entries.size} 個のファイル`),
      await checkSeal(file, key),
      checkSignature(text ?? '', signature ?? '', key, manifest),
      await checkFiles(entries, manifest),
      passed('conditions', manifest.conditions.map(({ term }) => term).join('、')),
      ...(issuer === null ? [] : [checkIssuer(key, issuer)]),
    ];
    const sound = checks.every((check) => check.passed);
    return { verdict: sound ? (issuer === null ? 'intact' : 'verified') : 'failed', checks, manifest };
  } finally {
    await close();
  }
}

type Entries = ReadonlyMap<string, FileEntry>;

async function openArchive(file: string): Promise<{ entries: Entries; close(): Promise<void> } | { problem: string }> {
  const reader = new ZipReader(new BlobReader(await openAsBlob(file)));
  try {
    const all = (await reader.getEntries()).filter((entry) => !entry.directory) as FileEntry[];
    const entries = new Map(all.map((entry) => [entry.filename, entry]));
    if (entries.size !== all.length) return { problem: '同じ名前のファイルが二つ以上あります' };
    return { entries, close: () => reader.close() };
  } catch (error) {
    return { problem: `ZIP として読み取れません (${(error as Error).message})` };
  }
}

async function textOf(entries: Entries, path: string): Promise<string | null> {
  const entry = entries.get(path);
  if (!entry || entry.uncompressedSize > 16 * 1024 * 1024) return null;
  return entry.getData(new TextWriter()).catch(() => null);
}

function keyOf(pem: string | null | undefined): KeyObject | null {
  try {
    const key = createPublicKey(pem ?? '');
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

async function checkSeal(file: string, key: KeyObject): Promise<PackageCheck> {
  try {
    const signature = await readSeal(file);
    return verify(null, await sealedMessage(file), key, signature)
      ? passed('seal', '全体の封印が合っています')
      : failed('seal', '全体の封印が合いません。作成後に 1 バイト以上書き換えられています');
  } catch (error) {
    if (error instanceof NotSealed) return failed('seal', error.message);
    throw error;
  }
}

function checkSignature(text: string, signature: string, key: KeyObject, manifest: Manifest): PackageCheck {
  if (fingerprintOf(key) !== manifest.key.fingerprint)
    return failed('signature', `${publicKeyPath} の指紋が ${manifestPath} と違います`);
  const bytes = /^[0-9a-f]{128}$/.test(signature) ? Buffer.from(signature, 'hex') : null;
  return bytes && verify(null, Buffer.from(text), key, bytes)
    ? passed('signature', `署名した鍵の指紋 ${manifest.key.fingerprint}`)
    : failed('signature', `${signaturePath} の署名が ${manifestPath} と合いません`);
}

async function checkFiles(entries: Entries, manifest: Manifest): Promise<PackageCheck> {
  const listed = new Set([...manifest.files.map(({ path }) => path), manifestPath, signaturePath]);
  const stray = [...entries.keys()].find((path) => !listed.has(path));
  if (stray !== undefined) return failed('files', `「${stray}」は目録にありません`);
  for (const { path, bytes, sha256 } of manifest.files) {
    const entry = entries.get(path);
    if (!entry) return failed('files', `「${path}」がありません`);
    const actual = await digestOf(entry);
    if (actual === null || actual.bytes !== bytes || actual.sha256 !== sha256) {
      return failed(
        'files',
        `「${path}」の内容が目録と違います (目録 ${sha256.slice(0, 16)}…、実際 ${actual?.sha256.slice(0, 16) ?? '読み取れません'}…)`,
      );
    }
  }
  return passed('files', `${manifest.files.length} 個すべての内容が目録と同じです`);
}

async function digestOf(entry: FileEntry): Promise<{ bytes: number; sha256: string } | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const sink = new WritableStream<Uint8Array>({
      write(chunk) {
        bytes += chunk.byteLength;
        hash.update(chunk);
      },
    });
    await entry.getData(sink);
    return { bytes, sha256: hash.digest('hex') };
  } catch {
    return null;
  }
}

const checkIssuer = (key: KeyObject, issuer: string): PackageCheck =>
  fingerprintOf(key) === issuer
    ? passed('issuer', `発行者の指紋と同じです (${issuer})`)
    : failed('issuer', `署名した鍵の指紋 ${fingerprintOf(key)} は、示された発行者の指紋 ${issuer} と違います`);
