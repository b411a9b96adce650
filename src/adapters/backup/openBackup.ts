import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { fingerprintOf } from '../../app/package/verifyPackage.ts';
import { BackupDamaged, type BackupProgress } from '../../app/ports/backups.ts';
import { type ArchiveReader, type FoundEntry, openArchive } from './archiveReader.ts';
import { folderOfFile } from './carriedFiles.ts';
import { expandPiece, longestPiece } from './keptRows.ts';
import {
  type KeptTable,
  longestManifest,
  type Manifest,
  manifestName,
  parseManifest,
  pieceName,
  publicKeyName,
  signatureName,
} from './manifest.ts';

/** A backup that was read from its first byte to its last and is what its signer wrote. */
export interface OpenBackup {
  readonly bytes: number;
  readonly manifest: Manifest;
  /** The files for the data folder, in the order of the archive. */
  readonly files: readonly FoundEntry[];
  content(entry: FoundEntry): AsyncGenerator<Buffer>;
  /** The rows of a table, as COPY takes them. */
  rows(table: KeptTable): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

async function textOf(archive: ArchiveReader, entry: FoundEntry | undefined, name: string): Promise<Buffer> {
  if (entry?.name !== name || entry.bytes > longestManifest)
    throw new BackupDamaged(
      `終わりに「${name}」がありません。このバックアップは完成していないか、書き換えられています。`,
    );
  return buffer(archive.read(entry));
}

function keyOf(pem: Buffer): KeyObject {
  try {
    const key = createPublicKey(pem);
    const isPlain = key.export({ type: 'spki', format: 'pem' }) === pem.toString();
    if (key.asymmetricKeyType === 'ed25519' && isPlain) return key;
  } catch {
    // Named below.
  }
  throw new BackupDamaged(`「${publicKeyName}」は、署名を確かめる鍵ではありません。`);
}

/** The manifest that stands at the end, with its signature. */
async function readManifest(archive: ArchiveReader, found: readonly FoundEntry[]): Promise<Manifest> {
  const [manifestEntry, signatureEntry, keyEntry] = found.slice(-3);
  const key = keyOf(await textOf(archive, keyEntry, publicKeyName));
  const signature = (await textOf(archive, signatureEntry, signatureName)).toString('latin1');
  const text = await textOf(archive, manifestEntry, manifestName);
  if (!/^[0-9a-f]{128}$/.test(signature) || !verify(null, text, key, Buffer.from(signature, 'hex')))
    throw new BackupDamaged(`「${manifestName}」が、署名したときのままではありません。`);
  const manifest = parseManifest(text.toString());
  if (manifest?.key !== fingerprintOf(key)) throw new BackupDamaged(`「${manifestName}」を目録として読めません。`);
  return manifest;
}

function checkEntries({ entries }: Manifest, found: readonly FoundEntry[]): void {
  const listed = found.slice(0, -3);
  for (const [place, { name, bytes, sha256 }] of listed.entries()) {
    const wanted = entries[place];
    if (wanted?.name !== name)
      throw new BackupDamaged(`${place + 1} 番目の「${name}」は、目録のその場所にありません。`);
    if (wanted.bytes !== bytes || wanted.sha256 !== sha256)
      throw new BackupDamaged(
        `「${name}」の内容が目録と違います (目録 ${wanted.sha256.slice(0, 16)}…、実際 ${sha256.slice(0, 16)}…)。`,
      );
  }
  const missing = entries[listed.length];
  if (missing) throw new BackupDamaged(`目録にある「${missing.name}」がありません。`);
}

/** Every entry is a piece of a listed table or a file of a data folder, once; no other name is ever written. */
function checkNames({ tables, jobs, entries }: Manifest): void {
  if ([...tables, jobs].some(({ pieces }) => pieces > entries.length))
    throw new BackupDamaged('目録の表の数が、目録のファイルの数と合いません。');
  const pieces = new Set(
    [...tables, jobs].flatMap(({ name, pieces: count }) =>
      Array.from({ length: count }, (_, at) => pieceName(name, at)),
    ),
  );
  const names = new Set(entries.map(({ name }) => name));
  if (names.size < entries.length) throw new BackupDamaged('同じ名前のファイルが二つあります。');
  const foreign = entries.find(({ name, bytes }) => (pieces.has(name) ? bytes > longestPiece : !folderOfFile(name)));
  if (foreign) throw new BackupDamaged(`「${foreign.name}」という名前と大きさのファイルは、バックアップに入りません。`);
  const missing = [...pieces].find((name) => !names.has(name));
  if (missing !== undefined) throw new BackupDamaged(`「${missing}」がありません。`);
}

function contents(archive: ArchiveReader, manifest: Manifest, found: readonly FoundEntry[]): OpenBackup {
  const places = new Map(found.map((entry) => [entry.name, entry]));
  return {
    bytes: archive.bytes,
    manifest,
    files: found.filter(({ name }) => folderOfFile(name)),
    content: (entry) => archive.read(entry),
    async *rows({ name, pieces }) {
      for (let piece = 0; piece < pieces; piece += 1) {
        const entry = places.get(pieceName(name, piece));
        if (entry) yield expandPiece(entry.name, await buffer(archive.read(entry)));
      }
    },
    close: () => archive.close(),
  };
}

/**
 * Opens a backup after reading all of it: every byte is under a digest of the signed manifest, or follows from it.
 * @throws BackupDamaged naming what is not as it was written
 * @throws CannotStart when there is no such file, or it is no backup
 */
export async function openBackup(
  file: string,
  onProgress: (progress: BackupProgress) => void,
  signal: AbortSignal,
): Promise<OpenBackup> {
  const archive = await openArchive(file);
  try {
    const found = await archive.scan(({ name, bytes }) => {
      signal.throwIfAborted();
      onProgress({ step: 'checking', name, bytes });
    });
    const manifest = await readManifest(archive, found);
    checkEntries(manifest, found);
    checkNames(manifest);
    return contents(archive, manifest, found);
  } catch (error) {
    await archive.close();
    throw error;
  }
}
