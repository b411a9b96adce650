import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Client } from 'pg';
import type { MeantBackup } from '../../app/audit/installationActs.ts';
import type { BackupOrder, ClosedRelease, RestoreReport } from '../../app/ports/backups.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import type { ReleaseRef } from '../../app/ports/releaseVault.ts';
import type { ReleaseEvent } from '../../core/release/events.ts';
import { carriedTables, copyOutText, exactTexts } from '../postgres/carriedTables.ts';
import { connectTo } from '../postgres/connectTo.ts';
import { copyOut } from '../postgres/copy.ts';
import { applicationTables, ownerPool } from '../postgres/database.ts';
import { lockDatabase, stopIfUnused } from '../postgres/databaseLock.ts';
import type { DatabaseServer } from '../postgres/databaseServer.ts';
import { migrateDatabase, schemaOf } from '../postgres/migrateDatabase.ts';
import type { Tables } from '../postgres/tables.ts';
import { closeReleases } from '../vault/closeReleases.ts';
import { digestRows } from './keptRows.ts';
import { type KeptKey, placeKeys, refuseOtherKeys } from './keyFiles.ts';
import { loadRows } from './loadRows.ts';
import type { OpenBackup } from './openBackup.ts';
import { openKnownBackup } from './openKnownBackup.ts';
import { placeFiles } from './placeFiles.ts';
import { clearFiles, isEmptyDatabase, type RestoreTarget, takeTarget } from './restoreTarget.ts';
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

async function destroyedReleases(client: Client, type: string): Promise<readonly ReleaseRef[]> {
  const { rows } = await client.query<ReleaseRef>(
    `select distinct organ, stream_id as release from event where stream_kind = 'release' and type = $1 order by 1, 2`,
    [type],
  );
  return rows;
}

/** All rows in one transaction; what the disk must hold when they are there is there before it commits. */
const load = (client: Client, restoring: Restoring): Promise<readonly ClosedRelease[]> =>
  loadRows(client, restoring, async () => {
    const { place, order, keys, target } = restoring;
    await placeKeys(join(place.dataFolder, 'keys'), keys);
    const closed = await closeReleases(place.dataFolder, await destroyedReleases(client, place.keyDestroyed));
    order.signal.throwIfAborted();
    target.keep();
    return closed;
  });

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
    await placeFiles(restoring.place.dataFolder, restoring.backup, restoring.order);
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

/**
 * Brings a backup back to an empty place: all of it or nothing.
 * @throws BackupDamaged when the archive is not what was written or not of the known signer
 * @throws CannotStart when the place is not empty, or the backup cannot be used by this program
 */
export async function restoreBackup(place: RestorePlace, order: BackupOrder): Promise<RestoreReport> {
  const { backup, keys, ...known } = await openKnownBackup(place.dataFolder, order);
  try {
    await refuseOtherKeys(join(place.dataFolder, 'keys'), keys);
    const { to, ...restored } = await inTarget({ place, order, backup, keys });
    const schema = { from: backup.manifest.schema.at(-1) ?? '', to };
    return { file: order.file, bytes: backup.bytes, ...summaryOf(backup.manifest), ...known, schema, ...restored };
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
