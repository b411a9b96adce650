import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import { recordConsultation } from './consultation.ts';
import { dismissGround, recordGround, reviewEligibility } from './eligibility.ts';
import { estimateEffort, recordOutsourcingContract, recordOutsourcingQuote } from './estimate.ts';
import { type Decided, type Known, todayOf } from './facts.ts';
import { concludeMerge, offerMerge, recordMergeConsent } from './merge.ts';
import { fileCommitteeReport, referToCommittee } from './referral.ts';
import type { ReviewCommand } from './reviewCommands.ts';
import type { ProposalState } from './state.ts';
import { concludeThirdPartyProcedure, notifyThirdParties, recordWrittenOpinion } from './thirdParties.ts';

/** Decides a command of the review. */
export function decideReview(command: ReviewCommand, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  switch (command.do) {
    case 'recordGround':
      return recordGround(command, state, rules, facts);
    case 'dismissGround':
      return dismissGround(command, state, facts);
    case 'reviewEligibility':
      return reviewEligibility(command, state, rules, facts);
    case 'recordConsultation':
      return recordConsultation(command);
    case 'referToCommittee':
      return referToCommittee(command, rules, facts);
    case 'fileCommitteeReport':
      return fileCommitteeReport(command, state, rules, facts);
    case 'notifyThirdParties':
      return notifyThirdParties(command, state, rules, facts);
    case 'recordWrittenOpinion':
      return recordWrittenOpinion(command, state, rules);
    case 'concludeThirdPartyProcedure':
      return concludeThirdPartyProcedure(command, state, rules, facts);
    case 'offerMerge':
      return offerMerge(command, state, rules, facts);
    case 'recordMergeConsent':
      return recordMergeConsent(command, state);
    case 'concludeMerge':
      return concludeMerge(state, rules, facts);
    case 'joinMerge':
      return happened({ type: 'mergeJoined', data: { into: command.into, on: todayOf(facts) } });
    case 'estimateEffort':
      return estimateEffort(command, facts);
    case 'recordOutsourcingQuote':
      return recordOutsourcingQuote(command, rules, facts);
    case 'recordOutsourcingContract':
      return recordOutsourcingContract(command, state, rules);
    default:
      return unreachable(command);
  }
}
