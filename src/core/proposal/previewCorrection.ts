import { applicationDeadline } from '../calendar/applicationDeadline.ts';
import { certificateLimit } from '../calendar/certificate.ts';
import type { Day } from '../calendar/day.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { type FilingWindow, windowRefusal } from './arrival.ts';
import { paperOf } from './checkIdentity.ts';
import type { CorrectedPart } from './events.ts';
import type { Known } from './facts.ts';
import { filledFields, formFieldIds, type ProposalForm } from './form.ts';
import { minorsOn } from './receive.ts';
import { windowOf } from './receiveCreatedProposal.ts';
import type { ProposalState } from './state.ts';
import type { MovedDay, TypingChanges, TypingPreview } from './typingChanges.ts';

/**
 * What the correction of a typing error would change: the days that move and the findings that come or go. Pure and asked
 * before anyone decides; the correction itself takes the same result.
 */
export function previewCorrection(
  changes: TypingChanges,
  state: ProposalState,
  rules: RuleSet,
  facts: Known,
): TypingPreview {
  const after = corrected(changes, state, rules, facts);
  const before = { ...state, noticeDate: state.notice?.noticeDate ?? null };
  const [was, is] = [findingsOf(before, state, rules, facts), findingsOf(after, state, rules, facts)];
  return {
    moves: movesOf(before, after, state, rules),
    newFindings: is.filter((finding) => !was.includes(finding)),
    settledFindings: was.filter((finding) => !is.includes(finding)),
  };
}

/** What the state says after the correction. */
export function corrected(changes: TypingChanges, state: ProposalState, rules: RuleSet, facts: Known): CorrectedPart {
  const form: ProposalForm = { ...state.form, ...changes.form };
  const named = formFieldIds.filter((id) => id in changes.form);
  const receivedOn = changes.receivedOn ?? state.receivedOn;
  const noticeDate = changes.noticeDate ?? state.notice?.noticeDate ?? null;
  return {
    receivedOn,
    receivedTime: changes.receivedTime ?? state.receivedTime,
    dispatchedOn: changes.dispatchedOn ?? state.dispatchedOn,
    copies: changes.copies ?? state.copies,
    form,
    filled: [...state.filled.filter((id) => !named.includes(id)), ...filledFields(changes.form)],
    noticeDate,
    guidelineVersion: changes.receivedOn === null ? state.guidelineVersion : (facts.call?.guidelineVersion ?? null),
    minors: changes.receivedOn === null ? state.minors : minorsOn(state.proposers, facts.birthDates, receivedOn),
    ...deadlinesAfter(changes, state, rules, facts),
  };
}

/** A deadline that the rule counted from the notice moves with its date; one that an official typed or extended stays. */
function deadlinesAfter({ noticeDate }: TypingChanges, state: ProposalState, rules: RuleSet, { closedDays }: Known) {
  const { applicationDeadline: application, feeDeadline: fee, notice } = state;
  const rule = rules.deadlines.contractApplication;
  const items = notice?.items;
  const kept = { applicationDeadline: application, feeDeadline: fee, ruleDeadline: items?.ruleDeadline ?? null };
  if (noticeDate === null || rule === null || !items) return kept;
  const computed = applicationDeadline(noticeDate as Day, rule.value, closedDays);
  if ('outsideCalendar' in computed) return kept;
  const follows = (day: string | null, name: string) => day === items.ruleDeadline && items.typed[name] === undefined;
  return {
    applicationDeadline: follows(application, 'applicationDeadline') ? computed.deadline : application,
    feeDeadline: follows(fee, 'feeDeadline') ? computed.deadline : fee,
    ruleDeadline: computed.deadline,
  };
}

type Dated = Pick<CorrectedPart, 'receivedOn' | 'receivedTime' | 'dispatchedOn' | 'minors' | 'copies'>;

/** What the days of the paper make true: out of its window, papers of identity that no longer do, minors, copies. */
function findingsOf(dated: Dated, state: ProposalState, rules: RuleSet, { call, created }: Known): string[] {
  const window: FilingWindow | null = call ?? (created && windowOf(created));
  const late = window && windowRefusal({ ...dated, channel: state.channel }, window, rules);
  const wanted = rules.intake.copies?.value ?? 1;
  return [
    ...(late ? [late.refusal.code] : []),
    ...(dated.copies < wanted ? ['copies'] : []),
    ...dated.minors.map((number) => `minor:proposer:${number}`),
    ...state.identityChecks.flatMap((check) => {
      const months = paperOf(check, state, rules)?.maxAgeMonths ?? null;
      const expired = check.validThrough !== null && check.validThrough < dated.receivedOn;
      const old =
        months !== null && (check.madeOn ?? '') < certificateLimit(dated.receivedOn as Day, months).earliestIssue;
      return [
        ...(expired ? [`identityDocumentExpired:${check.party}`] : []),
        ...(old ? [`certificateTooOld:${check.party}`] : []),
      ];
    }),
  ];
}

type Due = Pick<CorrectedPart, 'receivedOn' | 'applicationDeadline' | 'feeDeadline'>;

function movesOf(before: Due, after: Due, { identityChecks }: ProposalState, rules: RuleSet): MovedDay[] {
  const months = rules.identityCheck.corporateCertificateMonths?.value ?? null;
  const limit = ({ receivedOn }: Due) =>
    months === null || !identityChecks.some(({ madeOn }) => madeOn !== null)
      ? null
      : certificateLimit(receivedOn as Day, months).earliestIssue;
  const days: readonly MovedDay[] = [
    { name: 'certificateFrom', from: limit(before), to: limit(after) },
    { name: 'contractApplication', from: before.applicationDeadline, to: after.applicationDeadline },
    { name: 'fee', from: before.feeDeadline, to: after.feeDeadline },
  ];
  return days.filter(({ from, to }) => from !== to);
}
