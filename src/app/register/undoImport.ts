import type { Refusal } from '../../core/decision.ts';
import type { RegisterEvent } from '../../core/register/events.ts';
import { evolve } from '../../core/register/evolve.ts';
import { no } from '../../core/register/refusals.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import type { Parts } from '../parts.ts';
import { policy } from '../policy.ts';
import type { StateRecord, StoredEvent, StreamCommit } from '../ports/eventStore.ts';
import { foldEntry } from './foldEntry.ts';

/** Entries that were registered together and that nothing has touched since. */
export interface UndoableImport {
  /** The command with which they were registered. */
  readonly id: string;
  readonly at: string;
  readonly entries: readonly { readonly id: string; readonly fileName: string }[];
}

/** What stands in the way of an undo: an entry and what happened to it after its registration, as names of events. */
export interface TouchedEntry {
  readonly entry: string;
  readonly events: readonly string[];
}

export interface UndoOrder {
  readonly organ: OrganId;
  readonly actor: Actor;
  readonly commandId: string;
  /** `UndoableImport.id`. */
  readonly import: string;
  readonly reason: string;
}

export type UndoOutcome =
  | { readonly outcome: 'undone'; readonly entries: number }
  | { readonly outcome: 'touched'; readonly touched: readonly TouchedEntry[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'unknown' | 'repeated' | 'conflict' };

/** The most entries that are looked at for imports that can be undone, the newest of those not yet published. */
const mostEntries = 300;

/** The imports of an organ whose every entry still stands as it was registered, newest first. */
export async function undoableImports({ events }: Parts, organ: OrganId): Promise<UndoableImport[]> {
  const where = { stage: 'registered' };
  const { total } = await events.states(organ, { kind: 'register', where, limit: 0 });
  const offset = Math.max(0, total - mostEntries);
  const { records } = await events.states(organ, { kind: 'register', where, offset, limit: mostEntries });
  const found = new Map<string, UndoableImport>();
  for (const { stream, version, state } of records) {
    const last = (await events.read(organ, stream)).at(-1);
    if (last?.type !== 'fileRegistered' || last.version !== version) continue;
    const { at, entries } = found.get(last.commandId) ?? { at: last.at, entries: [] };
    const { fileName } = (state as RegisterState).contents;
    found.set(last.commandId, { id: last.commandId, at, entries: [...entries, { id: stream.id, fileName }] });
  }
  const whole = await Promise.all(
    [...found.values()].map(async (one) =>
      (await events.committed(organ, one.id))?.length === one.entries.length ? [one] : [],
    ),
  );
  return whole.flat().toReversed();
}

/** Takes an import back, all of its entries or none: only while nothing later touched any of them. */
export async function undoImport(parts: Parts, order: UndoOrder): Promise<UndoOutcome> {
  const { organ, actor, commandId, reason } = order;
  const refusal = policy({ actor, organ, act: { command: 'registerFile' } });
  if (refusal) return { outcome: 'refused', refusal };
  if (reason.trim() === '') return { outcome: 'refused', refusal: no('reasonMissing').refusal };
  if (await parts.events.committed(organ, commandId)) return { outcome: 'repeated' };
  const imported = (await parts.events.committed(organ, order.import))?.filter(isRegistration) ?? [];
  if (imported.length === 0) return { outcome: 'unknown' };
  const entries = await Promise.all(imported.map((event) => entryOf(parts, event)));
  const touched = entries.flatMap(({ event, later }) =>
    later.length === 0 ? [] : [{ entry: event.stream.id, events: later }],
  );
  if (touched.length > 0) return { outcome: 'touched', touched };
  const undone = { type: 'registrationUndone', data: { import: order.import, reason } } as const;
  const streams = entries.flatMap(({ record }) => (record ? [undoneEntry(record, undone)] : []));
  const audit = {
    act: 'undoImport',
    outcome: 'done',
    stream: null,
    facts: { import: order.import, entries: streams.length },
  } as const;
  const at = parts.clock.procedure();
  const { outcome } = await parts.events.commit({ organ, commandId, actor, at, streams, audit, jobs: [] });
  return outcome === 'committed' ? { outcome: 'undone', entries: streams.length } : { outcome };
}

const isRegistration = ({ type, stream }: StoredEvent) => type === 'fileRegistered' && stream.kind === 'register';

async function entryOf({ events }: Parts, event: StoredEvent) {
  const [record, history] = await Promise.all([
    events.state(event.organ, event.stream),
    events.read(event.organ, event.stream),
  ]);
  const later = history.filter(({ version }) => version > event.version).map(({ type }) => type);
  return { event, record, later };
}

function undoneEntry({ stream, version, state: before }: StateRecord, event: RegisterEvent): StreamCommit {
  const state = evolve(before as RegisterState, event);
  return { stream, expectedVersion: version, events: [event], state, searchText: foldEntry(state) };
}
