import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Clock } from '../../app/ports/clock.ts';
import type {
  AuditEntry,
  Commit,
  CommitResult,
  EventStore,
  Job,
  StateQuery,
  StateRecord,
  StoredEvent,
  StreamCommit,
} from '../../app/ports/eventStore.ts';
import { Unavailable } from '../../app/ports/unavailable.ts';
import type { StreamRef } from '../../core/event.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import { newestForm, newestVersion, type Upcasters } from '../../core/upcasting.ts';
import { lockOrder } from '../lockOrder.ts';
import { isPlain, plainText } from '../plainText.ts';
import { stateMembers } from '../stateMembers.ts';
import { inOrgan, type Open } from './inOrgan.ts';
import type { Tables } from './tables.ts';

/** Ends the transaction of a commit whose decision was made on an older version. */
class StaleStream extends Error {
  readonly stream: StreamRef;
  readonly actualVersion: number;
  constructor(stream: StreamRef, actualVersion: number) {
    super('the stream has moved on');
    this.stream = stream;
    this.actualVersion = actualVersion;
  }
}

const json = (value: unknown): string => JSON.stringify(value ?? null);

const columnsOf = (organ: OrganId, { kind, id }: StreamRef) => ({ organ, stream_kind: kind, stream_id: id });

/** Digest of a personal record: the salt keeps a short text from being guessed when the record is gone. */
const personalDigest = (salt: Buffer, content: string): Buffer =>
  createHash('sha256').update(salt).update(content).digest();

async function versionOf(open: Open, organ: OrganId, stream: StreamRef): Promise<number> {
  const found = await open.selectFrom('state').select('version').where(isStream(organ, stream)).executeTakeFirst();
  return found?.version ?? 0;
}

const isStream = (organ: OrganId, { kind, id }: StreamRef) =>
  sql<boolean>`(organ = ${organ} and stream_kind = ${kind} and stream_id = ${id})`;

