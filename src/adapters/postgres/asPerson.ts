import { type Kysely, sql } from 'kysely';
import type { DraftOwner } from '../../app/ports/draftStore.ts';
import { inOrgan, type Open } from './inOrgan.ts';
import type { Tables } from './tables.ts';

/**
 * One transaction for a person from outside: of their organ's drafts and cases it sees their own, and of any other it
 * learns as little as of one that does not exist.
 */
export const asPerson = <Result>(
  db: Kysely<Tables>,
  { organ, person }: DraftOwner,
  work: (open: Open) => Promise<Result>,
): Promise<Result> =>
  inOrgan(db, organ, async (open) => {
    await sql`select set_config('tokumei.person', ${person}, true)`.execute(open);
    return work(open);
  });
