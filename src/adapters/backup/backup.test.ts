import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Arbitrary, array, constantFrom, oneof, sample, string } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allFiles,
  allRows,
  backUp,
  createKeptSystem,
  newFolder,
  orderOf,
  placeOf,
  serverOf,
} from '../../../test/support/installations.ts';
import { playGuide } from '../../../test/support/playGuide.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import { BackupDamaged } from '../../app/ports/backups.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import type { OrganId } from '../../core/role.ts';
import { leftOut } from '../postgres/carriedTables.ts';
import { lockDatabase } from '../postgres/databaseLock.ts';
import { migrateDatabase } from '../postgres/migrateDatabase.ts';
import { createReleaseVault } from '../vault/createReleaseVault.ts';
import { restoreBackup } from './restoreBackup.ts';

const kumamoto = 'kumamoto' as OrganId;
const release = { organ: kumamoto, release: 'p-1' };

let folder: string;
let source: TestDatabase;
let system: Awaited<ReturnType<typeof createKeptSystem>>;
const databases: TestDatabase[] = [];
const place = (...names: string[]) => join(folder, ...names);
const [data, file, keysFile] = ['source', 'backup.tar', 'keys.json'].map((name) => () => place(name)) as [
  () => string,
  () => string,
  () => string,
];

async function newDatabase(begin: 'migrated' | 'bare' = 'bare'): Promise<TestDatabase> {
  const database = await createTestDatabase(begin);
  databases.push(database);
  return database;
}

const restore = (database: TestDatabase, to: string, order = orderOf(file())) =>
  restoreBackup(placeOf(serverOf(database), to), order);

/** What a backup carries of all rows. */
const carried = (rows: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(rows).filter(([name]) => !Object.hasOwn(leftOut, name)));

const inFolders = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => /^(?:files|vault)\//.test(name)));

const waitingJobs = async ({ owner }: TestDatabase) =>
  (
    await owner.query(`select t.identifier, j.payload::text, j.key from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`)
  ).rows;

/** The number that an identity column would give next, asked without taking it. */
const nextNumbers = async ({ owner }: TestDatabase) =>
  (
    await owner.query(`select sequencename, case when last_value is null then 0 else last_value end as last
      from pg_sequences where schemaname = 'public' order by 1`)
  ).rows;

beforeAll(async () => {
  folder = await newFolder();
  source = await newDatabase('migrated');
  system = await createKeptSystem(source, data());
  await source.owner.query(`insert into installation (mode, began_at) values ('demonstration', now())`);
  await playGuide('kumamoto-2025.json', system);
  await source.owner.query(
    `insert into account (person, organ, login, name, roles, password_hash) values ('p', 'kumamoto', 'l', '見本', '[]', 'h')`,
  );
  await source.owner.query(
    `insert into session values ('\\x01', 'kumamoto', 'p', now(), now()); insert into setup_token values (true, '\\x02', now())`,
  );
  await backUp(source, data(), orderOf(file(), keysFile()));
}, 120_000);
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await rm(folder, { recursive: true });
});

