import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import { dismissGround, recordGround, reviewEligibility } from './eligibility.ts';
import type { Decided, Known } from './facts.ts';
import type { ReviewCommand } from './reviewCommands.ts';
import type { ProposalState } from './state.ts';

/** Decides a command of the review. */
export function decideReview(command: ReviewCommand, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  switch (command.do) {
    case 'recordGround':
      return recordGround(command, state, rules, facts);
    case 'dismissGround':
      return dismissGround(command, state, facts);
    case 'reviewEligibility':
      return reviewEligibility(command, state, rules, facts);
    default:
      return unreachable(command);
  }
}
