import type { PastAct } from '../../app/timeline/caseTimeline.ts';
import type { Issue, Numbering } from '../../core/approval/state.ts';
import type { ProposalEvent } from '../../core/proposal/events.ts';
import { paymentWord } from '../../messages/paymentWord.ts';
import { timelineWords } from '../../messages/timelineWords.ts';
import { dayWords } from '../components/momentWords.ts';

/** The facts of an act that help to understand the case: days, amounts, numbers. */
export function actDetails({ kind, type, data }: PastAct): readonly string[] {
  if (type === 'actIssued' || type === 'actNumbered') {
    const { documentNumber } = data as Issue | Numbering;
    return documentNumber === null ? [] : [timelineWords.documentNumber(documentNumber)];
  }
  if (kind !== 'proposal') return [];
  const event = { type, data } as ProposalEvent;
  switch (event.type) {
    case 'correctionRequested':
      return [...event.data.points.map(({ text }) => text), timelineWords.until(dayWords(event.data.deadline))];
    case 'findingRecorded':
      return [timelineWords.criterion(event.data.criterion, event.data.met), event.data.reason];
    case 'feeDetermined':
      return [timelineWords.yen(event.data.yen)];
    case 'conformingNoticeIssued':
    case 'nonConformingNoticeIssued':
      return [timelineWords.documentNumber(event.data.documentNumber)];
    case 'paymentConfirmed':
      return [`${timelineWords.yen(event.data.yen)}　${paymentWord(event.data.way)}`];
    case 'deadlinesExtended':
    case 'proposalLapsed':
    case 'proposalWithdrawn':
      return [event.data.reason];
    default:
      return [];
  }
}
