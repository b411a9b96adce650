import { randomUUID } from 'node:crypto';
import type { EnteredAct } from '../../app/audit/chainEntry.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type {
  Commit,
  CommitResult,
  EventStore,
  Job,
  StateQuery,
  StateRecord,
  StoredEvent,
  StreamCommit,
} from '../../app/ports/eventStore.ts';
import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import { newestForm, newestVersion, type Upcasters } from '../../core/upcasting.ts';
import { lockOrder, streamName } from '../lockOrder.ts';
import { plainText } from '../plainText.ts';
import { stateMembers } from '../stateMembers.ts';
import { stateParties } from '../stateParties.ts';

/** A queued job, with the organ that it is of. */
interface KeptJob extends Job {
  readonly organ: OrganId;
}

/** The event store of scenarios and tests; jobs and audit entries can be looked at. */
export interface MemoryEventStore extends EventStore {
  readonly jobs: readonly KeptJob[];
  /** The audit log, in order. */
  readonly entries: readonly EnteredAct[];
}

interface KeptState {
  readonly stream: StreamRef;
  readonly version: number;
  readonly state: string;
  readonly searchText: string | undefined;
}

interface OrganRecords {
  /** Events as JSON, in the order of their commits. */
  readonly events: string[];
  readonly commands: Set<string>;
  /** By stream, in the order of their first event. */
  readonly states: Map<string, KeptState>;
  readonly series: Map<string, number>;
}

const json = (value: unknown): string => JSON.stringify(value ?? null);

function matches(kept: KeptState, { kind, words = [], where = {}, party }: StateQuery): boolean {
  if (kept.stream.kind !== kind) return false;
  if (party !== undefined && !stateParties(JSON.parse(kept.state)).includes(party)) return false;
  if (!words.every((word) => kept.searchText?.includes(plainText(word)))) return false;
  const members = new Map(Object.entries(stateMembers(JSON.parse(kept.state))));
  return Object.entries(where).every(([name, value]) => members.get(name) === value);
}

function storedEvents(commit: Commit, part: StreamCommit, clock: Clock, upcasters: Upcasters): string[] {
  return part.events.map((event, index) =>
    json({
      id: randomUUID(),
      organ: commit.organ,
      stream: part.stream,
      version: part.expectedVersion + index + 1,
      type: event.type,
      schemaVersion: newestVersion(upcasters, event.type),
      data: event.data ?? null,
      personal: event.personal ?? null,
      at: commit.at,
      recordedAt: clock.real().toISOString(),
      actor: commit.actor,
      commandId: commit.commandId,
    } satisfies StoredEvent),
  );
}

const versionOf = (records: OrganRecords, stream: StreamRef): number =>
  records.states.get(streamName(stream))?.version ?? 0;

function keepState({ states }: OrganRecords, part: StreamCommit): void {
  const name = streamName(part.stream);
  const kept: KeptState = {
    stream: part.stream,
    version: part.expectedVersion + part.events.length,
    state: json(part.state),
    searchText: part.searchText === undefined ? undefined : plainText(part.searchText),
  };
  states.set(name, kept);
}

function renewState({ states }: OrganRecords, { stream, version, state }: StateRecord, searchText?: string): void {
  const name = streamName(stream);
  if (states.get(name)?.version !== version) return;
  const folded = searchText === undefined ? undefined : plainText(searchText);
  states.set(name, { stream, version, state: json(state), searchText: folded });
}

function findStates({ states }: OrganRecords, query: StateQuery): Awaited<ReturnType<EventStore['states']>> {
  const { offset = 0, limit = Number.POSITIVE_INFINITY } = query;
  const found = [...states.values()].filter((kept) => matches(kept, query));
  const records = found.slice(offset, offset + limit).map((kept) => ({ ...kept, state: JSON.parse(kept.state) }));
  return { records: records.map(({ stream, version, state }) => ({ stream, version, state })), total: found.length };
}

function queue(jobs: KeptJob[], job: KeptJob): void {
  const isSame = ({ organ, key }: KeptJob): boolean => organ === job.organ && key === job.key;
  const waiting = job.key === undefined ? -1 : jobs.findIndex(isSame);
  if (waiting >= 0) jobs[waiting] = job;
  else jobs.push(job);
}

/** An event store that lives as long as the program. What goes in and comes out passes through JSON, as in the database. */
export function createMemoryEventStore(clock: Clock, upcasters: Upcasters = {}): MemoryEventStore {
  const organs = new Map<OrganId, OrganRecords>();
  const jobs: KeptJob[] = [];
  const entries: EnteredAct[] = [];

  const recordsOf = (organ: OrganId): OrganRecords => {
    const records = organs.get(organ) ?? { events: [], commands: new Set(), states: new Map(), series: new Map() };
    organs.set(organ, records);
    return records;
  };
  const eventsWhere = (organ: OrganId, wanted: (event: StoredEvent) => boolean): StoredEvent[] =>
    recordsOf(organ)
      .events.map((event): StoredEvent => JSON.parse(event))
      .filter(wanted)
      .map((event) => newestForm(upcasters, event));
  const committed = (organ: OrganId, commandId: string): readonly StoredEvent[] | null =>
    recordsOf(organ).commands.has(commandId) ? eventsWhere(organ, (event) => event.commandId === commandId) : null;
  const commit = (commit: Commit): CommitResult => {
    const [ordered, records] = [lockOrder(commit), recordsOf(commit.organ)];
    const earlier = committed(commit.organ, commit.commandId);
    if (earlier) return { outcome: 'repeated', events: earlier };
    const stale = ordered.find(({ stream, expectedVersion }) => versionOf(records, stream) !== expectedVersion);
    if (stale) return { outcome: 'conflict', stream: stale.stream, actualVersion: versionOf(records, stale.stream) };
    records.commands.add(commit.commandId);
    for (const part of commit.streams) {
      records.events.push(...storedEvents(commit, part, clock, upcasters));
      keepState(records, part);
    }
    const { audit, organ, actor, at, commandId } = commit;
    entries.push({ ...audit, organ, actor, at, commandId, recordedAt: clock.real().toISOString() });
    for (const job of commit.jobs) queue(jobs, { ...job, organ: commit.organ });
    return { outcome: 'committed', events: committed(commit.organ, commit.commandId) ?? [] };
  };

  return {
    jobs,
    entries,
    commit: async (wanted) => commit(wanted),
    committed: async (organ, commandId) => committed(organ, commandId),
    read: async (organ, stream) => eventsWhere(organ, (event) => streamName(event.stream) === streamName(stream)),
    renew: async (organ, record, searchText) => renewState(recordsOf(organ), record, searchText),
    async state(organ, stream) {
      const kept = recordsOf(organ).states.get(streamName(stream));
      return kept ? { stream, version: kept.version, state: JSON.parse(kept.state) } : null;
    },
    states: async (organ, query) => findStates(recordsOf(organ), query),
    async audit(organ, actor, at, entry) {
      entries.push({ ...entry, organ, actor, at, commandId: null, recordedAt: clock.real().toISOString() });
    },
    async nextNumber(organ, series) {
      const { series: numbers } = recordsOf(organ);
      const next = (numbers.get(series) ?? 0) + 1;
      numbers.set(series, next);
      return next;
    },
  };
}
