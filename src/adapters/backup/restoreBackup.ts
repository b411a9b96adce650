import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Client } from 'pg';
import type { MeantBackup } from '../../app/audit/installationActs.ts';
import { BackupDamaged, type BackupOrder, type ClosedRelease, type RestoreReport } from '../../app/ports/backups.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import type { ReleaseRef } from '../../app/ports/releaseVault.ts';
import type { ReleaseEvent } from '../../core/release/events.ts';
import { syncFolder } from '../files/syncFolder.ts';
import {
  type CarriedTable,
  carriedTables,
  copyInText,
  copyOutText,
  exactTexts,
  queuedJobs,
} from '../postgres/carriedTables.ts';
import { connectTo } from '../postgres/connectTo.ts';
import { copyIn, copyOut } from '../postgres/copy.ts';
import { applicationTables, ownerPool } from '../postgres/database.ts';
import { lockDatabase, stopIfUnused } from '../postgres/databaseLock.ts';
import type { DatabaseServer } from '../postgres/databaseServer.ts';
import { migrateDatabase, schemaOf, unknownMigration } from '../postgres/migrateDatabase.ts';
import type { Tables } from '../postgres/tables.ts';
import { whatFailed } from '../postgres/whatFailed.ts';
import { closeReleases } from '../vault/closeReleases.ts';
import { isDamaged } from './carriedFiles.ts';
import { digestRows } from './keptRows.ts';
import { type KeptKey, placeKeys, readKeysFile, refuseOtherKeys, signerIn, signingKeys } from './keyFiles.ts';
import type { KeptTable } from './manifest.ts';
import { type OpenBackup, openBackup } from './openBackup.ts';
import { clearFiles, isEmptyDatabase, type RestoreTarget, takeTarget } from './restoreTarget.ts';
import { whyNotWritten } from './writeAside.ts';
import { summaryOf } from './writeBackup.ts';

/** Where a backup is brought back to. */
export interface RestorePlace {
  /** Absolute. */
  readonly dataFolder: string;
  /** Called when the folder is there. */
  readonly server: () => DatabaseServer;
  /** The type of the event by which the key of a release was given up. */
  readonly keyDestroyed: ReleaseEvent['type'];
  /** Writes every state anew from its events. */
  readonly renewStates: (application: Kysely<Tables>) => Promise<{ readonly total: number; readonly changed: number }>;
  /** Enters in the audit logs that the backup was brought back. */
  readonly enter: (application: Kysely<Tables>, backup: MeantBackup) => Promise<void>;
}

/** What is restored, and from where to where. */
interface Restoring {
  readonly place: RestorePlace;
  readonly order: BackupOrder;
  readonly backup: OpenBackup;
  readonly keys: readonly KeptKey[];
  readonly target: RestoreTarget;
}

async function placeFiles({ place, order, backup }: Restoring): Promise<void> {
  const folders = new Set<string>();
  for (const entry of backup.files.filter((one) => !isDamaged(one))) {
    order.signal.throwIfAborted();
    const path = join(place.dataFolder, entry.name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of backup.content(entry)) await handle.writeFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    for (let folder = dirname(path); folder !== place.dataFolder; folder = dirname(folder)) folders.add(folder);
    order.onProgress({ step: 'files', name: entry.name, bytes: entry.bytes });
  }
  for (const folder of folders) await syncFolder(folder);
}

const sameColumns = (table: CarriedTable | undefined, { columns }: KeptTable): boolean =>
  table !== undefined && JSON.stringify(table.columns) === JSON.stringify(columns);

/** The tables of the database with what the backup has for each. */
function paired(tables: readonly CarriedTable[], kept: readonly KeptTable[]) {
  const strange = kept.find(
    (one) =>
      !sameColumns(
        tables.find(({ name }) => name === one.name),
        one,
      ),
  );
  if (strange || kept.length !== tables.length)
    throw new BackupDamaged(
      `表「${strange?.name ?? ''}」が、この版のプログラムの表と合いません。バックアップを作った版のプログラムで復元してください。`,
    );
  return tables.map((table) => ({ table, rows: kept.find(({ name }) => name === table.name) ?? missing(table) }));
}

const missing = ({ name }: CarriedTable): never => {
  throw new BackupDamaged(`表「${name}」がバックアップにありません。`);
};

