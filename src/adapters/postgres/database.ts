import { Kysely, PostgresDialect } from 'kysely';
import { type ClientConfig, Pool } from 'pg';
import { applicationRole } from './applicationRole.ts';
import { lockDatabase } from './databaseLock.ts';
import type { DatabaseServer } from './databaseServer.ts';
import { migrateDatabase } from './migrateDatabase.ts';
import type { Tables } from './tables.ts';

/** An open database that no other program uses. */
export interface Database {
  /** In the role of the application. */
  readonly application: Kysely<Tables>;
  /** In the role of the owner: for migrations and the worker. */
  readonly owner: Pool;
  /** Ends every connection, then the server if it is ours. */
  close(): Promise<void>;
}

/** How many connections the application and the worker may each hold. */
const poolSize = { application: 10, owner: 6 };

function openPool(connection: ClientConfig, max: number): Pool {
  const pool = new Pool({ ...connection, max, connectionTimeoutMillis: 10_000 });
  // A connection that breaks is replaced by the next query; who was using it gets the error from the query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The tables in the role of the application. */
export const applicationTables = (connection: ClientConfig): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: openPool({ ...connection, options: `-c role=${applicationRole}` }, poolSize.application),
    }),
  });

/** Connections of the owner. */
export const ownerPool = (connection: ClientConfig): Pool => openPool(connection, poolSize.owner);

/**
 * Starts or finds the server, takes its lock and migrates.
 * @param onTaken called when another program took the database while the server was away: this program must end
 * @throws CannotStart when the database cannot be used.
 */
export async function openDatabase(server: DatabaseServer, onTaken: () => void): Promise<Database> {
  const lock = await lockDatabase(server, onTaken);
  const owner = ownerPool(await server.ensure());
  try {
    await migrateDatabase(owner);
  } catch (error) {
    await owner.end();
    await lock.release();
    await server.stop();
    throw error;
  }
  const application = applicationTables(await server.ensure());
  return {
    application,
    owner,
    async close() {
      await application.destroy();
      await owner.end();
      await lock.release();
      await server.stop();
    },
  };
}
