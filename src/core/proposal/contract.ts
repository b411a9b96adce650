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

/** 期限の延長 (1c-12); where the fee's deadline is that of the application it moves with it (DDL-05). */
export function extendDeadlines(
  { do: _, ...extension }: ExtendDeadlines,
  state: ProposalState,
  { deadlines }: RuleSet,
): Decided {
  if (isBlank(extension.reason)) return no('extensionWithoutReason');
  const { applicationDeadline, feeDeadline } = extension;
  if (deadlines.fee?.value === 'sameAsApplication' && feeDeadline !== applicationDeadline)
    return no('feeDeadlineFollows', {}, deadlines.fee.text);
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

/** 納付の確認 (FEE-11): the notified sum in the notified way, by the deadline. */
export function confirmPayment(command: ConfirmPayment, state: ProposalState, { fee }: RuleSet): Decided {
  const { paidOn, yen, way } = command;
  const { notice, feeDeadline, payment } = state;
  const due = notice?.items?.feeYen ?? 0;
  if (payment !== null) return no('paymentTwice', { paidOn: payment.paidOn });
  if (yen !== due) return no('feeDiffers', { yen, due });
  const wayRefusal = paymentWayRefusal(command, notice?.items?.feePayment ?? null, fee);
  if (wayRefusal) return wayRefusal;
  if (feeDeadline !== null && paidOn > feeDeadline) return no('paymentLate', { paidOn, deadline: feeDeadline });
  return happened({ type: 'paymentConfirmed', data: { paidOn, yen, way } });
}

/** Stamps are brought, or come by mail for a reason that could not be avoided (EXC-4). */
function paymentWayRefusal(
  { way, handedIn, mailReason }: ConfirmPayment,
  notified: string | null,
  fee: RuleSet['fee'],
) {
  const basis = fee.payment?.text;
  if (notified !== null && way !== notified) return no('paymentWayDiffers', { way, notified }, basis);
  if (way !== 'prefecturalRevenueStamp') return null;
  if (handedIn === null) return no('stampsNotHandedIn', {}, basis);
  return handedIn === 'mail' && isBlank(mailReason) ? no('mailWithoutReason', {}, basis) : null;
}

/** 契約の締結 (STP-16): the fee comes first where the organ asks for it, all copies are sealed, one goes back. */
export function concludeContract(
  command: ConcludeContract,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const { concludedOn, copies, copyReturnedOn, provisionDeadline, stampedCopies } = command;
  const unpaid = feeFirstRefusal(concludedOn, state, rules);
  if (unpaid) return unpaid;
  if (!command.stillEligible) return no('eligibilityNotConfirmed');
  if (stampedCopies !== null && stampedCopies > 1) return no('stampOnOneCopy', { stampedCopies });
  if (stampedCopies === 0) return no('stampMissing', {}, rules.contract.stampDutyOnOneCopy?.text);
  return (
    eligibilityRefusal(state, rules, facts) ??
    copiesRefusal(copies, rules.contract) ??
    happened({
      type: 'contractConcluded',
      data: { concludedOn, copies, copyReturnedOn, provisionDeadline, stampedCopies },
    })
  );
}

/** 1c-13: the fee comes before the signature unless the organ says otherwise, whole and on no later day. */
function feeFirstRefusal(concludedOn: string, { payment, life }: ProposalState, { contract }: RuleSet) {
  const basis = contract.signingAfterFee?.text;
  if (contract.signingAfterFee?.value === false) return null;
  if (payment === null) return no('paymentNotConfirmed', {}, basis);
  if (life.feeDifference?.direction === 'collect')
    return no('feeDifferenceOutstanding', { yen: life.feeDifference.yen }, basis);
  return concludedOn < payment.paidOn
    ? no('signedBeforePayment', { concludedOn, paidOn: payment.paidOn }, basis)
    : null;
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
