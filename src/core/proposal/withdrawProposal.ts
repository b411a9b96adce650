import { happened } from '../decision.ts';
import type { WithdrawProposal } from './commands.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** 取下げ: on a day from the receipt to today, with what the proposer gave as reason. */
export function withdrawProposal(
  { withdrawnOn: on, reason }: WithdrawProposal,
  { receivedOn }: ProposalState,
  facts: Known,
): Decided {
  if (isBlank(reason)) return no('withdrawalWithoutReason');
  const today = todayOf(facts);
  if (on < receivedOn || on > today) return no('withdrawalDayWrong', { on, from: receivedOn, today });
  return happened({ type: 'proposalWithdrawn', data: { on, reason } });
}
