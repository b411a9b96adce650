import type { Day } from '../calendar/day.ts';
import { monthsFrom } from '../calendar/period.ts';
import { happened } from '../decision.ts';
import type { NewFeeRule } from '../organ/feeRules.ts';
import type { CriterionId } from '../organ/provision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { DetermineFee, RecordFinding } from './commands.ts';
import { determineCreatedFee } from './createdFee.ts';
import { criteriaOf } from './criteriaOf.ts';
import { eligibilityRefusal, unlistedBodyRefusal } from './eligibility.ts';
import { quoteRefusal } from './estimate.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { type Effort, effortFee, type Fee, personsFee, sharedFee } from './fee.ts';
import { movedCount, personsOfFile } from './fileCount.ts';
import { personCount } from './personCount.ts';
import { referralRefusal } from './referral.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** 審査基準ごとの判断 (STP-10). A finding without reason is kept as a draft; the notice then waits for the reason. */
export function recordFinding(command: RecordFinding, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { criterion, met, reason, evidence, flaw } = command;
  return (
    bodyRefusal(rules, facts) ??
    referralRefusal(state, rules) ??
    judgeableRefusal(command, state, rules, facts) ??
    (met ? metRefusal(command, state, rules, facts) : null) ??
    happened({
      type: 'findingRecorded',
      data: {
        criterion,
        met,
        reason: reason.trim(),
        evidence,
        flaw,
        by: facts.actor.person,
        on: todayOf(facts),
        ...(isMoved(criterion, state, rules, facts) ? { warnings: ['personsMoved'] } : {}),
      },
    })
  );
}

/** 1c-09: the number that decides was fixed at the close, and the file has changed since. */
const isMoved = (criterion: CriterionId, state: ProposalState, rules: RuleSet, facts: Known): boolean =>
  criterion === 'CRI-2' && movedCount(state, rules, facts) !== null;

/** Where a committee reviews on referral, it alone records findings (ACT-04); elsewhere it has no part. */
function bodyRefusal({ review }: RuleSet, { actor }: Known) {
  const byCommittee = review.body?.value === 'committee';
  if ((actor.role === 'committee') === byCommittee) return null;
  return no('wrongReviewBody', { role: actor.role, body: review.body?.value ?? null }, review.body?.text);
}

/**
 * Whether the criterion is one of this proposal (CRI-X), and whether the value that it leaves to a rule is there. That the
 * persons of the file are exceeded can be found without the rule's minimum (scenario 42).
 */
function judgeableRefusal({ criterion, met }: RecordFinding, state: ProposalState, rules: RuleSet, facts: Known) {
  if (!criteriaOf(state, rules).includes(criterion))
    return no('criterionNotAsked', { criteria: [criterion] }, rules.createdData.criteria?.text);
  const { needs, text } = rules.review.criteria.find(({ id }) => id === criterion) ?? {};
  if (needs === undefined || rules.review[needs] !== null) return null;
  const exceeded = criterion === 'CRI-2' && !met && exceedsFile(state, rules, facts);
  return exceeded ? null : no('proposalSettingMissing', { setting: `review.${needs}` }, text);
}

/** What stands against finding a criterion met, as far as a rule can tell. */
function metRefusal({ criterion, flaw }: RecordFinding, state: ProposalState, rules: RuleSet, facts: Known) {
  switch (criterion) {
    case 'CRI-1':
      return eligibilityRefusal(state, rules, facts) ?? unlistedBodyRefusal(state, rules);
    case 'CRI-2':
      return countRefusal(state, rules, facts);
    case 'CRI-4':
      return flaw === null ? null : no('purposeNotAdmitted', { flaw }, criterionText('CRI-4', rules));
    case 'CRI-5':
      return periodRefusal(state, rules);
    default:
      return null;
  }
}

const criterionText = (id: CriterionId, { review }: RuleSet) => review.criteria.find((one) => one.id === id)?.text;

