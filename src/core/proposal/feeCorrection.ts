import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { CorrectNotifiedFee, RefundFee, SettleFeeDifference } from './contractCommands.ts';
import type { FeeDifference } from './contractState.ts';
import { type Decided, isBlank } from './facts.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/**
 * FEE-09: only a formal error is set right, so that the notice says what was determined. An estimate that turned out
 * wrong changes nothing. Where the organ has no formula, the amount itself was typed and may be the error.
 */
export function correctNotifiedFee(command: CorrectNotifiedFee, state: ProposalState, { fee }: RuleSet): Decided {
  const { correctedOn, documentNumber, yen, reason } = command;
  const items = state.notice?.items;
  const determined = state.fee?.yen ?? null;
  if (!items || determined === null) return no('feeMissing');
  const isTyped = state.fee?.reason !== null;
  if (yen !== null && yen !== determined && !isTyped)
    return no('feeErrorNotFormal', { yen, determined }, fee.refund?.text);
  const to = yen ?? determined;
  if (to === items.feeYen) return no('feeAsDetermined', { yen: to }, fee.refund?.text);
  if (isBlank(reason)) return no('correctionReasonMissing');
  return happened({
    type: 'notifiedFeeCorrected',
    data: { correctedOn, documentNumber, from: items.feeYen, to, reason, difference: differenceTo(to, state) },
  });
}

/** What was paid, less what was given back and with what was collected; null = nothing was paid yet. */
export function netPaid({ payment, notice, life }: ProposalState): number | null {
  if (payment === null) return null;
  const notified = notice?.items?.feeYen ?? 0;
  const { feeDifference } = life;
  if (feeDifference === null) return notified;
  return notified + (feeDifference.direction === 'return' ? feeDifference.yen : -feeDifference.yen);
}

function differenceTo(right: number, state: ProposalState): FeeDifference | null {
  const paid = netPaid(state);
  if (paid === null || paid === right) return null;
  return paid > right ? { direction: 'return', yen: paid - right } : { direction: 'collect', yen: right - paid };
}

export function settleFeeDifference({ on, yen }: SettleFeeDifference, { life }: ProposalState): Decided {
  const { feeDifference } = life;
  if (feeDifference === null) return no('nothingToSettle');
  if (yen !== feeDifference.yen) return no('settlementDiffers', { yen, due: feeDifference.yen });
  return happened({ type: 'feeDifferenceSettled', data: { ...feeDifference, on } });
}

/** FEE-10: all, a part or nothing of the fee, where the organ may return it and the counterparty was not at fault. */
export function refundFee({ do: _, ...refund }: RefundFee, state: ProposalState, { fee }: RuleSet): Decided {
  const basis = fee.refund?.text;
  if (fee.refund?.value !== 'discretionaryIfNotAtFault') return no('noRefund', {}, basis);
  if (state.life.refund !== null) return no('refundTwice', { on: state.life.refund.on }, basis);
  if (state.cancellation?.ground !== 'notAtFault')
    return no('refundNotDue', { ground: state.cancellation?.ground ?? null }, basis);
  const paid = netPaid(state) ?? 0;
  if (refund.yen > paid) return no('refundTooHigh', { yen: refund.yen, paid }, basis);
  if (isBlank(refund.reason)) return no('refundReasonMissing', {}, basis);
  return happened({ type: 'feeRefunded', data: refund });
}
