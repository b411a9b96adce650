import type { FeeCorrection } from '../../core/proposal/contractState.ts';
import type { Handler } from '../../core/proposal/form.ts';
import type { ContractCancellation } from '../../core/proposal/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { correctedPaper } from '../../documents/correctedPaper.ts';
import { cancellationNotice } from '../../documents/forms/cancellationNotice.ts';
import { handlerNotification } from '../../documents/forms/handlerNotification.ts';
import { hasForm } from '../../documents/frame/formOf.ts';
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
  const { rules, subject, event, documentNumber } = occasion;
  const { cancelledOn, ground, reason, barredThrough } = event.data as ContractCancellation;
  const letter = { documentNumber, date: cancelledOn, addressee: addresseeOf(occasion), subject };
  const facts = { contractOn: contractDayOf(occasion), cancelledOn, ground, reason, barredThrough };
  return [cancellationNotice(rules, { ...letter, ...facts })];
}
