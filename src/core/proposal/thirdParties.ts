import { addDays, type Day } from '../calendar/day.ts';
import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { no } from './refusals.ts';
import type { ConcludeThirdPartyProcedure, NotifyThirdParties, RecordWrittenOpinion } from './reviewCommands.ts';
import type { ProposalState } from './state.ts';

/** Whether the procedure is held: only where the organ has it, for a file whose entry says so, and never for created data. */
const isHeld = ({ created }: ProposalState, { thirdPartyProcedure }: RuleSet, { entry }: Known): boolean =>
  thirdPartyProcedure.enabled?.value === true && created === null && entry?.thirdPartyProcedure === true;

function heldRefusal(state: ProposalState, rules: RuleSet, facts: Known) {
  const { enabled } = rules.thirdPartyProcedure;
  if (enabled?.value !== true || state.created !== null)
    return no('noThirdPartyProcedure', {}, state.created ? rules.createdData.criteria?.text : enabled?.text);
  return facts.entry?.thirdPartyProcedure === true ? null : no('fileWithoutThirdPartyProcedure', {}, enabled.text);
}

/** 第三者への通知: after the review, since the conforming notice stands for the decision to disclose (1c-42). */
export function notifyThirdParties(
  command: NotifyThirdParties,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const { notifiedOn, thirdParties } = command;
  const { enabled, opinionDays } = rules.thirdPartyProcedure;
  const refusal = heldRefusal(state, rules, facts) ?? reviewedRefusal(state, rules);
  if (refusal) return refusal;
  if (opinionDays === null) return no('proposalSettingMissing', { setting: 'thirdPartyProcedure.opinionDays' });
  if (state.review.thirdParties !== null) return no('thirdPartiesNotifiedBefore', {}, enabled?.text);
  const earliest = addDays(notifiedOn as Day, opinionDays.value);
  const opinionsDueOn = command.opinionsDueOn ?? earliest;
  if (opinionsDueOn < earliest) return no('opinionPeriodTooShort', { opinionsDueOn, earliest }, opinionDays.text);
  return happened({
    type: 'thirdPartiesNotified',
    data: { notifiedOn, opinionsDueOn, notified: thirdParties.length },
    personal: { thirdParties },
  });
}

/** Nobody is troubled about a proposal that does not conform; its number of persons is judged again afterwards. */
function reviewedRefusal({ findings }: ProposalState, { review, thirdPartyProcedure }: RuleSet) {
  const basis = thirdPartyProcedure.enabled?.text;
  const others = review.criteria.map(({ id }) => id).filter((id) => id !== 'CRI-2');
  const missing = others.filter((id) => !findings.some(({ criterion }) => criterion === id));
  if (missing.length > 0) return no('findingsMissing', { criteria: missing }, basis);
  const unmet = findings
    .filter(({ met, criterion }) => !met && criterion !== 'CRI-2')
    .map(({ criterion }) => criterion);
  return unmet.length > 0 ? no('criterionNotMet', { criteria: unmet }, basis) : null;
}

/** 意見書の受理, within the period; a later one of the same third party takes the place of the earlier. */
export function recordWrittenOpinion(
  command: RecordWrittenOpinion,
  { review }: ProposalState,
  rules: RuleSet,
): Decided {
  const { thirdParty, receivedOn, objects, text } = command;
  const step = review.thirdParties;
  const basis = rules.thirdPartyProcedure.enabled?.text;
  if (step === null || step.opinionsDueOn === null) return no('thirdPartiesNotNotified', {}, basis);
  if (step.concludedOn !== null) return no('thirdPartyProcedureOver', { concludedOn: step.concludedOn }, basis);
  if (thirdParty > step.notified) return no('thirdPartyUnknown', { thirdParty, notified: step.notified }, basis);
  if (receivedOn > step.opinionsDueOn)
    return no('opinionLate', { receivedOn, opinionsDueOn: step.opinionsDueOn }, basis);
  return happened({ type: 'writtenOpinionRecorded', data: { thirdParty, receivedOn, objects }, personal: { text } });
}

/** 手続の終了: when everyone has answered or the period is over; where nobody was to be notified, with the reason. */
export function concludeThirdPartyProcedure(
  { reason }: ConcludeThirdPartyProcedure,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const refusal = heldRefusal(state, rules, facts);
  if (refusal) return refusal;
  const step = state.review.thirdParties;
  const basis = rules.thirdPartyProcedure.enabled?.text;
  if (step === null && isBlank(reason)) return no('nobodyNotifiedWithoutReason', {}, basis);
  if (step !== null && step.concludedOn !== null)
    return no('thirdPartyProcedureOver', { concludedOn: step.concludedOn }, basis);
  const isOpen = step !== null && step.opinions.length < step.notified && todayOf(facts) <= (step.opinionsDueOn ?? '');
  if (isOpen) return no('opinionsOutstanding', { opinionsDueOn: step.opinionsDueOn }, basis);
  const objecting = step?.opinions.filter(({ objects }) => objects).map(({ thirdParty }) => thirdParty) ?? [];
  const objectors = rules.thirdPartyProcedure.removesObjectors?.value ? objecting.toSorted((a, b) => a - b) : [];
  return happened({
    type: 'thirdPartyProcedureConcluded',
    data: { on: todayOf(facts), objectors, reason: step === null ? reason : null },
  });
}

/** The conforming notice waits for the third parties (STP-11). */
export function thirdPartyRefusal(state: ProposalState, rules: RuleSet, facts: Known) {
  if (!isHeld(state, rules, facts) || state.review.thirdParties?.concludedOn) return null;
  return no('thirdPartiesNotHeard', {}, rules.thirdPartyProcedure.enabled?.text);
}

/** How many persons are no part of the file any more. */
export const objectorsOf = ({ review }: Pick<ProposalState, 'review'>): number =>
  review.thirdParties?.objectors?.length ?? 0;
