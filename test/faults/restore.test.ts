import { spawn, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { settleRestore } from '../../src/adapters/backup/restoreTarget.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { embeddedServer } from '../../src/adapters/postgres/embedded/embeddedServer.ts';
import { CannotStart } from '../../src/app/ports/cannotStart.ts';
import { allFiles, allRows, backUp, createKeptSystem, newFolder, orderOf } from '../support/installations.ts';
import { playGuide } from '../support/playGuide.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

// Whole programs start, are killed and end here; a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let folder: string;
let source: TestDatabase;
const place = (...names: string[]) => join(folder, ...names);

beforeAll(async () => {
  folder = await newFolder();
  source = await createTestDatabase();
  await source.owner.query(`insert into installation (mode, began_at) values ('production', now())`);
  await playGuide('kumamoto-first-case.json', await createKeptSystem(source, place('source')));
  await backUp(source, place('source'), orderOf(place('backup.tar')));
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true });
});

/** Runs the program, kills it where it stands still, and answers all that it said. */
async function restore(into: string, standAt = '', standName = ''): Promise<string> {
  const script = join(import.meta.dirname, 'restoreWorker.ts');
  const program = spawn(process.execPath, [script, into, place('backup.tar'), standAt, standName], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const note = (line: string) => {
    said.push(line);
    if (standAt !== '' && line.startsWith(`step ${standAt} ${standName}`)) program.kill('SIGKILL');
  };
  createInterface({ input: program.stdout }).on('line', note);
  createInterface({ input: program.stderr }).on('line', note);
  await new Promise((done) => program.once('close', done));
  return said.join('\n');
}

/** What a start of the program finds in a folder. */
async function found(dataFolder: string) {
  const database = await openDatabase(embeddedServer(dataFolder), () => undefined);
  try {
    const refusal = await settleRestore(dataFolder, database.owner).catch((error: unknown) => error);
    return { refusal, rows: await allRows({ ...database, connection: {} }) };
  } finally {
    await database.close();
  }
}

/** Rows but those of the schema and of the worker’s own keeping. */
const records = (rows: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(rows).filter(([name]) => !name.startsWith('kysely_')));

test('trust: a restore that is killed anywhere leaves an empty installation or a whole one, and is done again', async () => {
  const expected = records(await allRows(source));
  const files = Object.keys(allFiles(place('source'))).filter((name) => name.startsWith('files/'));
  expect(files.length).toBeGreaterThan(1);
  const points = [
    ['files', ''],
    ['loading', 'event'],
    ['loading', 'state'],
  ] as const;
  const target = place('killed');
  for (const [step, name] of points) {
    expect(await restore(target, step, name)).toContain(`step ${step} ${name}`);
    const { refusal, rows } = await found(target);
    expect(refusal).toBeInstanceOf(CannotStart);
    expect((refusal as CannotStart).message).toContain('復元が途中で終わっています');
    expect(Object.entries(records(rows)).filter(([, some]) => some.length > 0)).toEqual([]);
  }
  expect(await restore(target, 'states')).not.toContain('restored');
  const { refusal, rows } = await found(target);
  expect(refusal).toBeUndefined();
  expect(records(rows)).toEqual(expected);
  expect(Object.keys(allFiles(target))).toEqual(expect.arrayContaining(files));
  expect(existsSync(join(target, 'restore.unfinished'))).toBe(false);
});

test('trust: a restore that ended before it could take its mark away is whole, and says so when it is done again', async () => {
  expect(await restore(place('late'))).toMatch(/restored \d+$/);
  writeFileSync(place('late', 'restore.unfinished'), '');
  const before = allFiles(place('late', 'files'));
  expect(await restore(place('late'))).toContain('すべて済んでいます');
  expect(allFiles(place('late', 'files'))).toEqual(before);
  expect((await found(place('late'))).rows.event?.length).toBe((await allRows(source)).event?.length);
  expect(await restore(place('late'))).toContain('空ではありません');
  expect((await readdir(place('late'))).toSorted()).toEqual(['files', 'keys', 'postgres', 'postgres.log', 'vault']);
});

test('trust: a backup that finds no room leaves nothing behind, and says so; with room it is whole', async () => {
  await (await createKeptSystem(source, place('large'))).files.put(Buffer.alloc(400_000, 'x'));
  const script = join(import.meta.dirname, 'backupWorker.ts');
  const run = (before: string) =>
    spawnSync(
      'sh',
      [
        '-c',
        `${before}; exec "$@"`,
        'sh',
        process.execPath,
        script,
        JSON.stringify(source.connection),
        place('large'),
      ].concat(place('room', 'b.tar')),
      { encoding: 'utf8' },
    );
  await mkdir(place('room'));
  const full = run('ulimit -f 500');
  expect([full.status, full.stderr]).toEqual([2, expect.stringContaining('ディスクに空きがないため')]);
  expect(await readdir(place('room'))).toEqual([]);
  expect(run('true')).toMatchObject({ status: 0, stderr: '' });
  expect(await readdir(place('room'))).toEqual(['b.tar']);
});