async function* toldRows({ backup, order }: Restoring, table: KeptTable): AsyncGenerator<Uint8Array> {
  for await (const piece of backup.rows(table)) {
    order.signal.throwIfAborted();
    yield piece;
    order.onProgress({ step: 'loading', name: table.name, bytes: piece.length });
  }
}

/** Fills a table, puts its sequences where they stood, and reads it again: it must give the very same rows. */
async function loadTable(client: Client, restoring: Restoring, table: CarriedTable, kept: KeptTable): Promise<void> {
  const loaded = await copyIn(client, copyInText(table), toldRows(restoring, kept));
  for (const [column, sequence] of Object.entries(table.sequences)) {
    const stand = kept.sequences[column];
    if (stand) await client.query('select setval($1::regclass, $2, $3)', [sequence, stand.last, stand.called]);
  }
  const again = await digestRows(copyOut(client, copyOutText(table)));
  if (loaded !== kept.rows || again.rows !== kept.rows || again.sha256 !== kept.sha256)
    throw new BackupDamaged(
      `表「${table.name}」を読み直すと、バックアップと違います (目録 ${kept.rows} 行、読み込み ${loaded} 行)。`,
    );
}

async function loadJobs(client: Client, { backup }: Restoring): Promise<void> {
  const { jobs } = backup.manifest;
  await client.query(queuedJobs.prepare);
  const loaded = await copyIn(client, queuedJobs.copyIn, backup.rows(jobs));
  if (loaded !== jobs.rows) throw new BackupDamaged(`待っている処理の数が目録と違います (${jobs.rows} と ${loaded})。`);
  await client.query(queuedJobs.queue);
}

/** What the server says of rows that it does not take is of the backup; what it says of itself is not. */
function whyNotLoaded(error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return /^2[23]/.test(code) ? new BackupDamaged(`バックアップの行を読み込めません: ${message}`) : whatFailed(error);
}

async function destroyedReleases(client: Client, type: string): Promise<readonly ReleaseRef[]> {
  const { rows } = await client.query<ReleaseRef>(
    `select distinct organ, stream_id as release from event where stream_kind = 'release' and type = $1 order by 1, 2`,
    [type],
  );
  return rows;
}

/** All rows in one transaction; what the disk must hold when they are there is there before it commits. */
async function load(client: Client, restoring: Restoring): Promise<readonly ClosedRelease[]> {
  const { place, order, backup, keys, target } = restoring;
  try {
    await client.query(`begin; ${exactTexts}`);
    for (const { table, rows } of paired(await carriedTables(client), backup.manifest.tables))
      await loadTable(client, restoring, table, rows);
    await loadJobs(client, restoring);
    await placeKeys(join(place.dataFolder, 'keys'), keys);
    const closed = await closeReleases(place.dataFolder, await destroyedReleases(client, place.keyDestroyed));
    order.signal.throwIfAborted();
    target.keep();
    await client.query('commit');
    return closed;
  } catch (error) {
    throw whyNotLoaded(error);
  }
}

async function refuseFilled(client: Client, { target }: Restoring, server: DatabaseServer): Promise<void> {
  if (await isEmptyDatabase(client)) return;
  if (!target.isResumed)
    throw new CannotStart(
      `データベース ${server.name} は空ではありません。復元は空のデータベースにだけ行います。新しいデータベースを作り、DATABASE_URL に指定してください。`,
    );
  target.keep();
  await target.settle();
  throw new CannotStart(
    '前の復元は、終わる直前に止められましたが、すべて済んでいます。「tokumei start」で起動してください。',
  );
}

async function refuseOtherSchema(client: Client, { backup }: Restoring): Promise<void> {
  const strange = (await schemaOf(client)).find((name) => !backup.manifest.schema.includes(name));
  if (strange !== undefined)
    throw new CannotStart(
      `データベースに、バックアップより新しい版の空の表があります (${strange})。何もないデータベースを指定してください。`,
    );
}

