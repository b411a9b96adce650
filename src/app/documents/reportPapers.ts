import type { Breach, ReportToCommission } from '../../core/proposal/contractState.ts';
import type { Contact } from '../../core/proposal/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { cancellationIntentReport } from '../../documents/forms/cancellationIntentReport.ts';
import { cancelledReport } from '../../documents/forms/cancelledReport.ts';
import { violationReport } from '../../documents/forms/violationReport.ts';
import { contactWayWords } from '../../messages/contactWayWords.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { earlierEvents, type ProposalOccasion } from './occasion.ts';

/** 個人情報保護委員会への報告 (PPC-1..3). */
export async function reportPapers(occasion: ProposalOccasion): Promise<readonly OfficialDocument[]> {
  const { report } = occasion.event.data as ReportToCommission;
  return report === 'violation' ? violationPapers(occasion) : cancellationReports(occasion);
}

function commonOf({ event, people, proposal, subject }: ProposalOccasion) {
  const { reportedOn, documentNumber } = event.data as ReportToCommission;
  return {
    documentNumber,
    date: reportedOn,
    counterparty: people.proposers.map(({ name }) => name).join('、'),
    subject,
    contractOn: proposal.contract?.concludedOn ?? '',
  };
}

/** The breach that the report is about, with what was said and decided since: each breach is reported once, in order. */
async function violationPapers(occasion: ProposalOccasion): Promise<readonly OfficialDocument[]> {
  const earlier = await earlierEvents(occasion);
  const reported = earlier.filter(
    ({ type, data }) => type === 'reportedToCommission' && (data as ReportToCommission).report === 'violation',
  );
  const breach = earlier.filter(({ type }) => type === 'breachRecorded')[reported.length];
  if (!breach) return [];
  const { foundOn, isMaterial, term, deskToldOn } = breach.data as Breach;
  const { account = '（廃棄済み）' } = (breach.personal ?? {}) as { readonly account?: string };
  const intent = intentIn(earlier);
  return [
    violationReport(occasion.rules, {
      ...commonOf(occasion),
      toldOn: deskToldOn,
      circumstances: account,
      knownOn: foundOn,
      term,
      isMaterial,
      contacts: contactsSince(foundOn, earlier),
      intent,
    }),
  ];
}

const contactsSince = (day: string, earlier: readonly StoredEvent[]) =>
  earlier.flatMap(({ type, data, personal }) => {
    if (type !== 'contactRecorded') return [];
    const { on, way } = data as Contact;
    const text = (personal as { readonly text: string } | null)?.text ?? '';
    return on >= day ? [{ on, way: contactWayWords[way], text }] : [];
  });

/** 解除の意思 as it stood after some events; a dropped one is none. */
function intentIn(earlier: readonly StoredEvent[]) {
  const last = earlier.findLast(({ type }) => type === 'cancellationIntended' || type === 'cancellationDropped');
  return last?.type === 'cancellationIntended' ? (last.data as { readonly on: string; readonly reason: string }) : null;
}

function cancellationReports(occasion: ProposalOccasion): readonly OfficialDocument[] {
  const { rules, proposal, event } = occasion;
  const { report } = event.data as ReportToCommission;
  const { cancellation, life } = proposal;
  const made = report === 'cancelled' ? cancellation : life.intent;
  const ground = made?.ground;
  if (!made || (ground !== 'CAN-1' && ground !== 'CAN-2' && ground !== 'CAN-3')) return [];
  const toldOn = 'cancelledOn' in made ? made.cancelledOn : made.on;
  const facts = { ...commonOf(occasion), toldOn, circumstances: made.reason, ground };
  if (report === 'cancellationIntent' || !cancellation) return [cancellationIntentReport(rules, facts)];
  const { cancelledOn, barredThrough } = cancellation;
  return [cancelledReport(rules, { ...facts, cancelledOn, barredThrough: barredThrough ?? '' })];
}
