import { happened } from '../decision.ts';
import type { WithdrawProposal } from './commands.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** 取下げ: the desk records it of a day from the receipt to today, with the reason that was given; a party's own is of today. */
export function withdrawProposal(
  { withdrawnOn: on, reason }: WithdrawProposal,
  { receivedOn }: ProposalState,
  facts: Known,
): Decided {
  if (isBlank(reason)) return no('withdrawalWithoutReason');
  const today = todayOf(facts);
  const from = facts.actor.role === 'centralDesk' ? receivedOn : today;
  if (on < from || on > today) return no('withdrawalDayWrong', { on, from, today });
  return happened({ type: 'proposalWithdrawn', data: { on, reason } });
}
