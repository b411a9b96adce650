import { settingsForCall } from '../call/openingObstacle.ts';
import type { RuleSet } from '../organ/ruleSet.ts';

type BlockedCommand = 'publishCall' | 'openCall' | 'receiveProposal' | 'recordFinding';

/** Values without which a proposal can't be received or reviewed, besides those that its call needed. */
const ofProposals: Readonly<Record<string, BlockedCommand>> = {
  'intake.channels': 'receiveProposal',
  'intake.arrivalRule': 'receiveProposal',
  'review.minPersons': 'recordFinding',
};

/** The commands that are refused while the value of this path is unset, in the order of a case. */
export function blockedBy(rules: RuleSet, setting: string): readonly BlockedCommand[] {
  const ofCalls: readonly BlockedCommand[] = settingsForCall(rules).includes(setting)
    ? ['publishCall', 'openCall']
    : [];
  const ofProposal = Object.hasOwn(ofProposals, setting) ? ofProposals[setting] : undefined;
  return ofProposal ? [...ofCalls, ofProposal] : ofCalls;
}
