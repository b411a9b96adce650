import type { StreamRef } from '../../core/event.ts';
import type { KeptFile } from '../../core/keptFile.ts';
import { openCorrection } from '../../core/proposal/state.ts';
import type { Parts } from '../parts.ts';
import type { Account } from '../ports/identity.ts';
import { type CaseTimeline, caseTimeline } from '../timeline/caseTimeline.ts';
import { type AddressedPaper, addressedPapers } from './addressedPapers.ts';
import { type OwnProposal, ownProposal } from './ownProposals.ts';

/** An act on the proposal that concerns whoever made it. */
export interface OwnAct {
  readonly type: string;
  /** Japan's local time of the procedure. */
  readonly at: string;
}

/** What a party sees of their own proposal: nothing of how it is judged before they are told. */
export interface OwnView {
  readonly record: OwnProposal;
  readonly timeline: CaseTimeline;
  readonly papers: readonly AddressedPaper[];
  /** The files that they sent. */
  readonly files: readonly KeptFile[];
  /** Oldest first. */
  readonly past: readonly OwnAct[];
  /** Whether a correction can still be sent. */
  readonly mayCorrect: boolean;
}

const told: readonly string[] = [
  'proposalReceived',
  'completenessConfirmed',
  'correctionRequested',
  'correctionReceived',
  'conformingNoticeIssued',
  'nonConformingNoticeIssued',
  'deadlinesExtended',
  'contractApplicationReceived',
  'paymentConfirmed',
  'contractConcluded',
  'contractCancelled',
  'proposalLapsed',
  'proposalWithdrawn',
  'duplicateJoined',
  'mergeJoined',
  'delayAnnounced',
  'provisionRecorded',
];

/** A proposal of the person's own; null for another's as for one that does not exist. */
export async function ownView(parts: Parts, account: Account, id: string): Promise<OwnView | null> {
  const { organ } = account;
  const record = await ownProposal(parts, account, id);
  const timeline = record && (await caseTimeline(parts, organ, id));
  if (!record || !timeline) return null;
  const { proposal, release, past } = timeline;
  const request = openCorrection(proposal);
  const today = parts.clock.procedure().slice(0, 10);
  return {
    record,
    timeline,
    papers: await addressedPapers(parts, organ, await streamsOf(parts, account, record.stream, release !== null)),
    files: proposal.attachments.flatMap(({ file }) => (file ? [file] : [])),
    past: past.filter(({ kind, type }) => kind !== 'call' && told.includes(type)),
    mayCorrect: proposal.stage === 'correctionRequested' && request !== null && today <= request.deadline,
  };
}

/** The proposal, and the release that its contract began. */
async function streamsOf(
  { events }: Parts,
  { organ }: Account,
  stream: StreamRef,
  isReleased: boolean,
): Promise<readonly StreamRef[]> {
  if (!isReleased) return [stream];
  const { records } = await events.states(organ, { kind: 'release', where: { proposal: stream.id } });
  return [stream, ...records.map((release) => release.stream)];
}