/** Brings the rows and the files to an empty place. */
async function fill(server: DatabaseServer, restoring: Restoring) {
  const client = await connectTo(server);
  try {
    await refuseFilled(client, restoring, server);
    await refuseOtherSchema(client, restoring);
    await clearFiles(restoring.place.dataFolder);
    const owner = ownerPool(await server.ensure());
    await migrateDatabase(owner, restoring.backup.manifest.schema.at(-1)).finally(() => owner.end());
    await placeFiles(restoring).catch((error: unknown) => {
      throw whyNotWritten(restoring.place.dataFolder, error);
    });
    return await load(client, restoring);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Brings the schema to that of this program and the states to what the events say. */
async function bringForward(server: DatabaseServer, { place, order, backup }: Restoring) {
  const connection = await server.ensure();
  const [owner, application] = [ownerPool(connection), applicationTables(connection)];
  try {
    await migrateDatabase(owner);
    // Without its statistics the server reads whole tables for a single case until it looks at them by itself.
    await owner.query('analyze');
    order.onProgress({ step: 'states', name: 'state', bytes: 0 });
    const before = await digestStates(server);
    const states = await place.renewStates(application);
    const isIdentical = (await digestStates(server)) === before;
    await place.enter(application, summaryOf(backup.manifest));
    return { states: { ...states, isIdentical }, to: (await schemaOf(owner)).at(-1) ?? '' };
  } finally {
    await application.destroy();
    await owner.end();
  }
}

async function digestStates(server: DatabaseServer): Promise<string> {
  const client = await connectTo(server);
  try {
    await client.query(`begin read only; ${exactTexts}`);
    const state = (await carriedTables(client)).find(({ name }) => name === 'state');
    if (!state) throw new Error('there is no table of states');
    return (await digestRows(copyOut(client, copyOutText(state)))).sha256;
  } finally {
    await client.end();
  }
}

/** Fills the place under the database's lock; what fails before all is there leaves it as it was. */
async function fillUnderLock(restoring: Restoring) {
  const server = restoring.place.server();
  const lock = await lockDatabase(server, () => undefined).catch(async (error: unknown) => {
    await stopIfUnused(server);
    throw error;
  });
  restoring.target.own();
  try {
    const closed = await fill(server, restoring);
    await restoring.target.settle();
    return { closed, ...(await bringForward(server, restoring)) };
  } finally {
    await lock.release();
    await server.stop();
  }
}

function refuseNewer({ manifest }: OpenBackup): void {
  const unknown = unknownMigration(manifest.schema);
  if (unknown !== undefined)
    throw new CannotStart(
      `このバックアップは、より新しい版のプログラム (${manifest.versions.program}、${unknown}) が作ったものです。その版以降のプログラムで復元してください。`,
    );
}

/** Whether one of the keys that did not come with the backup is its signer's. @throws BackupDamaged when it is another */
function checkSigner({ manifest }: OpenBackup, known: readonly (string | null)[]): boolean {
  const other = known.find((signer) => signer !== null && signer !== manifest.key);
  if (other)
    throw new BackupDamaged(
      `このバックアップの署名の鍵 (指紋 ${manifest.key}) は、手元の鍵 (指紋 ${other}) と違います。別の環境のものか、書き換えて署名し直されたものです。`,
    );
  return known.includes(manifest.key);
}

/**
 * Brings a backup back to an empty place: all of it or nothing.
 * @throws BackupDamaged when the archive is not what was written or not of the known signer
 * @throws CannotStart when the place is not empty, or the backup cannot be used by this program
 */
export async function restoreBackup(place: RestorePlace, order: BackupOrder): Promise<RestoreReport> {
  const keys = order.keysFile === null ? [] : await readKeysFile(order.keysFile);
  const backup = await openBackup(order.file, order.onProgress, order.signal);
  try {
    refuseNewer(backup);
    const keyFolder = join(place.dataFolder, 'keys');
    const present = await signingKeys(keyFolder);
    const isSignerKnown = checkSigner(backup, [signerIn(keys), signerIn(present)]);
    await refuseOtherKeys(keyFolder, keys);
    const { to, ...restored } = await inTarget({ place, order, backup, keys });
    return {
      file: order.file,
      bytes: backup.bytes,
      ...summaryOf(backup.manifest),
      isSignerKnown,
      hasSigningKeys: keys.length + present.length > 0,
      schema: { from: backup.manifest.schema.at(-1) ?? '', to },
      ...restored,
    };
  } finally {
    await backup.close();
  }
}

async function inTarget(wanted: Omit<Restoring, 'target'>) {
  const target = await takeTarget(wanted.place.dataFolder);
  try {
    return await fillUnderLock({ ...wanted, target });
  } catch (error) {
    await target.abandon();
    throw error;
  }
}
