import { createHash } from 'node:crypto';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Client } from 'pg';
import type { MeantBackup } from '../../app/audit/installationActs.ts';
import type { BackupOrder, BackupReport } from '../../app/ports/backups.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { nothingThere } from '../files/nothingThere.ts';
import { signingKeyFile } from '../keys/signingKeyFile.ts';
import {
  type CarriedTable,
  carriedTables,
  copyOutText,
  exactTexts,
  queuedJobs,
  sequenceStands,
} from '../postgres/carriedTables.ts';
import { connectTo } from '../postgres/connectTo.ts';
import { copyOut } from '../postgres/copy.ts';
import { applicationTables } from '../postgres/database.ts';
import type { DatabaseServer } from '../postgres/databaseServer.ts';
import type { Mode } from '../postgres/installation.ts';
import { schemaOf } from '../postgres/migrateDatabase.ts';
import type { Tables } from '../postgres/tables.ts';
import { addEntry } from './addEntry.ts';
import { type CarriedFolder, carriedFiles, folderOfFile, isDamaged } from './carriedFiles.ts';
import { piecesOf, seeRows } from './keptRows.ts';
import { installationKey, writeKeysFile } from './keyFiles.ts';
import {
  backupFormat,
  type KeptEntry,
  type KeptTable,
  longestManifest,
  type Manifest,
  manifestName,
  pieceName,
  publicKeyName,
  signatureName,
} from './manifest.ts';
import { endBytes } from './tarHeader.ts';
import { writeAside } from './writeAside.ts';

/** Where a backup comes from. */
export interface BackupSource {
  readonly server: DatabaseServer;
  /** Absolute. */
  readonly dataFolder: string;
  /** The version of the program. */
  readonly program: string;
  readonly now: Date;
  /** Enters in the audit logs that the backup was made. */
  readonly enter: (application: Kysely<Tables>, backup: MeantBackup) => Promise<void>;
}

/** An archive that is being written. */
interface Writing {
  readonly handle: FileHandle;
  readonly entries: KeptEntry[];
  readonly onProgress: BackupOrder['onProgress'];
  readonly signal: AbortSignal;
}

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Content that breaks off when the person or the machine asks for the end. */
async function* heeding(signal: AbortSignal, content: Bytes): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    signal.throwIfAborted();
    yield chunk;
  }
}

async function add({ handle, entries }: Writing, name: string, content: Uint8Array): Promise<void> {
  entries.push(await addEntry(handle, name, content.length, [content]));
}

/** Adds the rows of a statement, a piece after the other. */
async function addRows(writing: Writing, client: Client, name: string, text: string) {
  const { pass, seen } = seeRows();
  let pieces = 0;
  for await (const piece of piecesOf(pass(heeding(writing.signal, copyOut(client, text))))) {
    await add(writing, pieceName(name, pieces), piece);
    writing.onProgress({ step: 'tables', name, bytes: piece.length });
    pieces += 1;
  }
  return { name, pieces, ...seen() };
}

async function addTable(writing: Writing, client: Client, table: CarriedTable): Promise<KeptTable> {
  const rows = await addRows(writing, client, table.name, copyOutText(table));
  return { ...rows, columns: table.columns, sequences: await sequenceStands(client, table) };
}

/** Adds the files of a folder as they are; one that is disposed of meanwhile belongs to nobody any more. */
async function addFolder(writing: Writing, dataFolder: string, folder: CarriedFolder): Promise<void> {
  for await (const name of carriedFiles(dataFolder, folder)) {
    const file = await open(join(dataFolder, name)).catch(nothingThere);
    if (!file) continue;
    try {
      const { size } = await file.stat();
      const content = size === 0 ? [] : file.createReadStream({ autoClose: false, end: size - 1 });
      const entry = await addEntry(writing.handle, name, size, heeding(writing.signal, content));
      writing.entries.push(entry);
      writing.onProgress({ step: 'files', name, bytes: size });
    } finally {
      await file.close();
    }
  }
}

async function modeOf(client: Client): Promise<Mode> {
  const { rows } = await client.query<{ mode: Mode }>('select mode from installation');
  if (!rows[0]) throw nothingHere();
  return rows[0].mode;
}

const nothingHere = () =>
  new CannotStart(
    'ここには、まだ何もありません。DATA_DIR (または DATABASE_URL) に、使っている場所を指定してください。',
  );

