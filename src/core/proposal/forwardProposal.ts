import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { type Decided, type Known, todayOf } from './facts.ts';
import type { ForwardProposal } from './intakeCommands.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** The day on which the newest version of the papers came: the receipt, or the last correction. */
export const versionReceivedOn = ({
  receivedOn,
  corrections,
}: Pick<ProposalState, 'receivedOn' | 'corrections'>): string =>
  corrections.findLast(({ answeredOn }) => answeredOn !== null)?.answeredOn ?? receivedOn;

/** 担当課への送付 (STP-06): each version of the papers once; where the organ stamps and copies, the copy stays (REC-1). */
export function forwardProposal(command: ForwardProposal, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { forwardedOn: on, copyKept } = command;
  const [came, today] = [versionReceivedOn(state), todayOf(facts)];
  const { receiptStamp } = rules.intake;
  if (state.forwardings.some(({ version }) => version === state.formVersion))
    return no('alreadyForwarded', { version: state.formVersion });
  if (on < came || on > today) return no('forwardingDayWrong', { on, from: came, today });
  if (!copyKept && receiptStamp?.value === true) return no('copyNotKept', {}, receiptStamp.text);
  const to = command.to ?? state.responsibleOrganization;
  return happened({ type: 'proposalForwarded', data: { version: state.formVersion, on, to, copyKept } });
}
