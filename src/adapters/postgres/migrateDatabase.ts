import { runMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Pool } from 'pg';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { amendedAccounts } from './migrations/amendedAccounts.ts';
import { auditChain } from './migrations/auditChain.ts';
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
};

async function checkNotNewer(migrator: Migrator, pool: Pool): Promise<void> {
  const known = (await migrator.getMigrations()).map(({ name }) => name);
  const { rows } = await pool.query<{ there: boolean }>(`select to_regclass('kysely_migration') is not null as there`);
  if (!rows[0]?.there) return;
  const executed = await pool.query<{ name: string }>('select name from kysely_migration order by name');
  const unknown = executed.rows.find(({ name }) => !known.includes(name));
  if (unknown)
    throw new CannotStart(
      `このデータベースは、より新しい版のプログラムで作られています (${unknown.name})。その版以降のプログラムで起動してください。`,
    );
}

function whyNotMigrated(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== '42501') return whatFailed(error);
  return new CannotStart(
    `DATABASE_URL の利用者の権限が足りず、データベースを準備できません (${message})。データベースの持ち主で、役割を作れる (CREATEROLE) 利用者を指定してください。`,
  );
}

/**
 * Brings the tables to the form of this program.
 * @param pool connected as the owner
 * @throws CannotStart when the database is of a newer program.
 */
export async function migrateDatabase(pool: Pool): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  await checkNotNewer(migrator, pool);
  try {
    await runMigrations({ pgPool: pool, logger: workerLogger });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  } catch (error) {
    throw whyNotMigrated(error);
  }
}
