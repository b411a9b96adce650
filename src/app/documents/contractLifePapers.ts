import type { ChangeNotice, FeeCorrection, ReportToCommission } from '../../core/proposal/contractState.ts';
import type { Handler } from '../../core/proposal/form.ts';
import type { ContractCancellation } from '../../core/proposal/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { correctedPaper } from '../../documents/correctedPaper.ts';
import { cancellationIntentReport } from '../../documents/forms/cancellationIntentReport.ts';
import { cancellationNotice } from '../../documents/forms/cancellationNotice.ts';
import { cancelledReport } from '../../documents/forms/cancelledReport.ts';
import { changeNotice } from '../../documents/forms/changeNotice.ts';
import { handlerNotification } from '../../documents/forms/handlerNotification.ts';
import { violationReport } from '../../documents/forms/violationReport.ts';
import { hasForm } from '../../documents/frame/formOf.ts';
import { contractOptionWords } from '../../messages/contractFieldWords.ts';
import { noticeOf } from './noticePapers.ts';
import { addresseeOf, addresseesOf, type ProposalOccasion } from './occasion.ts';

const contractDayOf = ({ proposal }: ProposalOccasion): string => proposal.contract?.concludedOn ?? '';

/** 取扱従事者通知書 as it came in (FRM-27). */
export function handlerPapers(occasion: ProposalOccasion): readonly OfficialDocument[] {
  const { rules, people, subject, event } = occasion;
  if (!hasForm(rules, 'handlerNotification')) return [];
  const { receivedOn } = event.data as { readonly receivedOn: string };
  const { handlers } = (event.personal as { readonly handlers: readonly Handler[] } | null) ?? { handlers: [] };
  const facts = { date: receivedOn, counterparties: people.proposers, contractOn: contractDayOf(occasion) };
  return [handlerNotification(rules, { ...facts, dataName: subject, handlers }, receivedOn)];
}

/** 記載事項変更通知書 as it came in (FRM-17). */
export function changePapers(occasion: ProposalOccasion): readonly OfficialDocument[] {
  const { rules, people, subject, event } = occasion;
  if (!hasForm(rules, 'changeNotice')) return [];
  const { receivedOn, items, reason, beforeProvision } = event.data as ChangeNotice;
  const texts = (event.personal as { readonly texts: readonly string[] } | null)?.texts ?? [];
  const changes = items.map((item, index) => ({
    item: contractOptionWords[item] ?? item,
    before: '―',
    after: texts[index] ?? '',
  }));
  const facts = { date: receivedOn, counterparties: people.proposers, contractOn: contractDayOf(occasion), subject };
  const change = { changes, changesOn: null, reason, kind: 'other', beforeProvision } as const;
  return [changeNotice(rules, { ...facts, ...change }, receivedOn)];
}

/** The notice anew with the right fee, naming the one that it corrects (FEE-09). */
export function feeCorrectionPapers(occasion: ProposalOccasion): readonly OfficialDocument[] {
  const { correctedOn, documentNumber, to, reason } = occasion.event.data as FeeCorrection;
  const { notice } = occasion.proposal;
  if (!notice?.items) return [];
  const right = { ...notice, items: { ...notice.items, feeYen: to } };
  const earlier = { documentNumber: notice.documentNumber, date: notice.noticeDate };
  return addresseesOf(occasion).map((addressee) => {
    const paper = noticeOf(occasion, right, addressee);
    return correctedPaper(paper, {
      earlier: { ...earlier, title: paper.title },
      documentNumber,
      date: correctedOn,
      reason,
    });
  });
}

/** 契約解除通知書 (CAN-1..6). */
export function cancellationPapers(occasion: ProposalOccasion): readonly OfficialDocument[] {
  const { rules, subject, event } = occasion;
  const { cancelledOn, ground, reason, barredThrough } = event.data as ContractCancellation;
  const letter = { documentNumber: null, date: cancelledOn, addressee: addresseeOf(occasion), subject };
  const facts = { contractOn: contractDayOf(occasion), cancelledOn, ground, reason, barredThrough };
  return [cancellationNotice(rules, { ...letter, ...facts })];
}

/** 個人情報保護委員会への報告 (PPC-1..3). */
export function reportPapers(occasion: ProposalOccasion): readonly OfficialDocument[] {
  const { rules, proposal, people, subject, event } = occasion;
  const { report, reportedOn, documentNumber } = event.data as ReportToCommission;
  const { life, cancellation } = proposal;
  const breach = life.breaches.at(-1);
  const common = {
    documentNumber,
    date: reportedOn,
    counterparty: people.proposers.map(({ name }) => name).join('、'),
    subject,
    contractOn: contractDayOf(occasion),
    toldOn: breach?.deskToldOn ?? reportedOn,
  };
  if (report === 'violation')
    return [
      violationReport(rules, {
        ...common,
        circumstances: breach?.term ?? '',
        knownOn: breach?.foundOn ?? reportedOn,
        kind: breach ? 'contract' : 'other',
        response: life.intent ? '契約の解除を予定している。' : '対応を検討している。',
      }),
    ];
  const made = report === 'cancelled' ? cancellation : life.intent;
  const ground = made?.ground;
  if (!made || (ground !== 'CAN-1' && ground !== 'CAN-2' && ground !== 'CAN-3')) return [];
  const facts = { ...common, circumstances: made.reason, ground };
  if (report === 'cancellationIntent' || !cancellation) return [cancellationIntentReport(rules, facts)];
  const { cancelledOn, barredThrough } = cancellation;
  return [cancelledReport(rules, { ...facts, cancelledOn, barredThrough: barredThrough ?? '' })];
}
