import { happened } from '../decision.ts';
import type { NewFeeRule } from '../organ/feeRules.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { DetermineFee, RecordFinding } from './commands.ts';
import { criteriaOf } from './criteriaOf.ts';
import { eligibilityRefusal, unlistedBodyRefusal } from './eligibility.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { effortFee, type Fee, personsFee, sharedFee } from './fee.ts';
import { personCount } from './personCount.ts';
import { no } from './refusals.ts';
import type { ProposalState } from './state.ts';

/** 審査基準ごとの判断 (STP-10). A finding without reason is kept as a draft; the notice then waits for the reason. */
export function recordFinding(command: RecordFinding, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { criterion, met, reason } = command;
  return (
    bodyRefusal(rules, facts) ??
    (criteriaOf(state, rules).includes(criterion) ? null : no('criterionNotAsked', { criteria: [criterion] })) ??
    (met && criterion === 'CRI-1'
      ? (eligibilityRefusal(state, rules, facts) ?? unlistedBodyRefusal(state, rules))
      : null) ??
    (met && criterion === 'CRI-2' ? countRefusal(state, rules, facts) : null) ??
    happened({
      type: 'findingRecorded',
      data: { criterion, met, reason: reason.trim(), by: facts.actor.person, on: todayOf(facts) },
    })
  );
}

/** Where a committee reviews on referral, it alone records findings (ACT-04); elsewhere it has no part. */
function bodyRefusal({ review }: RuleSet, { actor }: Known) {
  const byCommittee = review.body?.value === 'committee';
  if ((actor.role === 'committee') === byCommittee) return null;
  return no('wrongReviewBody', { role: actor.role, body: review.body?.value ?? null }, review.body?.text);
}

/** CRI-2 against the persons of the file, as fixed at the close of the call (DDL-14). */
function countRefusal({ form }: ProposalState, { review }: RuleSet, { call, entry }: Known) {
  const { minPersons, countBasis } = review;
  if (minPersons === null) return no('proposalSettingMissing', { setting: 'review.minPersons' });
  const persons = call?.personsAtClose ?? entry?.persons ?? null;
  if (persons === null || form.persons === null) return no('personCountUnknown', {}, minPersons.text);
  const filePersons = countBasis?.value === 'cumulative' ? persons.cumulativePersons : persons.uniquePersons;
  const { conforming } = personCount(form.persons, filePersons, minPersons.value);
  const facts = { requested: form.persons, minimum: minPersons.value, filePersons };
  return conforming ? null : no('personCountOutside', facts, minPersons.text);
}

/** 手数料の積算 (STP-28): by the organ's formula; where it has none an official types the amount with the reason. */
export function determineFee(command: DetermineFee, { fee }: RuleSet): Decided {
  const { minutes, outsourcingYen, identicalProposals, yen, reason } = command;
  const kept = { minutes, outsourcingYen, identicalProposals };
  if (fee.newProposal === null) {
    if (yen === null || isBlank(reason)) return no('feeTypedWithoutReason', { yen });
    return happened({ type: 'feeDetermined', data: { ...kept, yen, lines: [], reason } });
  }
  const { value, text } = fee.newProposal;
  if (yen !== null) return no('feeHasFormula', { yen }, text);
  if (identicalProposals > 1 && fee.identicalProposals === null) return no('noSharing', { identicalProposals });
  const computed = computedFee(value, command);
  if (computed === null) return no('effortMissing', {}, text);
  return happened({
    type: 'feeDetermined',
    data: { ...kept, yen: computed.total, lines: computed.lines, reason: null },
  });
}

function computedFee(rule: NewFeeRule, command: DetermineFee): Fee | null {
  const { minutes, outsourcingYen, outsourcedPersons, identicalProposals } = command;
  if (rule.kind === 'cumulativePersons')
    return outsourcingYen !== null && outsourcedPersons === null ? null : personsFee(rule, outsourcedPersons);
  if (minutes.length === 0) return null;
  return identicalProposals > 1
    ? sharedFee(rule, { minutes, outsourcingYen }, identicalProposals)
    : effortFee(rule, { minutes, outsourcingYen });
}
