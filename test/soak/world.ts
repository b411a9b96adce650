// An organ in memory without anything but the deciders: what other cases a decision must know of is looked up in plain
// maps, a second way beside the use cases.
import { japaneseHolidays } from '../../src/adapters/calendar/japaneseHolidays.ts';
import {
  type AggregateKind,
  type AnyEvent,
  type AnyState,
  aggregates,
  type Command,
} from '../../src/app/aggregates.ts';
import { type Circumstances, decideIn } from '../../src/core/aggregate.ts';
import type { CallState } from '../../src/core/call/state.ts';
import type { Refusal } from '../../src/core/decision.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { ProposalCommand } from '../../src/core/proposal/commands.ts';
import type { ProposalFacts } from '../../src/core/proposal/facts.ts';
import type { ProposalState } from '../../src/core/proposal/state.ts';
import type { RegisterState } from '../../src/core/register/state.ts';
import type { Role } from '../../src/core/role.ts';

export type Kind = Extract<AggregateKind, 'register' | 'call' | 'proposal'>;

export interface Ref {
  readonly kind: Kind;
  readonly id: string;
}

interface Stream {
  readonly state: AnyState;
  readonly events: readonly AnyEvent[];
}

export interface World {
  readonly rules: RuleSet;
  /** Japan's local time. */
  readonly now: string;
  readonly streams: ReadonlyMap<string, Stream>;
  readonly cancellations: ProposalFacts['cancellations'];
}

export interface Order {
  readonly ref: Ref;
  readonly role: Role;
  readonly person: string;
  readonly command: Command;
}

/** What an order did: the events of its own case, or why nothing happened. */
export interface Deed {
  readonly before: World;
  readonly after: World;
  readonly order: Order;
  readonly events: readonly AnyEvent[];
  readonly refusal: Refusal | null;
}

const holidays = japaneseHolidays();
const keyOf = ({ kind, id }: Ref): string => `${kind}:${id}`;

export const streamOf = ({ streams }: World, ref: Ref): Stream | null => streams.get(keyOf(ref)) ?? null;
const stateOf = <State>(world: World, kind: Kind, id: string | null): State | null =>
  (id === null ? null : (streamOf(world, { kind, id })?.state as State | undefined)) ?? null;
export const callIn = (world: World, id: string | null) => stateOf<CallState>(world, 'call', id);
export const entryIn = (world: World, id: string | null) => stateOf<RegisterState>(world, 'register', id);
export const proposalIn = (world: World, id: string | null) => stateOf<ProposalState>(world, 'proposal', id);

/** The ids of a kind, in the order of their beginning. */
export const idsOf = ({ streams }: World, kind: Kind): readonly string[] =>
  [...streams.keys()].flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []));

/** Gives an order; the table of roles is kept here, as the use cases keep it. */
export function give(before: World, order: Order): Deed {
  const { ref, role, command } = order;
  const aggregate = aggregates[ref.kind];
  const { roles } = aggregate.permissions[command.do] as { readonly roles: readonly Role[] };
  const nothing = { before, after: before, order, events: [] };
  if (!roles.includes(role)) return { ...nothing, refusal: { code: 'notPermitted', basis: '', facts: {} } };
  const stream = streamOf(before, ref);
  const facts = { ...factsOf(before, order, stream?.state ?? null), ...circumstances(before, order) };
  const decision = decideIn(aggregate, command, stream?.state ?? null, before.rules, facts);
  if ('refusal' in decision) return { ...nothing, refusal: decision.refusal };
  const { events } = decision;
  if (events.length === 0) return { ...nothing, refusal: null };
  const state = events.reduce<AnyState | null>(aggregate.evolve, stream?.state ?? null) as AnyState;
  const streams = new Map(before.streams).set(keyOf(ref), { state, events: [...(stream?.events ?? []), ...events] });
  return { before, after: followed({ ...before, streams }, ref, events), order, events, refusal: null };
}

