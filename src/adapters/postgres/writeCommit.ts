import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Commit, Job, StateRecord, StreamCommit } from '../../app/ports/eventStore.ts';
import { Unavailable } from '../../app/ports/unavailable.ts';
import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import { newestVersion, type Upcasters } from '../../core/upcasting.ts';
import { lockOrder } from '../lockOrder.ts';
import { plainText } from '../plainText.ts';
import { stateMembers } from '../stateMembers.ts';
import { stateParties } from '../stateParties.ts';
import { enterAudit } from './enterAudit.ts';
import type { Open } from './inOrgan.ts';
import { isStream } from './isStream.ts';

/** Ends the transaction of a commit whose decision was made on an older version. */
export class StaleStream extends Error {
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

/** What the row of a state holds of it. */
const stateColumns = (state: unknown, searchText: string | undefined) => ({
  content: json(state),
  members: json(stateMembers(state)),
  parties: json(stateParties(state)),
  search_text: searchText === undefined ? null : plainText(searchText),
});

/** Writes a state anew at the version it has, where the row says anything else. */
export async function renewState(
  open: Open,
  organ: OrganId,
  { stream, version, state }: StateRecord,
  searchText: string | undefined,
): Promise<void> {
  const columns = stateColumns(state, searchText);
  const { content, members, parties, search_text } = columns;
  await open
    .updateTable('state')
    .set(columns)
    .where(isStream(organ, stream))
    .where('version', '=', version)
    .where(
      sql<boolean>`(content::text, members, parties, search_text)
        is distinct from (${content}, ${members}::jsonb, ${parties}::jsonb, ${search_text}::text)`,
    )
    .execute();
}

/** Writes the state if the stream stands where the decision was made; every other commit to it waits until we are done. */
async function advance(open: Open, organ: OrganId, part: StreamCommit): Promise<void> {
  const values = {
    version: part.expectedVersion + part.events.length,
    ...stateColumns(part.state, part.searchText),
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

/** A job is of an organ: its worker has to know for whom it works. */
const queue = (open: Open, organ: OrganId, { task, payload, key }: Job) =>
  sql`select queue_job(${task}, ${json({ organ, payload })}::json, ${key === undefined ? null : `${organ}:${key}`})`.execute(
    open,
  );

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
export async function writeCommit(open: Open, commit: Commit, now: Date, upcasters: Upcasters): Promise<boolean> {
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
  await enterAudit(open, organ, commit.audit, { actor, at, now, commandId });
  for (const job of commit.jobs) await queue(open, organ, job);
  return true;
}