describe('trust: a backup and its restore', () => {
  test('bring back every event, state, audit entry, job, file and number to the byte, and no session', async () => {
    const target = await newDatabase();
    const report = await restore(target, place('whole'), orderOf(file(), keysFile()));
    const [before, after] = [await allRows(source), await allRows(target)];
    expect(before.event?.length).toBeGreaterThan(40);
    expect(before.audit_entry?.length).toBeGreaterThan(40);
    expect(before.personal_record?.length).toBeGreaterThan(1);
    expect(carried(after)).toEqual(carried(before));
    expect([before.session?.length, before.setup_token?.length]).toEqual([1, 1]);
    expect([after.session, after.setup_token, after.sign_in_attempt]).toEqual([[], [], []]);
    expect((await waitingJobs(source)).length).toBeGreaterThan(5);
    expect(await waitingJobs(target)).toEqual(await waitingJobs(source));
    expect(await nextNumbers(target)).toEqual(await nextNumbers(source));
    const files = inFolders(allFiles(data()));
    expect(Object.keys(files).length).toBeGreaterThan(8);
    expect(inFolders(allFiles(place('whole')))).toEqual(files);
    expect(report).toMatchObject({
      events: before.event?.length,
      files: Object.keys(files).filter((name) => name.startsWith('files/')).length,
      sealed: Object.keys(files).filter((name) => name.startsWith('vault/')).length,
      states: { total: before.state?.length, changed: 0, isIdentical: true },
      isSignerKnown: true,
      damaged: [],
    });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(keysFile()).mode & 0o777).toBe(0o600);
  });

  test('go on where it stood: numbers follow, and the same organs sign', async () => {
    const target = await newDatabase();
    await restore(target, place('goes-on'), orderOf(file(), keysFile()));
    const again = await createKeptSystem(target, place('goes-on'));
    await again.clock.setProcedure('2026-06-01T09:00');
    await again.load();
    expect(await again.keys.publicKey(kumamoto)).toEqual(await system.keys.publicKey(kumamoto));
    const committed = await again.events.commit({
      organ: kumamoto,
      commandId: 'after the restore',
      actor: { person: 'p', role: 'system', organ: kumamoto },
      at: '2026-06-01T09:00',
      streams: [
        { stream: { kind: 'call', id: 'new' }, expectedVersion: 0, events: [{ type: 'x', data: {} }], state: {} },
      ],
      audit: { act: 'a', outcome: 'done', stream: null, facts: {} },
      jobs: [],
    });
    expect(committed.outcome).toBe('committed');
  });

  test('hold one moment while commands go on', async () => {
    const busy = await newDatabase();
    await restore(busy, place('busy'));
    const { events: store } = await createKeptSystem(busy, place('busy'));
    await busy.owner.query('delete from audit_entry');
    const commit = (n: number) =>
      store.commit({
        organ: 'yokohama' as OrganId,
        commandId: `beside-${n}`,
        actor: { person: 'p', role: 'system', organ: 'yokohama' as OrganId },
        at: '2026-06-01T09:00',
        streams: [
          {
            stream: { kind: 'leak', id: 'busy' },
            expectedVersion: n,
            events: [{ type: 'x', data: { n } }],
            state: { n: n + 1 },
          },
        ],
        audit: { act: 'a', outcome: 'done', stream: null, facts: { n } },
        jobs: [],
      });
    let given = 0;
    let isDone = false;
    const giving = (async () => {
      for (; !isDone; given += 1) await commit(given);
    })();
    await backUp(busy, place('busy'), orderOf(place('busy.tar')));
    isDone = true;
    await giving;
    const target = await newDatabase();
    await restoreBackup(
      { ...placeOf(serverOf(target), place('busy-again')), renewStates: async () => ({ total: 0, changed: 0 }) },
      orderOf(place('busy.tar')),
    );
    const { rows } = await target.owner.query(`select
      (select count(*)::int from event where stream_id = 'busy') as events,
      (select coalesce(max((content ->> 'n')::int), 0) from state where stream_id = 'busy') as state,
      (select count(*)::int from audit_entry) as entries,
      (select count(*)::int from command where command_id like 'beside-%') as commands`);
    const { events } = rows[0];
    expect(rows[0]).toEqual({ events, state: events, entries: events, commands: events });
    expect(given).toBeGreaterThan(events);
  });
});