/** Writes the state if the stream stands where the decision was made; every other commit to it waits until we are done. */
async function advance(open: Open, organ: OrganId, part: StreamCommit): Promise<void> {
  const values = {
    version: part.expectedVersion + part.events.length,
    content: json(part.state),
    members: json(stateMembers(part.state)),
    search_text: part.searchText === undefined ? null : plainText(part.searchText),
  };
  const write =
    part.expectedVersion === 0
      ? open
          .insertInto('state')
          .values({ ...columnsOf(organ, part.stream), ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
      : open
          .updateTable('state')
          .set(values)
          .where(isStream(organ, part.stream))
          .where('version', '=', part.expectedVersion)
          .returning('version');
  const written = await write.executeTakeFirst();
  if (!written) throw new StaleStream(part.stream, await versionOf(open, organ, part.stream));
}

/** Keeps the personal data of an event apart; answers what the event holds of it. */
async function keepPersonal(open: Open, organ: OrganId, personal: unknown) {
  if (personal === undefined || personal === null) return { personal_record: null, personal_digest: null };
  const [id, salt, content] = [randomUUID(), randomBytes(32), json(personal)];
  await open.insertInto('personal_record').values({ id, organ, salt, content }).execute();
  return { personal_record: id, personal_digest: personalDigest(salt, content) };
}

async function append(open: Open, commit: Commit, part: StreamCommit, now: Date, upcasters: Upcasters): Promise<void> {
  for (const [index, event] of part.events.entries())
    await open
      .insertInto('event')
      .values({
        id: randomUUID(),
        ...columnsOf(commit.organ, part.stream),
        version: part.expectedVersion + index + 1,
        type: event.type,
        schema_version: newestVersion(upcasters, event.type),
        data: json(event.data),
        ...(await keepPersonal(open, commit.organ, event.personal)),
        at: commit.at,
        recorded_at: now,
        actor: json(commit.actor),
        command_id: commit.commandId,
      })
      .execute();
}

async function enter(
  open: Open,
  organ: OrganId,
  { act, outcome, stream, facts }: AuditEntry,
  entered: { actor: Actor; at: string; now: Date; commandId: string | null },
): Promise<void> {
  await open
    .insertInto('audit_entry')
    .values({
      organ,
      at: entered.at,
      recorded_at: entered.now,
      actor: json(entered.actor),
      act,
      outcome,
      stream_kind: stream?.kind ?? null,
      stream_id: stream?.id ?? null,
      facts: json(facts),
      command_id: entered.commandId,
    })
    .execute();
}

/** A job is of an organ: its worker has to know for whom it works. */
const queue = (open: Open, organ: OrganId, { task, payload, key }: Job) =>
  sql`select queue_job(${task}, ${json({ organ, payload })}::json, ${key === undefined ? null : `${organ}:${key}`})`.execute(
    open,
  );

const events = (open: Open) =>
  open
    .selectFrom('event')
    .leftJoin('personal_record', 'personal_record.id', 'event.personal_record')
    .selectAll('event')
    .select('personal_record.content as personal')
    .orderBy('event.position');

type EventRow = Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number];

const storedEvent = (row: EventRow): StoredEvent => ({
  id: row.id,
  organ: row.organ,
  stream: { kind: row.stream_kind, id: row.stream_id },
  version: row.version,
  type: row.type,
  schemaVersion: row.schema_version,
  data: row.data,
  personal: row.personal ?? null,
  at: row.at,
  recordedAt: row.recorded_at.toISOString(),
  actor: row.actor,
  commandId: row.command_id,
});

/** In milliseconds: a clock may be put right by as much without a word. */
const smallCorrection = 5 * 60_000;

/** A deadline met by a clock that was set back would be met wrongly; the store waits until the clock is right again. */
async function refuseClockSetBack(open: Open, organ: OrganId, now: Date): Promise<void> {
  const entries = open.selectFrom('audit_entry').select('recorded_at').where('organ', '=', organ);
  const last = await entries.orderBy('position', 'desc').limit(1).executeTakeFirst();
  if (!last || last.recorded_at.getTime() - now.getTime() <= smallCorrection) return;
  throw new Unavailable(
    `この機械の時計 (${now.toISOString()}) が、最後の記録 (${last.recorded_at.toISOString()}) より前を指しているため、受け付けられません。管理者に知らせてください。時計が正しくなれば、そのまま続けられます。`,
  );
}

/** All of a commit in one transaction; answers false when the command was committed before. */
async function write(open: Open, commit: Commit, now: Date, upcasters: Upcasters): Promise<boolean> {
  const { organ, commandId, actor, at } = commit;
  const isNew = await open
    .insertInto('command')
    .values({ organ, command_id: commandId, recorded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('command_id')
    .executeTakeFirst();
  if (!isNew) return false;
  await refuseClockSetBack(open, organ, now);
  for (const part of lockOrder(commit)) await advance(open, organ, part);
  for (const part of commit.streams) await append(open, commit, part, now, upcasters);
  await enter(open, organ, commit.audit, { actor, at, now, commandId });
  for (const job of commit.jobs) await queue(open, organ, job);
  return true;
}

const likePattern = (word: string): string => `%${plainText(word).replace(/[\\%_]/g, '\\$&')}%`;

type StateSelection<Row> = SelectQueryBuilder<Tables, 'state', Row>;

function restrict<Row>(selection: StateSelection<Row>, organ: OrganId, query: StateQuery): StateSelection<Row> {
  const ofKind = selection.where('organ', '=', organ).where('stream_kind', '=', query.kind);
  const withMembers = query.where ? ofKind.where(sql<boolean>`members @> ${json(query.where)}::jsonb`) : ofKind;
  return (query.words ?? []).reduce((all, word) => all.where('search_text', 'like', likePattern(word)), withMembers);
}

async function findStates(open: Open, organ: OrganId, query: StateQuery): ReturnType<EventStore['states']> {
  const asked = stateMembers(query.where ?? {});
  if (Object.keys(asked).length < Object.keys(query.where ?? {}).length) return { records: [], total: 0 };
  const count = restrict(open.selectFrom('state').select(sql<string>`count(*)`.as('total')), organ, query);
  const page = restrict(open.selectFrom('state').select(['stream_id', 'version', 'content']), organ, query)
    .orderBy('position')
    .offset(query.offset ?? 0);
  const rows = await (query.limit === undefined ? page : page.limit(query.limit)).execute();
  const { total } = await count.executeTakeFirstOrThrow();
  return {
    total: Number(total),
    records: rows.map((row) => ({
      stream: { kind: query.kind, id: row.stream_id },
      version: row.version,
      state: row.content,
    })),
  };
}

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
    const rows = await events(open).where('event.organ', '=', organ).where('command_id', '=', commandId).execute();
    return rows.map(newest);
  };

  return {
    async commit(commit): Promise<CommitResult> {
      lockOrder(commit);
      const committed = inOrgan(db, commit.organ, async (open): Promise<CommitResult> => {
        const isNew = await write(open, commit, clock.real(), upcasters);
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
        events(open)
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
    states: (organ, query) => inOrgan(db, organ, (open) => findStates(open, organ, query)),
    audit: (organ, actor, at, entry) =>
      inOrgan(db, organ, (open) => enter(open, organ, entry, { actor, at, now: clock.real(), commandId: null })),
    nextNumber: (organ, series) => inOrgan(db, organ, (open) => takeNumber(open, organ, series)),
  };
}
