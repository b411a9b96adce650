import { bar } from '../calendar/bar.ts';
import type { Day } from '../calendar/day.ts';
import { happened } from '../decision.ts';
import type { CommissionReport } from '../organ/commissionReport.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { CancelContract } from './commands.ts';
import type { IntendCancellation, RecordBreach, ReportToPpc } from './contractCommands.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { no } from './refusals.ts';
import { barsForYears, type ProposalState } from './state.ts';

/** 違反の認定 (PPC-1): what the division tells the desk. */
export function recordBreach({ do: _, account, ...breach }: RecordBreach, facts: Known): Decided {
  if (isBlank(account)) return no('breachAccountMissing');
  if (breach.foundOn > todayOf(facts)) return no('breachInFuture', { foundOn: breach.foundOn, today: todayOf(facts) });
  return happened({ type: 'breachRecorded', data: breach, personal: { account } });
}

/** 解除の意思 (CAN-1..5): by whom the organ names, on a ground that it knows. */
export function intendCancellation(
  { do: _, ...intent }: IntendCancellation,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): Decided {
  const { ground, reason, consultation } = intent;
  const { cancellationConsultation } = rules.contract;
  const obstacle =
    cancellerRefusal(rules, facts) ??
    (state.life.intent === null ? null : no('cancellationIntendedBefore', { on: state.life.intent.on })) ??
    (isBlank(reason) ? no('cancellationReasonMissing') : null) ??
    groundRefusal(ground, state, rules) ??
    (consultation !== null && cancellationConsultation?.value !== true ? no('noConsultation') : null);
  return obstacle ?? happened({ type: 'cancellationIntended', data: { ...intent, by: facts.actor.person } });
}

function cancellerRefusal({ contract }: RuleSet, { actor }: Known) {
  const by = contract.cancelledBy?.value ?? 'city';
  return by === 'city' || by === actor.role
    ? null
    : no('wrongCanceller', { role: actor.role, by }, contract.cancelledBy?.text);
}

/** A ground of the contract alone is one only where the organ says so (CAN-4). */
function groundRefusal(ground: CancelContract['ground'], { life }: ProposalState, { contract }: RuleSet) {
  const { cancellableOnContractGrounds: alone } = contract;
  if (ground === 'contract' && alone?.value !== true) return no('contractGroundNotAdmitted', {}, alone?.text);
  const basis = contract.cancellationGrounds.find(({ id }) => id === ground)?.text;
  return ground === 'CAN-3' && !life.breaches.some(({ isMaterial }) => isMaterial)
    ? no('breachNotRecorded', {}, basis)
    : null;
}

/** The second of two; where the division cancels, the desk that signed agrees (1c-28). */
export function agreeToCancellation({ life }: ProposalState, { contract }: RuleSet, facts: Known): Decided {
  const { intent } = life;
  const { person, role } = facts.actor;
  if (intent === null) return no('cancellationNotIntended');
  if (intent.by === person) return no('agreedBySamePerson', { person });
  if (contract.cancelledBy?.value === 'responsibleDivision' && role !== 'centralDesk')
    return no('agreedByWrongRole', { role, by: 'centralDesk' });
  return happened({ type: 'cancellationAgreed', data: { on: todayOf(facts), by: person } });
}

export const dropCancellation = (reason: string, { life }: ProposalState, { actor }: Known): Decided =>
  life.intent === null
    ? no('cancellationNotIntended')
    : happened({ type: 'cancellationDropped', data: { reason, by: actor.person } });

/** 契約の解除: intended by one, agreed to by another, and reported before where the organ reports it (PPC-1, PPC-2). */
export function cancelContract(command: CancelContract, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { cancelledOn, ground, reason } = command;
  const obstacle =
    cancellerRefusal(rules, facts) ??
    (isBlank(reason) ? no('cancellationReasonMissing') : null) ??
    intentRefusal(command, state) ??
    reportRefusal(state, rules);
  if (obstacle) return obstacle;
  const years = rules.disqualification.barYears?.value ?? null;
  const barredThrough = barsForYears(ground) && years !== null ? bar(cancelledOn as Day, years).barredThrough : null;
  return happened({ type: 'contractCancelled', data: { cancelledOn, ground, reason, barredThrough } });
}

function intentRefusal({ cancelledOn, ground }: CancelContract, { life }: ProposalState) {
  const { intent } = life;
  if (intent === null) return no('cancellationNotIntended');
  if (ground !== intent.ground) return no('cancellationGroundDiffers', { ground, intended: intent.ground });
  if (intent.agreed === null) return no('cancellationNotAgreed');
  return cancelledOn < intent.agreed.on
    ? no('cancelledBeforeAgreement', { cancelledOn, agreedOn: intent.agreed.on })
    : null;
}

const isReported = (report: CommissionReport, { commissionReports }: RuleSet): boolean =>
  commissionReports?.value.includes(report) ?? false;

/** The reports that have to stand before the cancellation itself. */
function reportRefusal(state: ProposalState, rules: RuleSet) {
  const due = openReports(state, rules).filter((report) => report !== 'cancelled');
  return due.length > 0 ? no('reportOutstanding', { reports: due }, rules.commissionReports?.text) : null;
}

/** What is still to be reported to the commission (PPC-1..3); nothing where the organ reports nothing. */
export function openReports({ life, cancellation }: ProposalState, rules: RuleSet): readonly CommissionReport[] {
  const reported = (report: CommissionReport) => life.reports.filter((one) => one.report === report);
  const { intent, breaches } = life;
  const open: CommissionReport[] = [];
  if (breaches.length > reported('violation').length) open.push('violation');
  if (
    intent &&
    barsForYears(intent.ground) &&
    !reported('cancellationIntent').some((one) => one.reportedOn >= intent.on)
  )
    open.push('cancellationIntent');
  if (cancellation && barsForYears(cancellation.ground) && reported('cancelled').length === 0) open.push('cancelled');
  return open.filter((report) => isReported(report, rules));
}

/** 個人情報保護委員会への報告: what is due, and each once. */
export function reportToCommission({ do: _, ...report }: ReportToPpc, state: ProposalState, rules: RuleSet): Decided {
  const basis = rules.commissionReports?.text;
  if (!isReported(report.report, rules)) return no('reportNotProvided', { report: report.report }, basis);
  if (openReports(state, rules).includes(report.report))
    return happened({ type: 'reportedToCommission', data: report });
  const before = state.life.reports.find((one) => one.report === report.report);
  return before
    ? no('reportTwice', { report: report.report, reportedOn: before.reportedOn }, basis)
    : no('reportWithoutCause', { report: report.report }, basis);
}
