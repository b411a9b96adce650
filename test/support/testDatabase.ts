import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Client, type ClientConfig, type Pool } from 'pg';
import { inject } from 'vitest';
import { applicationTables, ownerPool } from '../../src/adapters/postgres/database.ts';
import { embeddedServer } from '../../src/adapters/postgres/embedded/embeddedServer.ts';
import { migrateDatabase } from '../../src/adapters/postgres/migrateDatabase.ts';
import type { Tables } from '../../src/adapters/postgres/tables.ts';

/** An empty database of its own for the tests of one file. */
export interface TestDatabase {
  readonly connection: ClientConfig;
  readonly application: Kysely<Tables>;
  readonly owner: Pool;
  close(): Promise<void>;
}

/** The migrated database from which all others are copied. */
const template = 'migrated';

async function makeTemplate(server: Client, connection: ClientConfig): Promise<void> {
  const { rowCount } = await server.query('select from pg_database where datname = $1', [template]);
  if (rowCount) return;
  await server.query(`create database making`);
  const pool = ownerPool({ ...connection, database: 'making' });
  await migrateDatabase(pool);
  await pool.end();
  await server.query(`alter database making rename to ${template}`);
}

/**
 * A new database on the server that all tests of this run share.
 * @param begin `migrated`: the tables are there; `bare`: nothing is
 */
export async function createTestDatabase(begin: 'migrated' | 'bare' = 'migrated'): Promise<TestDatabase> {
  const base = await embeddedServer(inject('sharedCluster')).ensure();
  const server = new Client(base);
  await server.connect();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await server.query('select pg_advisory_lock(1)');
  await makeTemplate(server, base);
  await server.query(`create database ${name} ${begin === 'migrated' ? `template ${template}` : ''}`);
  await server.end();
  const connection = { ...base, database: name };
  const application = applicationTables(connection);
  const owner = ownerPool(connection);
  return {
    connection,
    application,
    owner,
    async close() {
      await application.destroy();
      await owner.end();
    },
  };
}
