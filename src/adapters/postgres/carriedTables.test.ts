import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import { carriedTables, copyOutText, leftOut } from './carriedTables.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client(database.connection);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

const names = async (text: string) => (await client.query<{ name: string }>(text)).rows.map(({ name }) => name);

test('trust: every table of the database is carried, or left out by name with a reason', async () => {
  const tables = await carriedTables(client);
  const ours = await names(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename collate "C"`,
  );
  expect(ours.length).toBeGreaterThan(14);
  expect([...tables.map(({ name }) => name), ...Object.keys(leftOut)].toSorted()).toEqual(ours);
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['event', 'state', 'audit_entry', 'draft']));
  const schemas = await names(`select distinct schemaname as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
  expect(schemas, 'the worker has a schema of its own; its jobs are carried by what the program queued').toEqual([
    'graphile_worker',
    'public',
  ]);
});

test('trust: every column that is written is carried, and every number goes on', async () => {
  const columns = (await carriedTables(client)).flatMap((table) =>
    table.columns.map((name) => `${table.name}.${name}`),
  );
  const written = await names(`select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and is_generated = 'NEVER'`);
  const left = written.filter((name) => !Object.hasOwn(leftOut, name.split('.')[0] ?? ''));
  expect(columns.toSorted()).toEqual(left.toSorted());
  const sequences = await names(`select schemaname || '.' || sequencename as name from pg_sequences
    where schemaname = 'public' order by 1`);
  const carried = (await carriedTables(client)).flatMap((table) => Object.values(table.sequences));
  expect(carried.toSorted()).toEqual(sequences);
});

test('trust: a table comes after those that it points to, and its rows have an order', async () => {
  const tables = await carriedTables(client);
  const { rows: links } = await client.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
      where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace`,
  );
  const carried = links.filter(({ child }) => !Object.hasOwn(leftOut, child));
  expect(carried.length).toBeGreaterThan(1);
  const at = (wanted: string) => tables.findIndex(({ name }) => name === wanted);
  for (const { child, parent } of carried) expect(at(child), `${child} after ${parent}`).toBeGreaterThan(at(parent));
  for (const table of tables) expect(copyOutText(table)).toContain('order by');
});

test('tables that point to each other, or have no key, are refused by name', async () => {
  await client.query(`begin; create table one (id int primary key, other int);
    create table other (id int primary key, one int references one); alter table one add foreign key (other) references other`);
  await expect(carriedTables(client)).rejects.toThrow('circle');
  await client.query('rollback; begin; create table keyless (a int)');
  const keyless = (await carriedTables(client)).find(({ name }) => name === 'keyless');
  expect(() => keyless && copyOutText(keyless)).toThrow('keyless has no primary key');
  await client.query('rollback');
});
