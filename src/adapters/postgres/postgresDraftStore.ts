import type { Kysely } from 'kysely';
import type { Draft, DraftOwner, DraftStore } from '../../app/ports/draftStore.ts';
import { isPlain } from '../plainText.ts';
import { asPerson } from './asPerson.ts';
import type { Open } from './inOrgan.ts';
import type { Tables } from './tables.ts';

interface DraftRow {
  readonly id: string;
  readonly version: number;
  readonly content: unknown;
  readonly saved_at: Date;
}

const draftOf = ({ id, version, content, saved_at: savedAt }: DraftRow): Draft => ({ id, version, savedAt, content });

const ownDrafts = (open: Open, { organ, person }: DraftOwner) =>
  open
    .selectFrom('draft')
    .select(['id', 'version', 'content', 'saved_at'])
    .where('organ', '=', organ)
    .where('person', '=', person);

async function keep(open: Open, { organ, person }: DraftOwner, { id, version, savedAt, content }: Draft) {
  const values = { version, content: JSON.stringify(content), saved_at: savedAt };
  const write =
    version === 1
      ? open
          .insertInto('draft')
          .values({ organ, person, id, ...values })
          .onConflict((there) => there.doNothing())
          .returning('version')
      : open
          .updateTable('draft')
          .set(values)
          .where('organ', '=', organ)
          .where('person', '=', person)
          .where('id', '=', id)
          .where('version', '=', version - 1)
          .returning('version');
  return (await write.executeTakeFirst()) !== undefined;
}

/** Drafts in PostgreSQL; a row shows itself to its own person alone. @param db connected in the role of the application */
export function createPostgresDraftStore(db: Kysely<Tables>): DraftStore {
  return {
    all: (owner) =>
      asPerson(db, owner, async (open) =>
        (await ownDrafts(open, owner).orderBy('saved_at', 'desc').orderBy('id').execute()).map(draftOf),
      ),
    async find(owner, id) {
      if (!isPlain(id)) return null;
      const row = await asPerson(db, owner, (open) => ownDrafts(open, owner).where('id', '=', id).executeTakeFirst());
      return row ? draftOf(row) : null;
    },
    keep: (owner, draft) => asPerson(db, owner, (open) => keep(open, owner, draft)),
    drop: (owner, id) =>
      asPerson(db, owner, async (open) => {
        const rows = open.deleteFrom('draft').where('organ', '=', owner.organ).where('person', '=', owner.person);
        await rows.where('id', '=', id).execute();
      }),
  };
}
