import { type Kysely, sql, type Transaction } from 'kysely';
import type { OrganId } from '../../core/role.ts';
import type { Tables } from './tables.ts';
import { whatFailed } from './whatFailed.ts';

/**
 * One transaction that sees and writes the rows of one organ.
 * @throws Unavailable when the database is away or its disk is full; nothing was done, or all of it.
 */
export async function inOrgan<Result>(
  db: Kysely<Tables>,
  organ: OrganId,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction().execute(async (transaction) => {
      await sql`select set_config('tokumei.organ', ${organ}, true)`.execute(transaction);
      return work(transaction);
    });
  } catch (error) {
    throw whatFailed(error);
  }
}