describe('trust: a destroyed key never comes back', () => {
  const stands = async (dataFolder: string) => (await createReleaseVault(dataFolder)).get(release, sealedDigest());
  const sealedDigest = () => Object.keys(allFiles(place('source', 'vault', 'kumamoto', 'of-p-1')))[0] ?? '';

  test('no backup and no file of keys holds a release’s key, in any writing', async () => {
    const key = readFileSync(place('source', 'keys', 'releases', 'kumamoto', 'p-1.key'));
    const all = Buffer.concat([readFileSync(file()), readFileSync(keysFile())]);
    for (const writing of [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('base64'))])
      expect(all.includes(writing)).toBe(false);
    const { keys } = JSON.parse(readFileSync(keysFile(), 'utf8'));
    expect(keys.map(({ name }: { name: string }) => name)).toEqual(['installation.pem', 'kumamoto.pem']);
  });

  test('a release whose key is not there is named and closed for good', async () => {
    const { closed } = await restore(await newDatabase(), place('no-keys'));
    expect(closed).toEqual([{ ...release, reason: 'missing' }]);
    await expect(stands(place('no-keys'))).rejects.toThrow('鍵は廃棄されています');
  });

  test('a release whose living keys were put beforehand can be read on', async () => {
    await mkdir(place('moved'));
    await cp(place('source', 'keys'), place('moved', 'keys'), { recursive: true });
    const report = await restore(await newDatabase(), place('moved'));
    expect(report).toMatchObject({ closed: [], isSignerKnown: true, hasSigningKeys: true });
    expect((await stands(place('moved'))).length).toBeGreaterThan(0);
  });

  test('a key that the records give up is destroyed again, even where an old copy of it was put', async () => {
    const given = await newDatabase();
    await restore(given, place('given'));
    await given.owner.query(`insert into command values ('kumamoto', 'destroy', now())`);
    await given.owner.query(`insert into event
      (id, organ, stream_kind, stream_id, version, type, schema_version, data, at, recorded_at, actor, command_id)
      values (gen_random_uuid(), 'kumamoto', 'release', 'p-1', 999, 'keyDestroyed', 1, '{}', '', now(), '{}', 'destroy')`);
    await backUp(given, place('given'), orderOf(place('given.tar')));
    await mkdir(place('old-copy'));
    await cp(place('source', 'keys', 'releases'), place('old-copy', 'keys', 'releases'), { recursive: true });
    const { closed } = await restoreBackup(
      {
        ...placeOf(serverOf(await newDatabase()), place('old-copy')),
        renewStates: async () => ({ total: 0, changed: 0 }),
      },
      orderOf(place('given.tar')),
    );
    expect(closed).toEqual([{ ...release, reason: 'destroyed' }]);
    await expect(stands(place('old-copy'))).rejects.toThrow('鍵は廃棄されています');
    expect(await readdir(place('old-copy', 'keys', 'releases', 'kumamoto'))).toEqual(['p-1.key.destroyed']);
  });
});

