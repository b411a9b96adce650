import { commonRefusals } from '../aggregate.ts';
import { refusing } from '../decision.ts';
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
import type { ContractLifeCommand } from './contractCommands.ts';
import { contractPermissions } from './contractPermissions.ts';
import { confirmCompleteness, receiveCorrection, requestCorrection } from './correct.ts';
import { decideContract } from './decideContract.ts';
import { decideReview } from './decideReview.ts';
import type { Decided, Known } from './facts.ts';
import { forwardProposal } from './forwardProposal.ts';
import { joinDuplicate } from './joinDuplicate.ts';
import { issueConformingNotice, issueNonConformingNotice } from './notice.ts';
import { receiveAttachment, receiveProposal } from './receive.ts';
import { receiveCreatedProposal } from './receiveCreatedProposal.ts';
import { recordContact } from './recordContact.ts';
import { determineFee, recordFinding } from './review.ts';
import type { ProposalState } from './state.ts';
import { submitCorrection } from './submitCorrection.ts';
import { submitCreatedProposal } from './submitCreatedProposal.ts';
import { submitProposal } from './submitProposal.ts';
import { confirmTypingCorrection, dropTypingCorrection, proposeTypingCorrection } from './typingCorrection.ts';
import { withdrawProposal } from './withdrawProposal.ts';

/** Decides a command on a 提案. */
export function decide(command: ProposalCommand, state: ProposalState | null, rules: RuleSet, facts: Known): Decided {
  switch (command.do) {
    case 'receiveProposal':
      return receiveProposal(command, rules, facts);
    case 'submitProposal':
      return submitProposal(command, rules, facts);
    case 'receiveCreatedProposal':
      return receiveCreatedProposal(command, rules, facts);
    case 'submitCreatedProposal':
      return submitCreatedProposal(command, rules, facts);
    default:
      return state === null
        ? refusing(commonRefusals)('doesNotExist', { command: command.do })
        : decideOnCase(command, state, rules, facts);
  }
}

type Beginning = 'receiveProposal' | 'submitProposal' | 'receiveCreatedProposal' | 'submitCreatedProposal';
type Later = Exclude<ProposalCommand, { readonly do: Beginning }>;

function decideOnCase(command: Later, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  switch (command.do) {
    case 'checkIdentity':
      return checkIdentity(command, state, rules, facts);
    case 'receiveAttachment':
      return receiveAttachment(command);
    case 'confirmCompleteness':
      return confirmCompleteness(state, rules, facts);
    case 'requestCorrection':
      return requestCorrection(command, state, rules, facts);
    case 'receiveCorrection':
      return receiveCorrection(command, state);
    case 'submitCorrection':
      return submitCorrection(command, state, facts);
    case 'recordFinding':
      return recordFinding(command, state, rules, facts);
    case 'determineFee':
      return determineFee(command, state, rules, facts);
    case 'issueConformingNotice':
      return issueConformingNotice(command, state, rules, facts);
    case 'issueNonConformingNotice':
      return issueNonConformingNotice(command, state, rules, facts);
    case 'extendDeadlines':
      return extendDeadlines(command, state, rules);
    case 'receiveContractApplication':
      return receiveContractApplication(command, state, rules);
    case 'confirmPayment':
      return confirmPayment(command, state, rules);
    case 'concludeContract':
      return concludeContract(command, state, rules, facts);
    case 'cancelContract':
      return cancelContract(command, state, rules, facts);
    case 'lapseProposal':
      return lapseProposal(command, state, facts);
    case 'forwardProposal':
      return forwardProposal(command, state, rules, facts);
    case 'recordContact':
      return recordContact(command, state, facts);
    case 'proposeTypingCorrection':
    case 'confirmTypingCorrection':
    case 'dropTypingCorrection':
      return decideTyping(command, state, rules, facts);
    case 'joinDuplicate':
      return joinDuplicate(command, state, facts);
    case 'withdrawProposal':
      return withdrawProposal(command, state, facts);
    default:
      return isOfContract(command)
        ? decideContract(command, state, rules, facts)
        : decideReview(command, state, rules, facts);
  }
}

type TypingCommand = Extract<Later, { readonly do: `${string}TypingCorrection` }>;

function decideTyping(command: TypingCommand, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  switch (command.do) {
    case 'proposeTypingCorrection':
      return proposeTypingCorrection(command, state, rules, facts);
    case 'confirmTypingCorrection':
      return confirmTypingCorrection(state, rules, facts);
    default:
      return dropTypingCorrection(command, state, facts);
  }
}

const isOfContract = (command: Later): command is ContractLifeCommand => command.do in contractPermissions;