/** CRI-5, DDL-12: not longer than the months that the organ fixes, where it fixes any. */
function periodRefusal({ form }: ProposalState, rules: RuleSet) {
  const limit = rules.review.maxUsePeriodMonths;
  if (limit === null || form.period === null) return null;
  const { through } = monthsFrom(form.period.from as Day, limit.value);
  return form.period.to <= through ? null : no('usePeriodTooLong', { ...form.period, through }, limit.text);
}

const exceedsFile = (state: ProposalState, rules: RuleSet, facts: Known): boolean =>
  (state.form.persons ?? 0) > (personsOfFile(state, rules, facts) ?? Number.POSITIVE_INFINITY);

/** CRI-2: at least the minimum, at most the persons of the file; no criterion of created data. */
export function countRefusal(state: ProposalState, rules: RuleSet, facts: Known) {
  const { form, created } = state;
  const { minPersons } = rules.review;
  if (created !== null) return null;
  if (minPersons === null) return no('proposalSettingMissing', { setting: 'review.minPersons' });
  const filePersons = personsOfFile(state, rules, facts);
  if (filePersons === null || form.persons === null) return no('personCountUnknown', {}, minPersons.text);
  const { conforming } = personCount(form.persons, filePersons, minPersons.value);
  const found = { requested: form.persons, minimum: minPersons.value, filePersons };
  return conforming ? null : no('personCountOutside', found, minPersons.text);
}

/** 手数料の積算 (STP-28): by the organ's formula; where it has none an official types the amount with the reason. */
export function determineFee(given: DetermineFee, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  if (state.created !== null) return determineCreatedFee(given, rules, facts);
  const { fee } = rules;
  const estimated = state.review.effort?.tasks.map(({ minutes }) => minutes) ?? [];
  const command = given.minutes.length === 0 ? { ...given, minutes: estimated } : given;
  const { minutes, outsourcingYen, identicalProposals, yen, reason } = command;
  const quoted = quoteRefusal(command, state, rules);
  if (quoted) return quoted;
  const kept = { minutes, outsourcingYen, identicalProposals };
  if (fee.newProposal === null) {
    if (yen === null || isBlank(reason)) return no('feeTypedWithoutReason', { yen });
    return happened({ type: 'feeDetermined', data: { ...kept, yen, lines: [], reason } });
  }
  const { value, text } = fee.newProposal;
  if (yen !== null) return no('feeHasFormula', { yen }, text);
  if (identicalProposals > 1 && fee.identicalProposals === null) return no('noSharing', { identicalProposals });
  if (facts.sameCallProposals !== null && identicalProposals > facts.sameCallProposals)
    return no('sharedBeyondProposals', { identicalProposals, proposals: facts.sameCallProposals });
  if (outsourcingYen === null && (command.outsourcedPersons ?? 0) > 0) return no('personsWithoutOutsourcing', {}, text);
  const computed = computedFee(value, command, askedThirdParties(state, rules));
  if (computed === null) return no('effortMissing', {}, text);
  return happened({
    type: 'feeDetermined',
    data: { ...kept, yen: computed.total, lines: computed.lines, derivation: computed.derivation, reason: null },
  });
}

/** Third parties that were asked, where a rule charges for each (1c-22). */
const askedThirdParties = ({ review }: ProposalState, { fee }: RuleSet): NonNullable<Effort['thirdParties']> | null =>
  fee.perThirdParty === null ? null : { asked: review.thirdParties?.notified ?? 0, yenEach: fee.perThirdParty.value };

function computedFee(
  rule: NewFeeRule,
  command: DetermineFee,
  thirdParties: NonNullable<Effort['thirdParties']> | null,
): Fee | null {
  const { minutes, outsourcingYen, outsourcedPersons, identicalProposals } = command;
  if (rule.kind === 'cumulativePersons')
    return outsourcingYen !== null && outsourcedPersons === null ? null : personsFee(rule, outsourcedPersons);
  if (minutes.length === 0) return null;
  return identicalProposals > 1
    ? sharedFee(rule, { minutes, outsourcingYen }, identicalProposals)
    : effortFee(rule, { minutes, outsourcingYen, ...(thirdParties ? { thirdParties } : {}) });
}
