import { type Kysely, sql, type Transaction } from 'kysely';
import type { OrganId } from '../../core/role.ts';
import type { Tables } from './tables.ts';
import { whatFailed } from './whatFailed.ts';

/** An open transaction. */
export type Open = Transaction<Tables>;

/**
 * One transaction; it sees no row of any organ until it names one.
 * @throws Unavailable when the database is away or its disk is full; nothing was done, or all of it.
 */
export async function openTransaction<Result>(
  db: Kysely<Tables>,
  work: (open: Open) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    throw whatFailed(error);
  }
}

/** One transaction that sees and writes the rows of one organ. */
export const inOrgan = <Result>(
  db: Kysely<Tables>,
  organ: OrganId,
  work: (open: Open) => Promise<Result>,
): Promise<Result> =>
  openTransaction(db, async (open) => {
    await sql`select set_config('tokumei.organ', ${organ}, true)`.execute(open);
    return work(open);
  });
