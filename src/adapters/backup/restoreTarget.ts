import { existsSync } from 'node:fs';
import { open, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client, escapeIdentifier, type Pool } from 'pg';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { prepareDataFolder } from '../files/prepareDataFolder.ts';
import { processName } from '../files/processName.ts';
import { syncFolder } from '../files/syncFolder.ts';
import { carriedTables } from '../postgres/carriedTables.ts';
import { schemaOf } from '../postgres/migrateDatabase.ts';

/** Stands in a data folder from the first file that a restore writes there until the database has committed all. */
const mark = 'restore.unfinished';
/** The living keys of the installation that is brought back may stand in the folder beforehand. */
const keys = 'keys';
/** What may stand there; the other one is a file system's own. */
const allowed = [keys, 'lost+found'];

/** An empty data folder that is being filled. */
export interface RestoreTarget {
  /** A killed restore had begun here. */
  readonly isResumed: boolean;
  /** The database's lock is ours: whatever is in the folder from now on is of this restore. */
  own(): void;
  /** From now on nothing may be taken away: the database has all, or may have it in a moment. */
  keep(): void;
  /** All is there. */
  settle(): Promise<void>;
  /** Takes away what is of this restore, unless it is to be kept. The server must have ended. */
  abandon(): Promise<void>;
}

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new CannotStart(`DATA_DIR「${folder}」を読めません (${error.code})。`);
  });

/** @throws CannotStart when a restore is at work here */
async function setMark(folder: string, isResumed: boolean): Promise<void> {
  const place = join(folder, mark);
  const owner = await readFile(place, 'utf8').catch(() => '');
  if (owner !== '' && processName(Number.parseInt(owner, 10)) === owner) throw atWork(folder);
  const handle = await open(place, isResumed ? 'w' : 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? atWork(folder) : error;
  });
  try {
    await handle.writeFile(processName(process.pid) ?? '');
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder);
}

const atWork = (folder: string) => new CannotStart(`「${folder}」には、別の復元が行われています。`);

async function clear(folder: string, kept: readonly string[]): Promise<void> {
  for (const name of await namesIn(folder))
    if (!kept.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
}

/**
 * Takes an empty data folder, or one in which a restore was killed.
 * @param folder absolute
 * @throws CannotStart when anything but keys stands there.
 */
export async function takeTarget(folder: string): Promise<RestoreTarget> {
  const wasThere = existsSync(folder);
  const before = await namesIn(folder);
  const isResumed = before.includes(mark);
  const stray = before.find((name) => !allowed.includes(name));
  if (stray !== undefined && !isResumed)
    throw new CannotStart(
      `DATA_DIR「${folder}」は空ではありません (「${stray}」があります)。復元は空の場所にだけ行います。DATA_DIR に別の場所を指定するか、今あるものを別の場所へ移してください (鍵のフォルダー「keys」だけは、あっても構いません)。`,
    );
  prepareDataFolder(folder);
  await setMark(folder, isResumed);
  let standing: 'taken' | 'owned' | 'kept' = 'taken';
  return {
    isResumed,
    own() {
      standing = 'owned';
    },
    keep() {
      standing = 'kept';
    },
    async settle() {
      await rm(join(folder, mark), { force: true });
      await syncFolder(folder);
    },
    async abandon() {
      if (standing === 'kept' || (standing === 'taken' && isResumed)) return;
      if (standing === 'owned') await clear(folder, [mark, ...allowed.filter((name) => before.includes(name))]);
      await rm(join(folder, mark), { force: true });
      // A folder in which something stands now is another program's.
      if (!wasThere) await rmdir(folder).catch(() => undefined);
    },
  };
}

/** Takes away the files that a killed restore had brought. */
export const clearFiles = (folder: string): Promise<void> =>
  clear(folder, [...allowed, mark, 'postgres', 'postgres.log']);

/** Whether a database holds nothing: no table at all, or ours without a row. */
export async function isEmptyDatabase(client: Client): Promise<boolean> {
  if ((await schemaOf(client)).length === 0) {
    const { rowCount } = await client.query(
      `select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') limit 1`,
    );
    return rowCount === 0;
  }
  for (const { name } of await carriedTables(client)) {
    const { rowCount } = await client.query(`select from ${escapeIdentifier(name)} limit 1`);
    if (rowCount) return false;
  }
  return true;
}

/**
 * Looks at the start whether a restore was killed in this folder: one that had committed is settled, another one has to
 * be done again.
 * @throws CannotStart when the database holds nothing of it.
 */
export async function settleRestore(folder: string, owner: Pool): Promise<void> {
  if (!existsSync(join(folder, mark))) return;
  const { rowCount } = await owner.query('select from installation');
  if (!rowCount)
    throw new CannotStart(
      `「${folder}」への復元が途中で終わっています。もう一度「tokumei restore」を行ってください。初めからやり直します。`,
    );
  await rm(join(folder, mark));
}
