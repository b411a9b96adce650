import { applicationDeadline } from '../calendar/applicationDeadline.ts';
import type { Day } from '../calendar/day.ts';
import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { IssueConformingNotice, IssueNonConformingNotice } from './commands.ts';
import { criteriaOf } from './criteriaOf.ts';
import { eligibilityRefusal } from './eligibility.ts';
import { quotedLateRefusal } from './estimate.ts';
import { type Decided, isBlank, type Known } from './facts.ts';
import { reportRefusal } from './referral.ts';
import { no } from './refusals.ts';
import { countRefusal } from './review.ts';
import type { ConformingItems, Finding, ProposalFee, ProposalState, Typed } from './state.ts';
import { thirdPartyRefusal } from './thirdParties.ts';

/** 審査結果の通知 (適合): every criterion is found to be met with a reason, and no item of the notice is open (FRM-13). */
export function issueConformingNotice(
  command: IssueConformingNotice,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const { noticeDate, documentNumber } = command;
  const obstacle =
    issuerRefusal(rules, facts) ??
    reportRefusal(state, rules) ??
    conformingRefusal(state, rules) ??
    eligibilityRefusal(state, rules, facts) ??
    thirdPartyRefusal(state, rules, facts) ??
    countRefusal(state, rules, facts) ??
    quotedLateRefusal(state, noticeDate, rules);
  if (obstacle) return obstacle;
  if (state.fee === null) return no('feeMissing');
  const items = conformingItems(command, state, state.fee, rules, facts);
  if ('refusal' in items) return items;
  const findings = inOrder(state, rules);
  const warnings = items.feeYen === state.fee.yen ? [] : ['feeDiffersFromDetermined'];
  return happened({
    type: 'conformingNoticeIssued',
    data: { conforming: true, noticeDate, documentNumber, items, findings, warnings },
  });
}

const inOrder = (state: ProposalState, rules: RuleSet): Finding[] =>
  criteriaOf(state, rules).flatMap((id) => state.findings.filter(({ criterion }) => criterion === id));

function issuerRefusal({ notice }: RuleSet, { actor }: Known) {
  const issuer = notice.issuedBy?.value;
  if (issuer === undefined || issuer === 'organ' || issuer === actor.role) return null;
  return no('wrongIssuer', { role: actor.role, issuer }, notice.issuedBy?.text);
}

function conformingRefusal(state: ProposalState, rules: RuleSet) {
  const { findings } = state;
  const found = (id: string) => findings.find(({ criterion }) => criterion === id);
  const ids = criteriaOf(state, rules);
  const missing = ids.filter((id) => !found(id));
  if (missing.length > 0) return no('findingsMissing', { criteria: missing });
  const unmet = ids.filter((id) => found(id)?.met === false);
  if (unmet.length > 0) return no('criterionNotMet', { criteria: unmet });
  return reasonRefusal(findings);
}

function reasonRefusal(findings: readonly Finding[]) {
  const silent = findings.filter(({ reason }) => isBlank(reason)).map(({ criterion }) => criterion);
  return silent.length > 0 ? no('findingReasonMissing', { criteria: silent }) : null;
}

type Items = {
  readonly [Item in 'contractParty' | 'feePayment' | 'applicationDeadline' | 'feeDeadline']: Typed | null;
};

/** The items of the notice from the rules and from what was typed; a typed value needs its reason. */
function conformingItems(
  command: IssueConformingNotice,
  { form }: ProposalState,
  fee: ProposalFee,
  rules: RuleSet,
  facts: Known,
): ConformingItems | ReturnType<typeof no> {
  const computed = ruleDeadline(command.noticeDate, rules, facts);
  if (typeof computed === 'object' && computed !== null) return computed;
  const { contractParty, feePayment, applicationDeadline, feeDeadline }: Items = command;
  const typed = { contractParty, feePayment, applicationDeadline, feeDeadline };
  const silent = Object.entries(typed).filter(([, item]) => item && isBlank(item.reason));
  if (silent.length > 0) return no('typedWithoutReason', { items: silent.map(([id]) => id) });
  const deadline = applicationDeadline?.value ?? computed;
  const fixed = rules.deadlines.fee;
  if (feeDeadline && fixed?.value === 'sameAsApplication' && feeDeadline.value !== deadline)
    return no('feeDeadlineFollows', {}, fixed.text);
  const values = {
    contractParty: contractParty?.value ?? rules.notice.contractParty?.value ?? null,
    feePayment: feePayment?.value ?? rules.fee.payment?.value[0] ?? null,
    applicationDeadline: deadline,
    feeDeadline: feeDeadline?.value ?? (rules.deadlines.fee?.value === 'sameAsApplication' ? deadline : null),
  };
  const open = Object.entries(values).filter(([, value]) => isBlank(value));
  if (open.length > 0) return no('noticeItemMissing', { items: open.map(([id]) => id) });
  const early = [values.applicationDeadline, values.feeDeadline].find((day) => (day ?? '') <= command.noticeDate);
  if (early) return no('deadlineBeforeNotice', { deadline: early, noticeDate: command.noticeDate });
  return {
    ...(values as { readonly [Item in keyof typeof values]: string }),
    feeYen: command.printedFeeYen ?? fee.yen,
    ruleDeadline: computed,
    medium: form.medium,
    delivery: form.delivery,
    typed: reasonsOf(typed, fee),
  };
}

const reasonsOf = (typed: Items, fee: ProposalFee): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(typed).flatMap(([id, item]) => (item ? [[id, item.reason]] : []))),
  ...(fee.reason === null ? {} : { feeYen: fee.reason }),
});

/** DDL-04 where the organ has the rule; null where an official types the day. */
function ruleDeadline(noticeDate: string, { deadlines }: RuleSet, { closedDays }: Known) {
  if (deadlines.contractApplication === null) return null;
  const computed = applicationDeadline(noticeDate as Day, deadlines.contractApplication.value, closedDays);
  return 'outsideCalendar' in computed
    ? no('calendarEnds', { day: computed.outsideCalendar.day, through: closedDays.through })
    : computed.deadline;
}

/** 審査結果の通知 (不適合): names each criterion that is not met, with its reason (FRM-14). */
export function issueNonConformingNotice(
  { noticeDate, documentNumber }: IssueNonConformingNotice,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const unmet = inOrder(state, rules).filter(({ met }) => !met);
  const obstacle =
    issuerRefusal(rules, facts) ??
    reportRefusal(state, rules) ??
    (unmet.length === 0 ? no('allCriteriaMet') : reasonRefusal(unmet));
  if (obstacle) return obstacle;
  const warnings = state.corrections.length === 0 ? ['noCorrectionAsked'] : [];
  return happened({
    type: 'nonConformingNoticeIssued',
    data: { conforming: false, noticeDate, documentNumber, items: null, findings: unmet, warnings },
  });
}
