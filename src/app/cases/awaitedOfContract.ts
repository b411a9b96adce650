import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { openReports } from '../../core/proposal/cancel.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { CommandName } from '../aggregates.ts';

/** What a contract waits for, from its signing to the end of what follows from its cancellation; the first thing first. */
export function awaitedOfContract(state: ProposalState, rules: RuleSet): readonly CommandName[] {
  const { feeDifference, handlers } = state.life;
  return [
    ...(openReports(state, rules).length > 0 ? ['reportToCommission' as const] : []),
    ...(state.stage === 'contracted' ? ofCancellation(state, rules) : []),
    ...(feeDifference === null ? [] : ['settleFeeDifference' as const]),
    ...(handlers.some(({ stage }) => stage === 'pending') ? ['judgeHandlerChange' as const] : []),
  ];
}

/** A cancellation once intended goes on: the second person, then the reports, then the cancellation (1c-28, PPC-2). */
function ofCancellation(state: ProposalState, rules: RuleSet): readonly CommandName[] {
  const { intent } = state.life;
  if (intent === null) return [];
  if (intent.agreed === null) return ['agreeToCancellation'];
  return openReports(state, rules).length > 0 ? [] : ['cancelContract'];
}