/** All that the database has at one moment. */
async function addDatabase(writing: Writing, client: Client) {
  await client.query(`begin isolation level repeatable read read only; ${exactTexts}`);
  const schema = await schemaOf(client);
  if (schema.length === 0) throw nothingHere();
  const mode = await modeOf(client);
  const tables: KeptTable[] = [];
  for (const table of await carriedTables(client)) tables.push(await addTable(writing, client, table));
  const jobs = { ...(await addRows(writing, client, queuedJobs.name, queuedJobs.copyOut)), ...queuedJobs.shape };
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return { schema, mode, tables, jobs, postgres: rows[0]?.server_version ?? '' };
}

async function finish(writing: Writing, { dataFolder }: BackupSource, unsigned: Omit<Manifest, 'key' | 'entries'>) {
  const key = signingKeyFile(join(dataFolder, 'keys', installationKey));
  const { pem, fingerprint } = await key.publicKey();
  const manifest: Manifest = { ...unsigned, key: fingerprint, entries: [...writing.entries] };
  const text = manifestText(manifest);
  // What could not be brought back is not a backup.
  if (text.length > longestManifest)
    throw new CannotStart(`ファイルが多すぎて (${writing.entries.length} 個)、一つのバックアップに入りません。`);
  await add(writing, manifestName, text);
  await add(writing, signatureName, Buffer.from(Buffer.from(await key.sign(text)).toString('hex')));
  await add(writing, publicKeyName, Buffer.from(pem));
  await writing.handle.writeFile(Buffer.alloc(endBytes));
  return manifest;
}

async function writeArchive(writing: Writing, source: BackupSource, client: Client): Promise<Manifest> {
  // What stands outside the database as a witness of it must not be newer than the moment that is written.
  await addFolder(writing, source.dataFolder, 'audit');
  const { postgres, ...found } = await addDatabase(writing, client);
  // A file is there before the event that names it: what the moment names is there now.
  for (const folder of ['files', 'vault'] as const) await addFolder(writing, source.dataFolder, folder);
  return finish(writing, source, {
    format: backupFormat,
    madeAt: source.now.toISOString(),
    versions: { program: source.program, postgres },
    events: found.tables.find(({ name }) => name === 'event')?.rows ?? 0,
    ...found,
  });
}

const manifestText = (manifest: Manifest): Buffer => Buffer.from(JSON.stringify(manifest));

/** Counts of what a manifest lists, and its own digest. */
export function summaryOf(manifest: Manifest) {
  const inFolder = (folder: CarriedFolder) => manifest.entries.filter(({ name }) => folderOfFile(name) === folder);
  return {
    madeAt: manifest.madeAt,
    mode: manifest.mode,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    events: manifest.events,
    jobs: manifest.jobs.rows,
    files: inFolder('files').length,
    sealed: inFolder('vault').length,
    damaged: inFolder('files')
      .filter(isDamaged)
      .map(({ name }) => name),
    signer: manifest.key,
    manifest: createHash('sha256').update(manifestText(manifest)).digest('hex'),
  };
}

/**
 * Writes a backup of an installation, whether its server runs or not; the file is whole or not there.
 * @throws CannotStart when there is nothing to back up or the place cannot be written to.
 */
export async function writeBackup(source: BackupSource, order: BackupOrder): Promise<BackupReport> {
  const { file, keysFile, onProgress, signal } = order;
  const client = await connectTo(source.server);
  try {
    const manifest = await writeAside(file, (handle) =>
      writeArchive({ handle, entries: [], onProgress, signal }, source, client),
    );
    const keys = keysFile === null ? null : await writeKeys(source, file, keysFile);
    const summary = summaryOf(manifest);
    await enterIn(source, summary);
    return { file, bytes: (await stat(file)).size, ...summary, keys };
  } finally {
    await client.end();
  }
}

async function enterIn({ server, enter }: BackupSource, backup: MeantBackup): Promise<void> {
  const application = applicationTables(await server.ensure());
  await enter(application, backup).finally(() => application.destroy());
}

/** A backup without the keys that were asked for with it is none. */
async function writeKeys({ dataFolder, now }: BackupSource, file: string, keysFile: string) {
  try {
    return await writeKeysFile(join(dataFolder, 'keys'), keysFile, now.toISOString());
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
