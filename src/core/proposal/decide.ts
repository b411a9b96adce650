import { commonRefusals } from '../aggregate.ts';
import { happened, refusing } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { cancelContract } from './cancel.ts';
import { checkIdentity } from './checkIdentity.ts';
import type { ProposalCommand } from './commands.ts';
import {
  concludeContract,
  confirmPayment,
  extendDeadlines,
  lapseProposal,
  receiveContractApplication,
} from './contract.ts';
import { confirmCompleteness, receiveCorrection, requestCorrection } from './correct.ts';
import { decideReview } from './decideReview.ts';
import type { Decided, Known } from './facts.ts';
import { issueConformingNotice, issueNonConformingNotice } from './notice.ts';
import { receiveAttachment, receiveProposal } from './receive.ts';
import { determineFee, recordFinding } from './review.ts';
import type { ProposalState } from './state.ts';

/** Decides a command on a 提案. */
export function decide(command: ProposalCommand, state: ProposalState | null, rules: RuleSet, facts: Known): Decided {
  if (command.do === 'receiveProposal') return receiveProposal(command, rules, facts);
  if (state === null) return refusing(commonRefusals)('doesNotExist', { command: command.do });
  switch (command.do) {
    case 'checkIdentity':
      return checkIdentity(command, state, rules, facts);
    case 'receiveAttachment':
      return receiveAttachment(command);
    case 'confirmCompleteness':
      return confirmCompleteness(state, rules, facts);
    case 'requestCorrection':
      return requestCorrection(command, facts);
    case 'receiveCorrection':
      return receiveCorrection(command, state);
    case 'recordFinding':
      return recordFinding(command, state, rules, facts);
    case 'determineFee':
      return determineFee(command, rules);
    case 'issueConformingNotice':
      return issueConformingNotice(command, state, rules, facts);
    case 'issueNonConformingNotice':
      return issueNonConformingNotice(command, state, rules, facts);
    case 'extendDeadlines':
      return extendDeadlines(command, state);
    case 'receiveContractApplication':
      return receiveContractApplication(command, state, rules);
    case 'confirmPayment':
      return confirmPayment(command, state);
    case 'concludeContract':
      return concludeContract(command, state, rules, facts);
    case 'cancelContract':
      return cancelContract(command, state, rules, facts);
    case 'lapseProposal':
      return lapseProposal(command, state, facts);
    case 'withdrawProposal': {
      const { withdrawnOn: on, reason } = command;
      return happened({ type: 'proposalWithdrawn', data: { on, reason } });
    }
    default:
      return decideReview(command, state, rules, facts);
  }
}
