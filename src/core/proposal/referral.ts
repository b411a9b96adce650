import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { criteriaOf } from './criteriaOf.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { no } from './refusals.ts';
import type { FileCommitteeReport, ReferToCommittee } from './reviewCommands.ts';
import type { ProposalState } from './state.ts';

/** Whether a committee reviews on referral (H 8(1)). */
const isReferred = ({ review }: RuleSet): boolean => review.body?.value === 'committee';

/** 付託 (ACT-04): the proposal goes to the committee with its papers; a new referral asks for a new report. */
export function referToCommittee(command: ReferToCommittee, rules: RuleSet, facts: Known): Decided {
  const { referredOn, papers } = command;
  const { body } = rules.review;
  if (!isReferred(rules)) return no('noCommittee', { body: body?.value ?? null }, body?.text);
  if (referredOn > todayOf(facts)) return no('referredInFuture', { referredOn, today: todayOf(facts) }, body?.text);
  return happened({ type: 'referredToCommittee', data: { referredOn, papers } });
}

/** 報告: once every criterion is found with its reason, and saying what the findings say. */
export function fileCommitteeReport(
  command: FileCommitteeReport,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const { reportedOn, conforming, file } = command;
  const { referral } = state.review;
  const basis = rules.review.body?.text;
  if (referral === null) return no('notReferred', {}, basis);
  if (reportedOn < referral.referredOn)
    return no('reportBeforeReferral', { reportedOn, referredOn: referral.referredOn }, basis);
  const found = (id: string) => state.findings.find(({ criterion }) => criterion === id);
  const ids = criteriaOf(state, rules);
  const open = ids.filter((id) => isBlank(found(id)?.reason ?? null));
  if (open.length > 0) return no('findingsMissing', { criteria: open }, basis);
  const unmet = ids.filter((id) => found(id)?.met === false);
  if (conforming !== (unmet.length === 0))
    return no('reportContradictsFindings', { conforming, criteria: unmet }, basis);
  return happened({
    type: 'committeeReportFiled',
    data: { reportedOn, conforming, file, by: facts.actor.person },
  });
}

/** The committee finds only what was referred to it, and nothing more once it has reported. */
export function referralRefusal({ review }: ProposalState, rules: RuleSet) {
  if (!isReferred(rules)) return null;
  if (review.referral === null) return no('notReferred', {}, rules.review.body?.text);
  return review.referral.report === null ? null : no('reportFiled', {}, rules.review.body?.text);
}

/** The head gives no notice before the committee has reported (H 8(3)). */
export function reportRefusal({ review }: ProposalState, rules: RuleSet) {
  if (!isReferred(rules) || review.referral?.report) return null;
  return no('reportMissing', { committee: rules.review.committee?.value ?? null }, rules.review.body?.text);
}
