import { unreachable } from '../unreachable.ts';
import type { ContractLifeEvent } from './contractEvents.ts';
import { untouched } from './contractState.ts';
import type { CorrectedPart, FiledPart, ProposalEvent } from './events.ts';
import { evolveContract, isOfContract } from './evolveContract.ts';
import { afterCorrectedForm, evolveReview } from './evolveReview.ts';
import type { Party } from './form.ts';
import { notReviewed } from './reviewState.ts';
import type { ProposalNotice, ProposalState } from './state.ts';

type Filed = Extract<ProposalEvent, { type: 'proposalReceived' }>['data'];

const accountsOf = (parties: readonly (Party | null)[]): string[] =>
  parties.flatMap((party) => (party?.account ? [party.account] : []));

const filedPart = ({ proposers, agent, minors, form, filled, identified, copies, attachments }: FiledPart) => ({
  parties: accountsOf([...proposers, agent]),
  proposers,
  agent,
  minors,
  form,
  filled,
  identified,
  copies,
  attachments,
});

const begin = (data: Filed): ProposalState => ({
  stage: 'received',
  ...filedPart(data),
  ruleDay: data.ruleDay,
  number: data.number,
  call: data.call,
  created: data.created,
  entry: data.entry,
  responsibleOrganization: data.responsibleOrganization,
  guidelineVersion: data.guidelineVersion,
  channel: data.channel,
  receivedOn: data.receivedOn,
  receivedTime: data.receivedTime,
  dispatchedOn: data.dispatchedOn,
  enteredOn: data.enteredOn,
  warnings: data.warnings,
  forwardings: [],
  contacts: [],
  reviewSpans: [],
  pendingTyping: null,
  joinedInto: null,
  identityChecks: [],
  formVersion: 1,
  corrections: [],
  findings: [],
  review: notReviewed,
  fee: null,
  notice: null,
  applicationDeadline: null,
  feeDeadline: null,
  applicationReceivedOn: null,
  payment: null,
  contract: null,
  cancellation: null,
  life: untouched,
  ending: null,
});

/** The proposal after an event. The first event is always `proposalReceived`. */
export function evolve(state: ProposalState | null, event: ProposalEvent): ProposalState {
  if (event.type === 'proposalReceived') return begin(event.data);
  if (state === null) throw new Error(`a proposal can't begin with ${event.type}`);
  return { ...state, ...change(state, event) };
}

type Later = Exclude<ProposalEvent, { type: 'proposalReceived' }>;

function change(state: ProposalState, event: Later): Partial<ProposalState> {
  switch (event.type) {
    case 'identityChecked':
      return {
        identityChecks: [...state.identityChecks.filter(({ party }) => party !== event.data.party), event.data],
      };
    case 'attachmentReceived':
      return { attachments: [...state.attachments, attachmentOf(event.data)] };
    case 'completenessConfirmed':
      return afterCompleteness(state, event.data);
    case 'correctionRequested':
      return afterRequest(state, event.data);
    case 'correctionReceived':
      return afterCorrection(state, event.data);
    case 'findingRecorded':
      return {
        findings: [...state.findings.filter(({ criterion }) => criterion !== event.data.criterion), event.data],
      };
    case 'feeDetermined':
      return { fee: event.data };
    case 'conformingNoticeIssued':
      return afterConforming(event.data);
    case 'nonConformingNoticeIssued':
      return { stage: 'nonConforming', notice: event.data };
    case 'deadlinesExtended':
      return { applicationDeadline: event.data.applicationDeadline, feeDeadline: event.data.feeDeadline };
    case 'contractApplicationReceived':
      return { stage: 'applied', applicationReceivedOn: event.data.receivedOn };
    case 'paymentConfirmed':
      return { payment: event.data };
    case 'contractConcluded':
      return { stage: 'contracted', contract: contractOf(event.data) };
    case 'proposalForwarded':
      return { forwardings: [...state.forwardings, event.data] };
    case 'contactRecorded':
      return { contacts: [...state.contacts, event.data] };
    case 'typingCorrectionProposed':
      return { pendingTyping: event.data };
    case 'typingCorrected':
      return { ...afterTyping(state, event.data.result), pendingTyping: null };
    case 'typingCorrectionDropped':
      return { pendingTyping: null };
    case 'duplicateJoined':
    case 'proposalLapsed':
    case 'proposalWithdrawn':
    case 'mergeJoined':
    case 'contractCancelled':
      return afterEnd(event);
    default:
      return isOfContract(event) ? afterNotice(state, event) : { review: evolveReview(state.review, event) };
  }
}

