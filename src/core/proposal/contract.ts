import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type {
  ConcludeContract,
  ConfirmPayment,
  ExtendDeadlines,
  LapseProposal,
  ReceiveContractApplication,
} from './commands.ts';
import { eligibilityRefusal } from './eligibility.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

export function extendDeadlines({ do: _, ...extension }: ExtendDeadlines, state: ProposalState): Decided {
  if (isBlank(extension.reason)) return no('extensionWithoutReason');
  const { applicationDeadline, feeDeadline } = extension;
  const shorter = applicationDeadline < (state.applicationDeadline ?? '') || feeDeadline < (state.feeDeadline ?? '');
  if (shorter) return no('extensionTooShort', { applicationDeadline, feeDeadline });
  return happened({ type: 'deadlinesExtended', data: extension });
}

/** 契約締結の申込み (STP-15): in time, with every copy of the contract. */
export function receiveContractApplication(
  { receivedOn, copies }: ReceiveContractApplication,
  { applicationDeadline }: ProposalState,
  { contract }: RuleSet,
): Decided {
  if (applicationDeadline !== null && receivedOn > applicationDeadline)
    return no('applicationLate', { receivedOn, deadline: applicationDeadline });
  return (
    copiesRefusal(copies, contract) ?? happened({ type: 'contractApplicationReceived', data: { receivedOn, copies } })
  );
}

function copiesRefusal(copies: number, { copies: wanted }: RuleSet['contract']) {
  return wanted !== null && copies < wanted.value
    ? no('contractCopiesMissing', { copies, wanted: wanted.value }, wanted.text)
    : null;
}

export function confirmPayment(
  { paidOn, yen, way }: ConfirmPayment,
  { notice, feeDeadline, payment }: ProposalState,
): Decided {
  const due = notice?.items?.feeYen ?? 0;
  if (payment !== null) return no('paymentTwice', { paidOn: payment.paidOn });
  if (yen !== due) return no('feeDiffers', { yen, due });
  if (feeDeadline !== null && paidOn > feeDeadline) return no('paymentLate', { paidOn, deadline: feeDeadline });
  return happened({ type: 'paymentConfirmed', data: { paidOn, yen, way } });
}

/** 契約の締結 (STP-16): the fee comes first where the organ asks for it, all copies are sealed, one goes back. */
export function concludeContract(
  command: ConcludeContract,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const { concludedOn, copies, copyReturnedOn, provisionDeadline, stampedCopies } = command;
  const feeFirst = rules.contract.signingAfterFee?.value !== false;
  if (feeFirst && state.payment === null) return no('paymentNotConfirmed', {}, rules.contract.signingAfterFee?.text);
  if (!command.stillEligible) return no('eligibilityNotConfirmed');
  if (stampedCopies !== null && stampedCopies > 1) return no('stampOnOneCopy', { stampedCopies });
  return (
    eligibilityRefusal(state, rules, facts) ??
    copiesRefusal(copies, rules.contract) ??
    happened({
      type: 'contractConcluded',
      data: { concludedOn, copies, copyReturnedOn, provisionDeadline, stampedCopies },
    })
  );
}

/** 失効 (OUT-6): after the deadline has passed without application or payment. */
export function lapseProposal({ reason }: LapseProposal, state: ProposalState, facts: Known): Decided {
  const today = todayOf(facts);
  const appliedLate = state.applicationReceivedOn === null && today > (state.applicationDeadline ?? today);
  const unpaid = state.payment === null && today > (state.feeDeadline ?? today);
  if (!appliedLate && !unpaid)
    return no('deadlineNotPassed', { applicationDeadline: state.applicationDeadline, feeDeadline: state.feeDeadline });
  return happened({ type: 'proposalLapsed', data: { on: today, reason } });
}
