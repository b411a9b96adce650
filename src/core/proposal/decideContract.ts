import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { unreachable } from '../unreachable.ts';
import {
  agreeToCancellation,
  dropCancellation,
  intendCancellation,
  recordBreach,
  reportToCommission,
} from './cancel.ts';
import type { ContractLifeCommand, ForwardApplication, RecordActualEffort } from './contractCommands.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { correctNotifiedFee, refundFee, settleFeeDifference } from './feeCorrection.ts';
import { imposeFine } from './fine.ts';
import {
  adviseNewProposal,
  judgeHandlerChange,
  receiveChangeNotice,
  reportHandlerChange,
  reportHandlers,
} from './handlers.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** Decides a command from the notice on. */
export function decideContract(
  command: ContractLifeCommand,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  switch (command.do) {
    case 'correctNotifiedFee':
      return correctNotifiedFee(command, state, rules);
    case 'settleFeeDifference':
      return settleFeeDifference(command, state);
    case 'refundFee':
      return refundFee(command, state, rules);
    case 'forwardApplication':
      return forwardApplication(command, state, rules);
    case 'reportHandlers':
      return reportHandlers(command, state);
    case 'reportHandlerChange':
      return reportHandlerChange(command, state, rules);
    case 'judgeHandlerChange':
      return judgeHandlerChange(command, state, facts);
    case 'receiveChangeNotice':
      return receiveChangeNotice(command, state, rules);
    case 'adviseNewProposal':
      return adviseNewProposal(command);
    case 'recordActualEffort':
      return recordActualEffort(command, facts);
    case 'recordBreach':
      return recordBreach(command, facts);
    case 'reportToCommission':
      return reportToCommission(command, state, rules);
    case 'intendCancellation':
      return intendCancellation(command, state, rules, facts);
    case 'agreeToCancellation':
      return agreeToCancellation(state, rules, facts);
    case 'dropCancellation':
      return dropCancellation(command.reason, state, facts);
    case 'moveProposal':
      return happened({ type: 'proposalMoved', data: { to: command.to, on: command.on } });
    case 'imposeFine':
      return imposeFine(command, rules);
    default:
      return unreachable(command);
  }
}

/** STP-17: the desk keeps a copy, with copies of the cancelled stamps where stamps were paid (REC-2). */
function forwardApplication(command: ForwardApplication, { life }: ProposalState, { intake }: RuleSet): Decided {
  if (life.applicationForwardedOn !== null)
    return no('applicationForwardedBefore', { forwardedOn: life.applicationForwardedOn });
  if (!command.copyKept && intake.receiptStamp?.value === true) return no('applicationCopyNotKept');
  return happened({ type: 'applicationForwarded', data: { forwardedOn: command.forwardedOn } });
}

/** FEE-14: what it took, beside what was estimated. It changes no fee. */
function recordActualEffort({ tasks, outsourcingYen = null }: RecordActualEffort, facts: Known): Decided {
  if (tasks.some(({ task, note }) => task === 'other' && isBlank(note))) return no('otherTaskUnnamed');
  return happened({ type: 'actualEffortRecorded', data: { tasks, outsourcingYen, on: todayOf(facts) } });
}
