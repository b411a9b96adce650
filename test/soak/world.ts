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
import { followUps } from '../../src/app/reactions.ts';
import { type Circumstances, decideIn } from '../../src/core/aggregate.ts';
import type { Approvable } from '../../src/core/approval/state.ts';
import type { CallState } from '../../src/core/call/state.ts';
import type { Refusal } from '../../src/core/decision.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { ProposalCommand } from '../../src/core/proposal/commands.ts';
import type { ProposalFacts } from '../../src/core/proposal/facts.ts';
import type { ProposalState } from '../../src/core/proposal/state.ts';
import type { RegisterState } from '../../src/core/register/state.ts';
import type { ReleaseCommand } from '../../src/core/release/commands.ts';
import type { ReleaseFacts } from '../../src/core/release/facts.ts';
import type { ReleaseState } from '../../src/core/release/state.ts';
import type { Role } from '../../src/core/role.ts';
import { creationOf } from './creationOf.ts';

export const kinds = ['register', 'call', 'proposal', 'release', 'complaint', 'leak', 'otherProvision'] as const;
export type Kind = Extract<AggregateKind, (typeof kinds)[number]>;

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
  /** Days on which the organ set its standards (STP-27). */
  readonly standards: ReleaseFacts['standards'];
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
export const releaseIn = (world: World, id: string | null) => stateOf<ReleaseState>(world, 'release', id);
export const proposalIn = (world: World, id: string | null) =>
  stateOf<ProposalState & Approvable>(world, 'proposal', id);

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
  const { after, refusal } = followed({ ...before, streams }, ref, events);
  return refusal ? { ...nothing, refusal } : { before, after, order, events, refusal: null };
}

const circumstances = ({ now, rules }: World, { role, person }: Order): Circumstances => ({
  now,
  actor: { person, role, organ: rules.organ },
  ruleDay: now.slice(0, 10),
  closedDays: { ...holidays, yearEnd: rules.deadlines.yearEnd?.value ?? null },
});

/** What follows from events in other cases is done by the system at once; where it is refused, all of it is. */
function followed(world: World, stream: Ref, events: readonly AnyEvent[]): Pick<Deed, 'after' | 'refusal'> {
  const state = streamOf(world, stream)?.state;
  const follow = events.flatMap((event) => (state ? followUps(event, state, stream) : []));
  return follow.reduce<Pick<Deed, 'after' | 'refusal'>>(
    (done, { stream: ref, command }) =>
      done.refusal ? done : give(done.after, { ref: ref as Ref, role: 'system', person: 'system', command }),
    { after: world, refusal: null },
  );
}

function factsOf(world: World, { ref, command }: Order, state: AnyState | null): object {
  switch (ref.kind) {
    case 'register':
      return { entry: ref.id, created: createdFacts(world, command), noAssurance: '約束するものではない。' };
    case 'call':
      return callFacts(world, command, state as CallState | null);
    case 'proposal':
      return proposalFacts(world, command as ProposalCommand, state as ProposalState | null, ref.id);
    case 'release':
      return releaseFacts(world, command as ReleaseCommand, state as ReleaseState | null);
    default:
      return {};
  }
}

/** Data that was there before the sequence began, of no release in it. */
export const dataFromBefore = ['r-1', 'r-2'] as const;
const firstFeeFromBefore = 72_350;
const isFromBefore = (release: string): boolean => dataFromBefore.some((one) => one === release);

function createdFacts(world: World, command: Command) {
  if (command.do !== 'recordCreatedData') return null;
  if (isFromBefore(command.release))
    return { persons: 4_000, items: ['年齢'], createdOn: world.now.slice(0, 10), entry: 'e-1' };
  const release = releaseIn(world, command.release);
  if (!release?.verification || !release.creation) return null;
  const { persons, items } = release.creation;
  return { persons, items, createdOn: release.createdOn ?? '', entry: release.entry };
}

const keptFile = (name: string) => ({ name, digest: 'b'.repeat(64), bytes: 10 });

function releaseFacts(world: World, command: ReleaseCommand, state: ReleaseState | null): ReleaseFacts {
  const proposal = proposalIn(world, state?.proposal ?? null);
  return {
    package: command.do === 'packRelease' ? { file: keptFile('p.zip'), manifest: keptFile('m.json') } : null,
    isKept: true,
    derived: command.do === 'deriveRecipe' ? { recipe: keptFile('recipe.json'), open: [] } : null,
    chosen: proposal && { medium: proposal.form.medium, delivery: proposal.form.delivery },
    isOutsourced: (proposal?.fee?.outsourcingYen ?? null) !== null,
    standards: world.standards,
    source: command.do === 'planReprovision' ? sourceOf(world, command.of) : null,
  };
}

const sourceOf = (world: World, release: string): ReleaseFacts['source'] =>
  isFromBefore(release)
    ? {
        creation: creationOf(true),
        createdOn: '2025-12-01',
        verification: { by: 'verifier:0', on: '2025-12-02', note: '' },
        keyDestruction: null,
      }
    : releaseIn(world, release);

/** Every party of a sequence has one name: whoever holds a contract on the data may be the proposer. */
function createdTerms(world: World, release: string | null, own: string) {
  if (release === null) return null;
  const held = idsOf(world, 'proposal').filter((id) => {
    const { stage, created } = proposalIn(world, id) ?? {};
    return id !== own && stage === 'contracted' && (id === release || created?.release === release);
  });
  return {
    firstFeeYen: isFromBefore(release)
      ? firstFeeFromBefore
      : (proposalIn(world, release)?.notice?.items?.feeYen ?? null),
    holdings: held.map((proposal) => ({
      proposal,
      party: 'proposer:1' as const,
      isFirst: proposal === release,
      certain: false,
    })),
  };
}

/** The organ's own cancellations, with those of the sequence. */
const cancelledIn = (world: World, own: string): ProposalFacts['cancellations'] =>
  idsOf(world, 'proposal').flatMap((id) => {
    const { cancellation } = proposalIn(world, id) ?? {};
    const bars = id !== own && cancellation !== null && cancellation?.barredThrough !== null;
    return cancellation && bars
      ? [{ id, party: 'proposer:1' as const, cancelledOn: cancellation.cancelledOn, certain: true }]
      : [];
  });

function sameCall(world: World, call: string | null, entry: string): number | null {
  if (call === null) return null;
  const judged = ['inReview', 'conforming', 'applied', 'contracted'];
  return idsOf(world, 'proposal').filter((id) => {
    const one = proposalIn(world, id);
    return one?.call === call && one.entry === entry && judged.includes(one.stage);
  }).length;
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
    cancellations: [...world.cancellations, ...cancelledIn(world, own)],
    createdTerms: createdTerms(world, release, own),
    sameCallProposals: sameCall(world, about.call ?? null, about.entry),
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