const circumstances = ({ now, rules }: World, { role, person }: Order): Circumstances => ({
  now,
  actor: { person, role, organ: rules.organ },
  ruleDay: now.slice(0, 10),
  closedDays: { ...holidays, yearEnd: rules.deadlines.yearEnd?.value ?? null },
});

/** What is merged goes on in the proposal that offered it. */
function followed(world: World, { id: into }: Ref, events: readonly AnyEvent[]): World {
  const merged = events.find(({ type }) => type === 'mergeConcluded')?.data as
    | { readonly way: string; readonly proposals: readonly string[] }
    | undefined;
  if (merged?.way !== 'merge') return world;
  return merged.proposals.reduce(
    (next, id) =>
      give(next, {
        ref: { kind: 'proposal', id },
        role: 'system',
        person: 'system',
        command: { do: 'joinMerge', into },
      }).after,
    world,
  );
}

function factsOf(world: World, { ref, command }: Order, state: AnyState | null): object {
  if (ref.kind === 'register')
    return {
      entry: ref.id,
      created: { persons: 4_000, items: ['年齢'], createdOn: world.now.slice(0, 10), entry: ref.id },
      noAssurance: '約束するものではない。',
    };
  if (ref.kind === 'call') return callFacts(world, command, state as CallState | null);
  return proposalFacts(world, command as ProposalCommand, state as ProposalState | null, ref.id);
}

function callFacts(world: World, command: Command, state: CallState | null) {
  const named = 'entries' in command ? (command.entries as readonly string[] | null) : null;
  const ids = [...(named ?? []), ...(state?.files.map(({ entry }) => entry) ?? [])];
  const known = ids.flatMap((id) => {
    const entry = entryIn(world, id);
    const { flagged, persons } = entry ?? {};
    return entry ? [[id, { fileName: entry.contents.fileName, flagged, persons }] as const] : [];
  });
  return { entries: Object.fromEntries(known) };
}

function proposalFacts(world: World, command: ProposalCommand, state: ProposalState | null, own: string) {
  const about = (state ?? command) as { readonly call?: string | null; readonly entry: string };
  const [call, entry] = [callIn(world, about.call ?? null), entryIn(world, about.entry)];
  const release = state?.created?.release ?? ('release' in command ? command.release : null);
  const other = 'into' in command && command.into !== own ? proposalIn(world, command.into) : null;
  return {
    call: call && calledBy(call, about.entry),
    entry: entry && { ...entry.contents, persons: entry.persons, recordItems: namesOf(entry) },
    proposals: command.do === 'offerMerge' ? Object.fromEntries(namedBy(world, command.proposals, own)) : {},
    cancellations: world.cancellations,
    created: (entry?.stage === 'published' && entry.createdData.find((data) => data.release === release)) || null,
    other,
    birthDates: birthDatesOf(world, own),
    number: state === null ? { fiscalYear: 2025, serial: world.streams.size } : null,
  };
}

/** Birth dates as they were filed or corrected last. */
function birthDatesOf(world: World, id: string): readonly (string | null)[] {
  const filed = (streamOf(world, { kind: 'proposal', id })?.events ?? []).flatMap(({ personal }) => {
    const people = personal as { readonly proposers?: readonly { readonly birthDate: string | null }[] } | undefined;
    return people?.proposers ? [people.proposers.map(({ birthDate }) => birthDate)] : [];
  });
  return filed.at(-1) ?? [];
}

const namesOf = ({ contents }: RegisterState) => contents.recordItems.map(({ name }) => name);

const calledBy = (call: CallState, entry: string) => ({
  ...call,
  entries: call.files.map((file) => file.entry),
  group: null,
  guidelineVersion: call.guidelines.at(-1)?.version ?? null,
  personsAtClose: call.snapshot.find((one) => one.entry === entry)?.persons ?? null,
});

const namedBy = (world: World, ids: readonly string[], own: string) =>
  ids.flatMap((id) => {
    const found = id === own ? null : proposalIn(world, id);
    return found ? [[id, { ...found, proposers: found.proposers.length }] as const] : [];
  });
