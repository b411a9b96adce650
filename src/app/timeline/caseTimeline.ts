import type { ProposalState } from '../../core/proposal/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import { type AggregateKind, aggregateKinds } from '../aggregates.ts';
import { closedDaysOf } from '../closedDaysOf.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord, StoredEvent } from '../ports/eventStore.ts';
import { type DueDay, dueDays } from './dueDays.ts';
import { type NextAct, nextActs } from './nextActs.ts';

/** Something that was done in a case. */
export interface PastAct {
  readonly kind: AggregateKind;
  readonly type: string;
  /** Japan's local time of the procedure. */
  readonly at: string;
  readonly actor: Actor;
  /** The event's data, without personal data. */
  readonly data: unknown;
}

/** A case from the call to the provision: what was done, what can be done next and by whom, what is due by when. */
export interface CaseTimeline {
  readonly proposal: ProposalState;
  /** The creation that follows the contract; null before it. */
  readonly release: ReleaseState | null;
  /** Oldest first. */
  readonly past: readonly PastAct[];
  readonly next: readonly NextAct[];
  readonly due: readonly DueDay[];
}

/** The timeline of a proposal; null if there is none. Asks no policy: the exit that shows it has asked. */
export async function caseTimeline(parts: Parts, organ: OrganId, id: string): Promise<CaseTimeline | null> {
  const record = await parts.events.state(organ, { kind: 'proposal', id });
  if (!record) return null;
  const proposal = record.state as ProposalState;
  const [release] = (await parts.events.states(organ, { kind: 'release', where: { proposal: id } })).records;
  const past = await pastActs(parts, organ, [record, ...(release ? [release] : [])], proposal.call);
  const created = (release?.state ?? null) as ReleaseState | null;
  const rules = parts.rules.inForce(organ, proposal.ruleDay);
  const closedDays = await closedDaysOf(parts, organ, rules);
  return {
    proposal,
    release: created,
    past,
    next: nextActs(proposal, created),
    due: rules ? dueDays(proposal, created, rules, closedDays) : [],
  };
}

/** What happened in the case itself, after the acts of its call that everyone saw. */
async function pastActs({ events }: Parts, organ: OrganId, records: readonly StateRecord[], call: string | null) {
  const publicActs: readonly string[] = ['callPublished', 'callOpened', 'callClosed'];
  const ofCall =
    call === null
      ? []
      : (await events.read(organ, { kind: 'call', id: call })).filter(({ type }) => publicActs.includes(type));
  const own = await Promise.all(records.map(({ stream }) => events.read(organ, stream)));
  return [...ofCall, ...own.flat()].toSorted(inTime).flatMap(pastAct);
}

const inTime = (one: StoredEvent, other: StoredEvent): number => {
  const [left, right] = [`${one.at} ${one.recordedAt}`, `${other.at} ${other.recordedAt}`];
  return left < right ? -1 : left > right ? 1 : 0;
};

function pastAct({ stream, type, at, actor, data }: StoredEvent): PastAct[] {
  const kind = aggregateKinds.find((known) => known === stream.kind);
  return kind ? [{ kind, type, at, actor, data }] : [];
}
