import type { Approvable } from '../../core/approval/state.ts';
import { addDays, type Day } from '../../core/calendar/day.ts';
import type { CallState } from '../../core/call/state.ts';
import { guidelineOf } from '../../core/call/state.ts';
import type { ComplaintState } from '../../core/complaint/state.ts';
import type { LeakState } from '../../core/leak/state.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OtherProvisionState } from '../../core/otherProvision/state.ts';
import { criteriaOf } from '../../core/proposal/criteriaOf.ts';
import { missingParts, partiesToIdentify } from '../../core/proposal/missingParts.ts';
import { promptActs } from '../../core/proposal/promptActs.ts';
import { openCorrection, type ProposalState } from '../../core/proposal/state.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { AnyState, CaseKind, CommandName } from '../aggregates.ts';
import { awaitedOfContract } from './awaitedOfContract.ts';

/** What a case waits for next. */
export interface Awaited {
  readonly command: CommandName;
  /** The last day for it, `YYYY-MM-DD`; null where no day is set. */
  readonly due: string | null;
}

const waits = (command: CommandName, due: string | null = null): Awaited => ({ command, due });
const when = (condition: boolean, ...awaited: readonly Awaited[]): readonly Awaited[] => (condition ? awaited : []);

/** What the procedure wants next in a case, whoever's turn it is, the first thing first: a draft that waits for its approval. */
export function awaited(kind: CaseKind, state: AnyState, rules: RuleSet, today: string): readonly Awaited[] {
  const { drafts = [] } = state as Partial<Approvable>;
  const isPending = drafts.some(({ approval }) => approval === null);
  return [...when(isPending, waits('approveDraft')), ...awaitedOf(kind, state, rules, today)];
}

function awaitedOf(kind: CaseKind, state: AnyState, rules: RuleSet, today: string): readonly Awaited[] {
  switch (kind) {
    case 'register':
      return ofEntry(state as RegisterState);
    case 'call':
      return ofCall(state as CallState, today);
    case 'proposal':
      return ofProposal(state as ProposalState, rules, today);
    case 'release':
      return ofRelease(state as ReleaseState);
    case 'complaint':
      return ofComplaint(state as ComplaintState, rules);
    case 'leak':
      return ofLeak(state as LeakState);
    case 'otherProvision':
      return ofOtherProvision(state as OtherProvisionState);
    case 'office':
      return [];
    default:
      return unreachable(kind);
  }
}

function ofEntry({ stage, tests, flagged }: RegisterState): readonly Awaited[] {
  if (stage === 'registered') return [waits('publishEntry')];
  if (stage !== 'published') return [];
  const passed = tests !== null && Object.values(tests).every((test) => test.passed);
  return [
    ...when(tests === null, waits('testForSolicitation')),
    ...when(passed && !flagged, waits('flagForSolicitation')),
  ];
}

function ofCall(state: CallState, today: string): readonly Awaited[] {
  const { stage, opensOn } = state;
  if (stage === 'draft')
    return guidelineOf(state) === null ? [waits('setGuideline', opensOn)] : [waits('publishCall', opensOn)];
  return when(stage === 'published' && today >= opensOn, waits('openCall', opensOn));
}

function ofProposal(state: ProposalState, rules: RuleSet, today: string): readonly Awaited[] {
  const { applicationDeadline, feeDeadline } = state;
  switch (state.stage) {
    case 'received':
      return [...ofPapers(state, rules, today), ...ofReceived(state, rules)];
    case 'correctionRequested':
      return [...ofPapers(state, rules, today), waits('receiveCorrection', openCorrection(state)?.deadline ?? null)];
    case 'inReview':
      return [...ofPapers(state, rules, today), ...ofMerge(state), ...ofReview(state, rules)];
    case 'conforming':
    case 'applied': {
      const late =
        (state.stage === 'conforming' && today > (applicationDeadline ?? today)) ||
        (state.payment === null && today > (feeDeadline ?? today));
      if (late) return [waits('lapseProposal'), waits('extendDeadlines')];
      return [
        ...when(state.stage === 'conforming', waits('receiveContractApplication', applicationDeadline)),
        ...when(state.payment === null, waits('confirmPayment', feeDeadline)),
        ...when(state.stage === 'applied' && state.payment !== null, waits('concludeContract')),
      ];
    }
    case 'contracted':
    case 'cancelled':
      return awaitedOfContract(state, rules).map((command) => waits(command));
    default:
      return [];
  }
}

