import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RestorePlace } from '../../src/adapters/backup/restoreBackup.ts';
import { writeBackup } from '../../src/adapters/backup/writeBackup.ts';
import { realClock } from '../../src/adapters/clock/realClock.ts';
import { createFileStore } from '../../src/adapters/files/createFileStore.ts';
import { createOrganKeyFiles } from '../../src/adapters/keys/organKeyFiles.ts';
import { createMemorySystem } from '../../src/adapters/memory/memorySystem.ts';
import type { DatabaseServer } from '../../src/adapters/postgres/databaseServer.ts';
import { createPostgresEventStore } from '../../src/adapters/postgres/postgresEventStore.ts';
import { createReleaseVault } from '../../src/adapters/vault/createReleaseVault.ts';
import { createInstallationRules } from '../../src/app/installationRules.ts';
import type { BackupOrder } from '../../src/app/ports/backups.ts';
import { renewStates } from '../../src/app/renewStates.ts';
import { ruleBook } from './shippedRules.ts';
import type { TestDatabase } from './testDatabase.ts';

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'tokumei-backup-'));

/** A database of the tests as the server of an installation. */
export const serverOf = ({ connection }: TestDatabase): DatabaseServer => ({
  name: 'test',
  ensure: async () => connection,
  stop: async () => undefined,
});

/** A system whose records, files and keys are kept as an installation keeps them. */
export async function createKeptSystem(database: TestDatabase, dataFolder: string) {
  const system = createMemorySystem(ruleBook);
  const store = createPostgresEventStore(database.application, system.clock);
  return {
    ...system,
    ...createInstallationRules(ruleBook, store, system.clock),
    files: await createFileStore(join(dataFolder, 'files')),
    keys: createOrganKeyFiles(join(dataFolder, 'keys')),
    vault: await createReleaseVault(dataFolder),
  };
}

export const orderOf = (file: string, keysFile: string | null = null): BackupOrder => ({
  file,
  keysFile,
  onProgress: () => undefined,
  signal: new AbortController().signal,
});

export const backUp = (database: TestDatabase, dataFolder: string, order: BackupOrder) =>
  writeBackup(
    { server: serverOf(database), dataFolder, program: '0.0.0', now: realClock.real(), enter: async () => undefined },
    order,
  );

export const placeOf = (server: DatabaseServer, dataFolder: string): RestorePlace => ({
  dataFolder,
  server: () => server,
  keyDestroyed: 'keyDestroyed',
  renewStates: (application) =>
    renewStates({ events: createPostgresEventStore(application, realClock) }, ruleBook.organs),
  enter: async () => undefined,
});

/** Every row of every table as text, read in another way than a backup reads: table → its rows. */
export async function allRows({ owner }: TestDatabase): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const found: Record<string, readonly string[]> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(
      `select row_to_json(t)::text as row from "${name}" as t order by 1`,
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

/** Every file below a folder with its bytes: path → digits. */
export const allFiles = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('hex')]),
  );
