import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { Seeding } from '../../app/demonstration/seeder.ts';
import type { KeptAhead } from '../clock/demonstrationClock.ts';
import type { Tables } from './tables.ts';

/** Written into the database at the first start and never changed. */
export type Mode = 'demonstration' | 'production';

/**
 * The mode of an installation; an empty database is given the wanted one.
 * @param owner the application may only read the mode
 */
export async function establishMode(owner: Pool, wanted: Mode, now: Date): Promise<Mode> {
  await owner.query('insert into installation (mode, began_at) values ($1, $2) on conflict do nothing', [wanted, now]);
  const { rows } = await owner.query<{ mode: Mode }>('select mode from installation');
  if (!rows[0]) throw new Error('the installation has no mode');
  return rows[0].mode;
}

/** Whether anyone can sign in to any organ. */
export async function hasAccounts(owner: Pool): Promise<boolean> {
  const { rows } = await owner.query<{ some: boolean }>('select exists (select from account) as some');
  return rows[0]?.some === true;
}

/** The parts of the demonstration that this database has. */
export const seedingIn = (db: Kysely<Tables>): Seeding => ({
  async isDone(name) {
    const done = db.selectFrom('seeding').select('name').where('name', '=', name);
    return (await done.executeTakeFirst()) !== undefined;
  },
  async record(name, now) {
    const values = { name, done_at: now };
    await db
      .insertInto('seeding')
      .values(values)
      .onConflict((done) => done.doNothing())
      .execute();
  },
});

/** How far the procedure's time of a demonstration is ahead. */
export const aheadIn = (db: Kysely<Tables>): KeptAhead => ({
  async read() {
    const row = await db.selectFrom('procedure_clock').select('ahead_ms').executeTakeFirst();
    return Number(row?.ahead_ms ?? 0);
  },
  async write(ahead) {
    const values = { ahead_ms: ahead };
    const insertion = db.insertInto('procedure_clock').values(values);
    await insertion.onConflict((kept) => kept.column('single').doUpdateSet(values)).execute();
  },
});
