import { type OutgoingAct, outgoingActIds } from '../../core/approval/outgoingActs.ts';
import type { Approvable } from '../../core/approval/state.ts';
import { criterionIds } from '../../core/organ/provision.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { AnyState, Command, CommandName } from '../aggregates.ts';

const typed = (value: string) => ({ value, reason: '-' });
const farDay = '2998-12-31';
const desk = { name: '-', address: '-' };

/** The act whose draft waits; nobody asks where none does. */
const pendingAct = (state: AnyState): OutgoingAct =>
  (state as Partial<Approvable>).drafts?.find(({ approval }) => approval === null)?.act ?? outgoingActIds[0];

/** The most favourable command of its kind on a case, on a day. */
type Probe = (state: AnyState, today: string) => Command;

/**
 * Commands with the best that a person could write, so that a refusal of one tells what the case itself still lacks.
 * A command without a probe is hindered by its stage alone.
 */
export const probes: Partial<Record<CommandName, Probe>> = {
  approveDraft: (state) => ({ do: 'approveDraft', act: pendingAct(state), way: 'approval', post: '-', reason: null }),
  returnDraft: (state) => ({ do: 'returnDraft', act: pendingAct(state), reason: '-' }),
  flagForSolicitation: () => ({ do: 'flagForSolicitation', desk }),
  unflagForSolicitation: () => ({ do: 'unflagForSolicitation', reason: '-' }),
  publishEntry: (_, publishedOn) => ({ do: 'publishEntry', publishedOn }),
  admitShortWindow: () => ({ do: 'admitShortWindow', reason: '-' }),
  publishCall: (_, publishedOn) => ({ do: 'publishCall', items: ['guideline'], publishedOn, place: null }),
  openCall: () => ({ do: 'openCall' }),
  confirmTypingCorrection: () => ({ do: 'confirmTypingCorrection' }),
  dropTypingCorrection: () => ({ do: 'dropTypingCorrection', reason: '-' }),
  forwardProposal: (_, forwardedOn) => ({ do: 'forwardProposal', forwardedOn, to: '-', copyKept: true }),
  concludeMerge: () => ({ do: 'concludeMerge' }),
  recordMergeConsent: (_, on) => ({ do: 'recordMergeConsent', other: null, proposer: 1, consents: true, on }),
  referToCommittee: (_, referredOn) => ({ do: 'referToCommittee', referredOn, papers: [] }),
  notifyThirdParties: (_, notifiedOn) => ({
    do: 'notifyThirdParties',
    notifiedOn,
    opinionsDueOn: farDay,
    thirdParties: [{ name: '-', address: null }],
  }),
  concludeThirdPartyProcedure: () => ({ do: 'concludeThirdPartyProcedure', reason: '-' }),
  recordWrittenOpinion: (_, receivedOn) => ({
    do: 'recordWrittenOpinion',
    thirdParty: 1,
    receivedOn,
    objects: false,
    text: '',
  }),
  confirmCompleteness: () => ({ do: 'confirmCompleteness' }),
  recordFinding: () => ({
    do: 'recordFinding',
    criterion: criterionIds[3],
    met: false,
    reason: '-',
    evidence: [],
    flaw: null,
  }),
  issueConformingNotice: (_, noticeDate) => ({
    do: 'issueConformingNotice',
    noticeDate,
    documentNumber: '-',
    contractParty: typed('-'),
    feePayment: typed('-'),
    applicationDeadline: typed(farDay),
    feeDeadline: typed(farDay),
    printedFeeYen: null,
  }),
  issueNonConformingNotice: (_, noticeDate) => ({ do: 'issueNonConformingNotice', noticeDate, documentNumber: '-' }),
  receiveContractApplication: (_, receivedOn) => ({ do: 'receiveContractApplication', receivedOn, copies: 99 }),
  concludeContract: (_, today) => ({
    do: 'concludeContract',
    concludedOn: today,
    copies: 99,
    copyReturnedOn: today,
    provisionDeadline: null,
    stillEligible: true,
    stampedCopies: null,
  }),
  agreeToCancellation: () => ({ do: 'agreeToCancellation' }),
  cancelContract: (state, cancelledOn) => ({
    do: 'cancelContract',
    cancelledOn,
    ground: (state as ProposalState).life.intent?.ground ?? 'contract',
    reason: '-',
  }),
  requestPublication: (_, requestedOn) => ({ do: 'requestPublication', requestedOn }),
  confirmPublication: (_, confirmedOn) => ({ do: 'confirmPublication', confirmedOn, address: null }),
  lapseProposal: () => ({ do: 'lapseProposal', reason: '-' }),
  startCreation: () => ({ do: 'startCreation' }),
  signVerification: () => ({ do: 'signVerification', note: '' }),
  rejectCreation: () => ({ do: 'rejectCreation', reason: '-' }),
};
