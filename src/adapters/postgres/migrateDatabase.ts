import { runMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Client, Pool } from 'pg';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { amendedAccounts } from './migrations/amendedAccounts.ts';
import { auditChain } from './migrations/auditChain.ts';
import { auditPerson } from './migrations/auditPerson.ts';
import { ownCases } from './migrations/ownCases.ts';
import { records } from './migrations/records.ts';
import { whatFailed } from './whatFailed.ts';
import { workerLogger } from './workerLogger.ts';

/** Every migration by name, in the order of their names; a landed one is never edited, and there is no way back. */
const migrations = {
  '0001_records': records,
  '0002_own_cases': ownCases,
  '0004_audit_chain': auditChain,
  '0005_amended_accounts': amendedAccounts,
  '0006_audit_person': auditPerson,
};

/**
 * The migrations that made a database, in their order; none when it is empty.
 * @throws CannotStart when the database is of a newer program.
 */
export async function schemaOf(db: Pool | Client): Promise<readonly string[]> {
  const { rows } = await db.query<{ there: boolean }>(`select to_regclass('kysely_migration') is not null as there`);
  if (!rows[0]?.there) return [];
  const executed = await db.query<{ name: string }>('select name from kysely_migration order by name');
  const schema = executed.rows.map(({ name }) => name);
  const unknown = unknownMigration(schema);
  if (unknown !== undefined)
    throw new CannotStart(
      `このデータベースは、より新しい版のプログラムで作られています (${unknown})。その版以降のプログラムで起動してください。`,
    );
  return schema;
}

/** The first migration of a schema that this program does not know. */
export const unknownMigration = (schema: readonly string[]): string | undefined =>
  schema.find((name) => !Object.hasOwn(migrations, name));

function whyNotMigrated(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== '42501') return whatFailed(error);
  return new CannotStart(
    `DATABASE_URL の利用者の権限が足りず、データベースを準備できません (${message})。データベースの持ち主で、役割を作れる (CREATEROLE) 利用者を指定してください。`,
  );
}

/**
 * Brings the tables to the form of this program, or of an earlier one.
 * @param pool connected as the owner
 * @param through the last migration that is wanted
 * @throws CannotStart when the database is of a newer program.
 */
export async function migrateDatabase(pool: Pool, through?: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await schemaOf(pool);
  try {
    await runMigrations({ pgPool: pool, logger: workerLogger });
    const { error } = await (through === undefined ? migrator.migrateToLatest() : migrator.migrateTo(through));
    if (error) throw error;
  } catch (error) {
    throw whyNotMigrated(error);
  }
}