describe('trust: a restore goes only into an empty place, and leaves it so when it fails', () => {
  test('a folder or a database in which something stands is named and left alone', async () => {
    await mkdir(place('full'));
    writeFileSync(place('full', 'memo.txt'), 'x');
    await expect(restore(await newDatabase(), place('full'))).rejects.toThrow('「memo.txt」があります');
    expect(await readdir(place('full'))).toEqual(['memo.txt']);
    const before = await allRows(source);
    await expect(restore(source, place('empty'))).rejects.toThrow(CannotStart);
    expect(await allRows(source)).toEqual(before);
    await expect(readdir(place('empty'))).rejects.toThrow('ENOENT');
    const strange = await newDatabase();
    await strange.owner.query('create table another (a int)');
    await expect(restore(strange, place('empty'))).rejects.toThrow('空ではありません');
  });

  test('what fails at the end of loading takes everything away again', async () => {
    const target = await newDatabase('migrated');
    await target.owner.query('drop function queue_job');
    await expect(restore(target, place('fails'), orderOf(file(), keysFile()))).rejects.toThrow('queue_job');
    await expect(readdir(place('fails'))).rejects.toThrow('ENOENT');
    expect(Object.entries(carried(await allRows(target))).filter(([, rows]) => rows.length > 0)).toEqual([]);
  });

  test('of two restores into one place at the same time, one fills it and the other touches nothing', async () => {
    const target = await newDatabase();
    const both = await Promise.allSettled([restore(target, place('two')), restore(target, place('two'))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected')?.reason;
    expect(refused).toBeInstanceOf(CannotStart);
    expect(inFolders(allFiles(place('two')))).toEqual(inFolders(allFiles(data())));
    expect(await readdir(place('two'))).not.toContain('restore.unfinished');
  });

  test('a place whose database another program uses is left to it', async () => {
    const used = await newDatabase();
    const lock = await lockDatabase(serverOf(used), () => undefined);
    await expect(restore(used, place('used'))).rejects.toThrow('別のプログラムが test を使っています');
    await expect(readdir(place('used'))).rejects.toThrow('ENOENT');
    await mkdir(place('begun', 'files'), { recursive: true });
    writeFileSync(place('begun', 'restore.unfinished'), '1 1 of a dead program');
    await expect(restore(used, place('begun'))).rejects.toThrow('別のプログラムが test を使っています');
    expect((await readdir(place('begun'))).toSorted()).toEqual(['files', 'restore.unfinished']);
    await lock.release();
  });

  test('keys of another installation are refused before anything is written', async () => {
    await mkdir(place('other', 'keys'), { recursive: true });
    await backUp(source, place('other'), orderOf(place('other.tar'), place('other.json')));
    await expect(restore(await newDatabase(), place('never'), orderOf(file(), place('other.json')))).rejects.toThrow(
      BackupDamaged,
    );
    await expect(readdir(place('never'))).rejects.toThrow('ENOENT');
  });

  test('keys that stand there are never written over, and left where a restore fails', async () => {
    await mkdir(place('kept', 'keys'), { recursive: true });
    await cp(place('source', 'keys', 'installation.pem'), place('kept', 'keys', 'installation.pem'));
    writeFileSync(place('kept', 'keys', 'kumamoto.pem'), 'another');
    const before = allFiles(place('kept'));
    await expect(restore(await newDatabase(), place('kept'), orderOf(file(), keysFile()))).rejects.toThrow(
      '鍵の控えと違う鍵があります',
    );
    const fails = await newDatabase('migrated');
    await fails.owner.query('drop function queue_job');
    await expect(restore(fails, place('kept'))).rejects.toThrow('queue_job');
    expect(allFiles(place('kept'))).toEqual(before);
    writeFileSync(place('kept', 'keys', 'installation.pem'), 'broken');
    await expect(restore(fails, place('kept'))).rejects.toThrow('「installation.pem」が壊れています');
  });

  test('an older schema is filled as it was and brought forward', async () => {
    const old = await newDatabase();
    await migrateDatabase(old.owner, '0001_records');
    await old.owner.query(`insert into installation (mode, began_at) values ('production', '2026-01-02T03:04:05.123456Z');
      insert into state (organ, stream_kind, stream_id, version, content, members)
        values ('kumamoto', 'call', 'c', 1, '{"a" : 1.0}', '{}')`);
    await backUp(old, place('old'), orderOf(place('old.tar')));
    const target = await newDatabase();
    const report = await restoreBackup(
      { ...placeOf(serverOf(target), place('new')), renewStates: async () => ({ total: 0, changed: 0 }) },
      orderOf(place('old.tar')),
    );
    expect(report.schema.from).toBe('0001_records');
    expect(report.schema.to > '0001_records').toBe(true);
    const { rows } = await target.owner.query(
      `select content::text, parties::text, (select began_at::text from installation) as began from state`,
    );
    expect(rows).toEqual([{ content: '{"a" : 1.0}', parties: '[]', began: expect.stringContaining('05.123456') }]);
  });
});

const characters = constantFrom(
  ...'\\ \\N \\. \\x41 \t \n \r \v \b \u0001 \u001f \u007f \u0085 \u2028 \ufeff \ufffd " \' ` $ ; { } [ ] , \\\\ \ue000 \uf8ff 𠮷 葛\u{e0100} か\u3099 ｶﾞ \u202e \u{10ffff} é NULL'.split(
    ' ',
  ),
);
const hostile: Arbitrary<string> = oneof(
  array(characters, { maxLength: 8 }).map((parts) => parts.join('')),
  string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
);

test('10,000 hostile texts, as text and as JSON to the byte, come back as they were', async () => {
  const texts = sample(hostile, { numRuns: 10_000, seed: 20260401 });
  const rows = texts.map((text, n) => ({ id: `n${n}`, text, json: `{ "v":${JSON.stringify(text)},"n": 1.50 }` }));
  const strange = await newDatabase('migrated');
  await strange.owner.query(
    `insert into account (person, organ, login, name, roles, password_hash)
      select id, 'o', id, text, json::json, text from json_to_recordset($1) as t (id text, text text, json text)`,
    [JSON.stringify(rows)],
  );
  await strange.owner.query(`insert into installation (mode, began_at) values ('production', now())`);
  await strange.owner.query(`insert into personal_record
    select gen_random_uuid(), 'o', decode(md5(n::text), 'hex'), '{}' from generate_series(1, 300) as n`);
  await backUp(strange, place('strange'), orderOf(place('strange.tar')));
  const target = await newDatabase();
  await restore(target, place('strange-again'), orderOf(place('strange.tar')));
  expect(carried(await allRows(target))).toEqual(carried(await allRows(strange)));
  const { rows: back } = await target.owner.query(
    'select person as id, name as text, roles::text as json from account',
  );
  const byId = new Map(back.map((row) => [row.id, row]));
  expect(rows.filter(({ id, text, json }) => byId.get(id)?.text !== text || byId.get(id)?.json !== json)).toEqual([]);
});

test('a stored file that has changed is named, and the rest is whole', async () => {
  await mkdir(place('worn'));
  for (const name of ['files', 'keys']) await cp(place('source', name), place('worn', name), { recursive: true });
  const [first = '', ...others] = Object.keys(inFolders(allFiles(place('worn'))));
  writeFileSync(place('worn', first), 'worn');
  const report = await backUp(source, place('worn'), orderOf(place('worn.tar')));
  expect(report.damaged).toEqual([first]);
  expect((await restore(await newDatabase(), place('worn-again'), orderOf(place('worn.tar')))).damaged).toEqual([
    first,
  ]);
  expect(Object.keys(inFolders(allFiles(place('worn-again'))))).toEqual(others);
});

test('files behind a link are carried; a folder that cannot be read ends the backup, and nothing is passed over', async () => {
  await mkdir(place('linked'));
  await mkdir(place('disk'));
  await cp(place('source', 'files'), place('linked', 'files'), { recursive: true });
  const [some = ''] = await readdir(place('linked', 'files'));
  await rename(place('linked', 'files', some), place('disk', some));
  await symlink(place('disk', some), place('linked', 'files', some));
  const { files } = await backUp(source, place('linked'), orderOf(place('linked.tar')));
  expect(files).toBe(Object.keys(allFiles(place('source', 'files'))).length);
  await symlink(place('linked', 'files', 'zz'), place('linked', 'files', 'zz'));
  await expect(backUp(source, place('linked'), orderOf(place('loop.tar')))).rejects.toThrow(
    'files/zz」を読めません (ELOOP)',
  );
  expect(await readdir(folder)).not.toContain('loop.tar');
});

test('a backup that is told to end leaves nothing', async () => {
  const ending = new AbortController();
  const order = { ...orderOf(place('ended.tar')), signal: ending.signal, onProgress: () => ending.abort() };
  await expect(backUp(source, data(), order)).rejects.toThrow('aborted');
  expect((await readdir(folder)).filter((name) => name.includes('ended'))).toEqual([]);
});
