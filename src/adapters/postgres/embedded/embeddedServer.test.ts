import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CannotStart } from '../../../app/ports/cannotStart.ts';
import { openDatabase } from '../database.ts';
import { externalServer } from '../databaseServer.ts';
import { embeddedServer } from './embeddedServer.ts';

// Whole servers start and end here; a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokumei-server-'));
});
afterAll(() => rm(folder, { recursive: true }));

const open = (dataFolder = folder) => openDatabase(embeddedServer(dataFolder), () => undefined);
const pidFile = () => join(folder, 'postgres', 'postmaster.pid');

/** What a start is refused with. */
async function refusal(starting: Promise<unknown>): Promise<string> {
  const error = await starting.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CannotStart);
  return (error as CannotStart).message;
}

describe('the embedded server', () => {
  test('is durable, takes no connection from a network, and is gone when the database is closed', async () => {
    const database = await open();
    const { rows } = await database.owner.query(
      `select current_setting('fsync') || current_setting('full_page_writes') || current_setting('synchronous_commit') as durable,
          current_setting('listen_addresses') as addresses, current_setting('unix_socket_permissions') as permissions`,
    );
    expect(rows).toEqual([{ durable: 'ononon', addresses: '', permissions: '0700' }]);
    await database.close();
    expect(existsSync(pidFile())).toBe(false);
  });

  test('is used by one program: a second one is told so and disturbs nothing', async () => {
    const database = await open();
    expect(await refusal(open())).toContain(`別のプログラムが ${folder}/postgres を使っています`);
    await database.owner.query('select 1');
    await database.close();
  });

  test('of two programs that begin in an empty folder at once one wins', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'tokumei-server-'));
    const both = await Promise.allSettled([open(empty), open(empty)]);
    const won = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(won).toHaveLength(1);
    await won[0]?.close();
    await rm(empty, { recursive: true });
  });

  test('starts although the number that a dead server left belongs to another process', async () => {
    const lock = [process.pid, join(folder, 'postgres'), 1, 5432, join(folder, 'postgres'), '', '0 0', 'ready   '].join(
      '\n',
    );
    writeFileSync(pidFile(), lock);
    writeFileSync(join(folder, 'postgres', '.s.PGSQL.5432.lock'), lock);
    const database = await open();
    expect(readFileSync(pidFile(), 'utf8').split('\n')[0]).not.toBe(String(process.pid));
    await database.close();
  });

  test('takes a folder whose name is too long for a socket, with quotes, commas and blanks', async () => {
    const long = join(folder, `長い 名前, "引用" ${'x'.repeat(90)}`);
    mkdirSync(long);
    const database = await open(long);
    const { rows } = await database.owner.query(`select current_setting('unix_socket_directories') as folder`);
    const socketFolder = rows[0].folder.replaceAll('"', '');
    expect(socketFolder.startsWith(tmpdir())).toBe(true);
    await database.close();
    expect(existsSync(socketFolder)).toBe(false);
  });

  test('refuses a database of a newer program, and a cluster of another PostgreSQL', async () => {
    const database = await open();
    await database.owner.query(`insert into kysely_migration values ('9999_future', '2099-01-01')`);
    await database.close();
    expect(await refusal(open())).toContain('より新しい版のプログラムで作られています (9999_future)');
    expect(existsSync(pidFile())).toBe(false);
    const versionFile = join(folder, 'postgres', 'PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    writeFileSync(versionFile, '16\n');
    expect(await refusal(open())).toMatch(/PostgreSQL 16 のもので、このプログラムの PostgreSQL 18 では開けません/);
    writeFileSync(versionFile, version);
  });
});

test('a database of the organization that cannot be reached is named without its password', async () => {
  const url = 'postgresql://tokumei:himitsu@127.0.0.1:1/anon';
  const said = await refusal(openDatabase(externalServer(url), () => undefined));
  expect(said).toContain('127.0.0.1:1/anon に接続できません: サーバーが動いていないか、ポート番号が違います');
  expect(said).not.toContain('himitsu');
});