function ofReceived(state: ProposalState, rules: RuleSet): readonly Awaited[] {
  const unseen = partiesToIdentify(state, rules).filter(
    (party) => !state.identityChecks.some((check) => check.party === party),
  );
  const missing = missingParts(state, rules, [], null).filter((part) => !part.startsWith('identity:'));
  return [
    ...when(unseen.length > 0, waits('checkIdentity')),
    ...when(missing.length > 0, waits('requestCorrection')),
    ...when(unseen.length === 0 && missing.length === 0, waits('confirmCompleteness')),
  ];
}

/** The papers' own way: a typing error that a second person confirms, and the original that goes on at once. */
function ofPapers(state: ProposalState, rules: RuleSet, today: string): readonly Awaited[] {
  const forwarding = promptActs(state, rules, today).find(({ act }) => act === 'forwarding');
  const isWanted = forwarding?.doneOn === null && forwarding.word !== null;
  const target = forwarding?.targetDays ?? null;
  const due = forwarding && target !== null ? addDays(forwarding.since as Day, target) : null;
  return [
    ...when(state.pendingTyping !== null, waits('confirmTypingCorrection')),
    ...when(isWanted, waits('forwardProposal', due)),
  ];
}

const ofMerge = ({ review: { merge } }: ProposalState): readonly Awaited[] =>
  when(merge !== null && merge.concludedOn === null, waits('recordMergeConsent'), waits('concludeMerge'));

/** The third parties are heard between the review and the notice (1c-42); the probes tell where nobody is. */
function ofHearing({ review: { thirdParties: step } }: ProposalState, rules: RuleSet): readonly Awaited[] {
  if (rules.thirdPartyProcedure.enabled?.value !== true || step?.concludedOn) return [];
  if (step === null) return [waits('notifyThirdParties')];
  return [waits('recordWrittenOpinion', step.opinionsDueOn), waits('concludeThirdPartyProcedure')];
}

function ofReview(state: ProposalState, rules: RuleSet): readonly Awaited[] {
  const { findings, fee, review } = state;
  const byCommittee = rules.review.body?.value === 'committee';
  if (byCommittee && review.referral === null) return [waits('referToCommittee')];
  const found = (id: string) => findings.find(({ criterion }) => criterion === id);
  const open = criteriaOf(state, rules).some((id) => !found(id)?.reason);
  if (open) return [waits('recordFinding')];
  if (byCommittee && !review.referral?.report) return [waits('fileCommitteeReport')];
  if (findings.some(({ met }) => !met)) return [waits('issueNonConformingNotice'), waits('requestCorrection')];
  return [...ofHearing(state, rules), fee === null ? waits('determineFee') : waits('issueConformingNotice')];
}

function ofRelease({ stage, source, recipe, provisionDeadline, publication }: ReleaseState): readonly Awaited[] {
  switch (stage) {
    case 'planned':
      return [
        ...when(source === null, waits('handInSource', provisionDeadline)),
        ...when(source !== null && recipe === null, waits('deriveRecipe', provisionDeadline)),
        ...when(source !== null && recipe !== null, waits('startCreation', provisionDeadline)),
      ];
    case 'created':
      return [waits('signVerification', provisionDeadline)];
    case 'verified':
      return [waits('packRelease', provisionDeadline)];
    case 'packaged':
      return [waits('recordProvision', provisionDeadline)];
    case 'provided':
      return when(publication?.confirmedOn === null, waits('confirmPublication'));
    default:
      return [];
  }
}

/** 苦情: by the organ's own target where it set one (DDL-09). */
function ofComplaint({ stage, receivedOn }: ComplaintState, { deadlines }: RuleSet): readonly Awaited[] {
  const days = deadlines.promptActs.complaint.targetDays?.value ?? null;
  return when(stage === 'taken', waits('settleComplaint', days === null ? null : addDays(receivedOn as Day, days)));
}

function ofLeak({ clock, preliminaryOn, finalOn, principalsToldOn, stage }: LeakState): readonly Awaited[] {
  if (stage === 'ended') return [];
  if (clock === null) return [waits('endLeak')];
  return [
    ...when(preliminaryOn === null, waits('reportLeak', clock.preliminaryBy)),
    ...when(preliminaryOn !== null && finalOn === null, waits('reportLeak', clock.finalBy)),
    ...when(principalsToldOn === null, waits('tellPrincipals')),
    ...when(finalOn !== null && principalsToldOn !== null, waits('endLeak')),
  ];
}

const ofOtherProvision = ({ stage, byLaw }: OtherProvisionState): readonly Awaited[] =>
  stage === 'prepared' && byLaw === null
    ? [waits('announceOtherProvision')]
    : when(stage !== 'handedOver', waits('handOverOther'));
