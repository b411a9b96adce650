import { type Aggregate, type Circumstances, type CommonRefusal, commonRefusals } from '../aggregate.ts';
import { routed } from '../approval/routed.ts';
import { type Decision, happened, refusing } from '../decision.ts';
import type { Event } from '../event.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import type { ComplaintCommand, ReceiveComplaint } from './commands.ts';
import { complaintPermissions } from './permissions.ts';
import { type ComplaintRefusal, complaintRefusals, no } from './refusals.ts';
import type { ComplaintReferral, ComplaintState, ComplaintSubject } from './state.ts';

export type ComplaintEvent =
  | Event<
      'complaintReceived',
      {
        readonly ruleDay: string;
        readonly receivedOn: string;
        readonly unit: string;
        readonly subject: ComplaintSubject | null;
      },
      { readonly complainant: string | null; readonly text: string }
    >
  | Event<'complaintHandled', { readonly on: string; readonly by: string }, { readonly text: string }>
  | Event<'complaintReferred', ComplaintReferral & { readonly by: string }>
  | Event<
      'complaintSettled',
      { readonly on: string; readonly improvement: string | null; readonly by: string },
      { readonly result: string }
    >;

type Decided = Decision<ComplaintEvent, ComplaintRefusal | CommonRefusal>;

const isBlank = (text: string) => text.trim() === '';

function receiveComplaint(command: ReceiveComplaint, { complaints }: RuleSet, facts: Circumstances): Decided {
  const { do: _, complainant, text, ...taken } = command;
  const today = facts.now.slice(0, 10);
  if (isBlank(text)) return no('complaintEmpty', {}, complaints.units?.text);
  if (taken.receivedOn > today) return no('complaintInFuture', { receivedOn: taken.receivedOn, today });
  const { units } = complaints;
  if (units !== null && !units.value.includes(taken.unit))
    return no('complaintUnitUnknown', { unit: taken.unit, units: units.value }, units.text);
  return happened({
    type: 'complaintReceived',
    data: { ...taken, ruleDay: facts.ruleDay },
    personal: { complainant, text },
  });
}

function decide(
  command: ComplaintCommand,
  state: ComplaintState | null,
  rules: RuleSet,
  facts: Circumstances,
): Decided {
  if (command.do === 'receiveComplaint') return receiveComplaint(command, rules, facts);
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: command.do });
  const by = facts.actor.person;
  if (command.on < state.receivedOn)
    return no('handledBeforeReceipt', { on: command.on, receivedOn: state.receivedOn });
  switch (command.do) {
    case 'handleComplaint':
      return isBlank(command.text)
        ? no('handlingEmpty')
        : happened({ type: 'complaintHandled', data: { on: command.on, by }, personal: { text: command.text } });
    case 'referComplaint': {
      const { mediation } = rules.complaints;
      if (mediation?.value !== true) return no('mediationNotProvided', {}, mediation?.text);
      if (state.referral !== null) return no('referredBefore', { to: state.referral.to, on: state.referral.on });
      return happened({ type: 'complaintReferred', data: { to: command.to, on: command.on, by } });
    }
    case 'settleComplaint': {
      const { on, improvement, result } = command;
      if (isBlank(result)) return no('handlingEmpty');
      return happened({ type: 'complaintSettled', data: { on, improvement, by }, personal: { result } });
    }
    default:
      return unreachable(command);
  }
}

function evolve(state: ComplaintState | null, event: ComplaintEvent): ComplaintState {
  if (event.type === 'complaintReceived')
    return { stage: 'taken', ...event.data, handledOn: [], referral: null, settledOn: null, improvement: null };
  if (state === null) throw new Error(`a complaint can't begin with ${event.type}`);
  switch (event.type) {
    case 'complaintHandled':
      return { ...state, handledOn: [...state.handledOn, event.data.on] };
    case 'complaintReferred':
      return { ...state, referral: { to: event.data.to, on: event.data.on } };
    case 'complaintSettled':
      return { ...state, stage: 'settled', settledOn: event.data.on, improvement: event.data.improvement };
    default:
      return unreachable(event);
  }
}

const own: Aggregate<ComplaintCommand, ComplaintState, ComplaintEvent, object, ComplaintRefusal> = {
  kind: 'complaint',
  permissions: complaintPermissions,
  refusals: complaintRefusals,
  decide,
  evolve,
};

/** 苦情の処理 (法128条, STP-25): one complaint is one stream. */
export const complaint = routed(own);
