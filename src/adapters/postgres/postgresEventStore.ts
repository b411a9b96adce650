import { type Kysely, sql } from 'kysely';
import type { Clock } from '../../app/ports/clock.ts';
import type { CommitResult, EventStore, StateRecord, StoredEvent } from '../../app/ports/eventStore.ts';
import type { OrganId } from '../../core/role.ts';
import { newestForm, type Upcasters } from '../../core/upcasting.ts';
import { lockOrder } from '../lockOrder.ts';
import { isPlain } from '../plainText.ts';
import { asPerson } from './asPerson.ts';
import { enterAudit } from './enterAudit.ts';
import { findStates } from './findStates.ts';
import { inOrgan, type Open } from './inOrgan.ts';
import { isStream } from './isStream.ts';
import { type EventRow, selectEvents, storedEvent } from './storedEvent.ts';
import type { Tables } from './tables.ts';
import { renewState, StaleStream, writeCommit } from './writeCommit.ts';

async function takeNumber(open: Open, organ: OrganId, name: string): Promise<number> {
  const { value } = await open
    .insertInto('series')
    .values({ organ, name, value: 1 })
    .onConflict((taken) => taken.columns(['organ', 'name']).doUpdateSet({ value: sql`series.value + 1` }))
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(value);
}

/** The event store in PostgreSQL. @param db connected in the role of the application */
export function createPostgresEventStore(db: Kysely<Tables>, clock: Clock, upcasters: Upcasters = {}): EventStore {
  const newest = (row: EventRow): StoredEvent => newestForm(upcasters, storedEvent(row));
  const ofCommand = async (open: Open, organ: OrganId, commandId: string): Promise<readonly StoredEvent[]> => {
    const rows = await selectEvents(open)
      .where('event.organ', '=', organ)
      .where('command_id', '=', commandId)
      .execute();
    return rows.map(newest);
  };

  return {
    async commit(commit): Promise<CommitResult> {
      lockOrder(commit);
      const committed = inOrgan(db, commit.organ, async (open): Promise<CommitResult> => {
        const isNew = await writeCommit(open, commit, clock.real(), upcasters);
        const outcome = isNew ? 'committed' : 'repeated';
        return { outcome, events: await ofCommand(open, commit.organ, commit.commandId) };
      });
      return committed.catch((error: unknown) => {
        if (!(error instanceof StaleStream)) throw error;
        return { outcome: 'conflict', stream: error.stream, actualVersion: error.actualVersion };
      });
    },
    async committed(organ, commandId) {
      if (!isPlain(commandId)) return null;
      return inOrgan(db, organ, async (open) => {
        const command = open.selectFrom('command').select('command_id').where('organ', '=', organ);
        const found = await command.where('command_id', '=', commandId).executeTakeFirst();
        return found ? ofCommand(open, organ, commandId) : null;
      });
    },
    async read(organ, stream) {
      if (!isPlain(stream.id)) return [];
      const rows = await inOrgan(db, organ, (open) =>
        selectEvents(open)
          .where('event.organ', '=', organ)
          .where('stream_kind', '=', stream.kind)
          .where('stream_id', '=', stream.id)
          .execute(),
      );
      return rows.map(newest);
    },
    async state(organ, stream): Promise<StateRecord | null> {
      if (!isPlain(stream.id)) return null;
      const row = await inOrgan(db, organ, (open) =>
        open.selectFrom('state').select(['version', 'content']).where(isStream(organ, stream)).executeTakeFirst(),
      );
      return row ? { stream, version: row.version, state: row.content } : null;
    },
    states: (organ, query) =>
      query.party === undefined
        ? inOrgan(db, organ, (open) => findStates(open, organ, query))
        : asPerson(db, { organ, person: query.party }, (open) => findStates(open, organ, query)),
    renew: (organ, record, searchText) => inOrgan(db, organ, (open) => renewState(open, organ, record, searchText)),
    audit: (organ, actor, at, entry) =>
      inOrgan(db, organ, (open) => enterAudit(open, organ, entry, { actor, at, now: clock.real(), commandId: null })),
    nextNumber: (organ, series) => inOrgan(db, organ, (open) => takeNumber(open, organ, series)),
  };
}
