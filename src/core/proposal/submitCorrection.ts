import { receiveCorrection } from './correct.ts';
import { type Decided, type Known, todayOf } from './facts.ts';
import type { SubmitCorrection } from './intakeCommands.ts';
import { no } from './refusals.ts';
import { openCorrection, type ProposalState } from './state.ts';

/**
 * 訂正した提案の送信 (STP-09, DDL-11): through the last day of the deadline, by the server's clock. What comes later is
 * for the desk, which takes it in with a warning.
 */
export function submitCorrection(
  { do: _, ...corrected }: SubmitCorrection,
  state: ProposalState,
  facts: Known,
): Decided {
  const deadline = openCorrection(state)?.deadline;
  const today = todayOf(facts);
  if (deadline !== undefined && today > deadline) return no('correctionDeadlinePassed', { deadline, today });
  return receiveCorrection({ ...corrected, do: 'receiveCorrection', receivedOn: today, copies: null }, state);
}
