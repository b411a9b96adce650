import { type CallAlarm, callAlarms } from '../../core/call/callAlarms.ts';
import type { CallState } from '../../core/call/state.ts';
import type { PossibleDuplicate } from '../../core/proposal/possibleDuplicates.ts';
import { type PromptAct, promptActs } from '../../core/proposal/promptActs.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { AnyState } from '../aggregates.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { actorOn } from './caseActs.ts';
import { duplicatesOf } from './duplicates.ts';
import { rulesOf } from './rulesOf.ts';

/** What nobody has asked for and somebody must know: of the calls, of acts that take too long, of papers entered twice. */
export type DeskAlarm =
  | { readonly kind: 'call'; readonly alarm: CallAlarm }
  | { readonly kind: 'slow'; readonly id: string; readonly state: ProposalState; readonly act: PromptAct }
  | {
      readonly kind: 'twice';
      readonly id: string;
      readonly state: ProposalState;
      readonly duplicates: readonly PossibleDuplicate[];
    };

const alive = ['received', 'correctionRequested', 'inReview'] as const;

/** All that the person may know of; nothing of cases that are not theirs. */
export async function deskAlarms(parts: Parts, account: Account): Promise<readonly DeskAlarm[]> {
  const { organ } = account;
  const sees = (view: 'call' | 'caseTimeline' | 'proposalPersonal', state?: AnyState) =>
    'actor' in actorOn(account, organ, { view }, state);
  const calls = sees('call')
    ? (await alarmsOfCalls(parts, organ)).map((alarm) => ({ kind: 'call', alarm }) as const)
    : [];
  const stages = await Promise.all(
    alive.map(async (stage) => (await parts.events.states(organ, { kind: 'proposal', where: { stage } })).records),
  );
  const cases = stages.flat().filter(({ state }) => sees('caseTimeline', state as AnyState));
  const twice = sees('proposalPersonal') ? await Promise.all(cases.map((one) => twiceEntered(parts, organ, one))) : [];
  return [...calls, ...cases.flatMap((one) => slowActs(parts, organ, one)), ...twice.flat()];
}

/** What the organ must be told about its calls today (DDL-02, PUB-2, PUB-3). */
export async function alarmsOfCalls(parts: Parts, organ: OrganId): Promise<readonly CallAlarm[]> {
  const today = parts.clock.procedure().slice(0, 10);
  const rules = parts.rules.inForce(organ, today);
  if (rules === null) return [];
  const { records } = await parts.events.states(organ, { kind: 'call' });
  return callAlarms(
    rules,
    records.map(({ state }) => state as CallState),
    today,
  );
}

/** 直ちに, 速やかに: acts of a case that are still to be done, as they stand today (DDL-09). */
export function openPromptActs(parts: Parts, organ: OrganId, state: ProposalState): readonly PromptAct[] {
  const rules = rulesOf(parts, organ, state);
  if (rules === null) return [];
  return promptActs(state, rules, parts.clock.procedure().slice(0, 10)).filter(({ doneOn }) => doneOn === null);
}

const slowActs = (parts: Parts, organ: OrganId, { stream, state }: StateRecord): readonly DeskAlarm[] =>
  openPromptActs(parts, organ, state as ProposalState)
    .filter(({ overdue }) => overdue)
    .map((act) => ({ kind: 'slow', id: stream.id, state: state as ProposalState, act }));

async function twiceEntered(parts: Parts, organ: OrganId, record: StateRecord): Promise<readonly DeskAlarm[]> {
  const duplicates = await duplicatesOf(parts, organ, record);
  const state = record.state as ProposalState;
  return duplicates.length === 0 ? [] : [{ kind: 'twice', id: record.stream.id, state, duplicates }];
}