const contractOf = ({ concludedOn, copies, provisionDeadline, stampedCopies }: DataOf<'contractConcluded'>) => ({
  concludedOn,
  copies,
  provisionDeadline,
  stampedCopies,
});

type End = Extract<
  Later,
  { type: 'duplicateJoined' | 'proposalLapsed' | 'proposalWithdrawn' | 'mergeJoined' | 'contractCancelled' }
>;

function afterEnd(event: End): Partial<ProposalState> {
  switch (event.type) {
    case 'duplicateJoined':
      return { stage: 'joined', joinedInto: event.data.into, ending: { on: event.data.on, reason: event.data.reason } };
    case 'proposalLapsed':
      return { stage: 'lapsed', ending: event.data };
    case 'proposalWithdrawn':
      return { stage: 'withdrawn', ending: event.data };
    case 'mergeJoined':
      return { stage: 'merged', joinedInto: event.data.into };
    case 'contractCancelled':
      return { stage: 'cancelled', cancellation: event.data };
    default:
      return unreachable(event);
  }
}

type DataOf<Type extends Later['type']> = Extract<Later, { type: Type }>['data'];

const attachmentOf = ({ kind, of, file }: DataOf<'attachmentReceived'>) => ({ kind, of, file });

const afterCompleteness = (
  state: ProposalState,
  { confirmedOn: from, warnings }: DataOf<'completenessConfirmed'>,
): Partial<ProposalState> => ({
  stage: 'inReview',
  reviewSpans: [...state.reviewSpans, { from, to: null }],
  warnings: [...state.warnings, ...warnings],
});

const afterRequest = (state: ProposalState, request: DataOf<'correctionRequested'>): Partial<ProposalState> => ({
  stage: 'correctionRequested',
  corrections: [...state.corrections, { ...request, answeredOn: null }],
  reviewSpans: state.reviewSpans.map(({ from, to }) => ({ from, to: to ?? request.requestedOn })),
});

function afterCorrection(state: ProposalState, data: DataOf<'correctionReceived'>): Partial<ProposalState> {
  return {
    ...filedPart(data),
    stage: 'received',
    formVersion: state.formVersion + 1,
    corrections: state.corrections.map((request) =>
      request.answeredOn === null ? { ...request, answeredOn: data.receivedOn } : request,
    ),
    findings: [],
    review: afterCorrectedForm(state.review),
    warnings: [...state.warnings, ...data.warnings],
  };
}

/** A day that was typed wrongly stands corrected in the notice, too. */
function afterTyping(state: ProposalState, result: CorrectedPart): Partial<ProposalState> {
  const { noticeDate, ruleDeadline, ...part } = result;
  const { notice } = state;
  if (notice === null || noticeDate === null) return part;
  const { applicationDeadline, feeDeadline } = part;
  const items = notice.items && {
    ...notice.items,
    ruleDeadline,
    applicationDeadline: applicationDeadline ?? notice.items.applicationDeadline,
    feeDeadline: feeDeadline ?? notice.items.feeDeadline,
  };
  return { ...part, notice: { ...notice, noticeDate, items } };
}

const afterConforming = (notice: ProposalNotice): Partial<ProposalState> => ({
  stage: 'conforming',
  notice,
  applicationDeadline: notice.items?.applicationDeadline ?? null,
  feeDeadline: notice.items?.feeDeadline ?? null,
});

/** A notice that was corrected says the corrected sum. */
function afterNotice({ life, notice }: ProposalState, event: ContractLifeEvent): Partial<ProposalState> {
  const after = { life: evolveContract(life, event) };
  if (event.type === 'proposalMoved') return { responsibleOrganization: event.data.to };
  if (event.type !== 'notifiedFeeCorrected') return after;
  return {
    ...after,
    notice: notice && { ...notice, items: notice.items && { ...notice.items, feeYen: event.data.to } },
  };
}
