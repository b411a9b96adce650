import type { ProposalNotice } from '../../core/proposal/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { conformingNotice } from '../../documents/forms/conformingNotice.ts';
import { contractApplication } from '../../documents/forms/contractApplication.ts';
import { nonConformingNotice } from '../../documents/forms/nonConformingNotice.ts';
import { paymentRequest } from '../../documents/forms/paymentRequest.ts';
import { deliveryText } from '../../messages/deliveryText.ts';
import { paymentWord } from '../../messages/paymentWord.ts';
import { contractCopies } from './contractPapers.ts';
import { addresseesOf, type ProposalOccasion } from './occasion.ts';
import { reviewPapers } from './reviewPapers.ts';

/** 審査結果通知書 to each addressee, with what it encloses, and the review's sheet. */
export async function noticePapers(occasion: ProposalOccasion): Promise<readonly OfficialDocument[]> {
  const notice = occasion.event.data as ProposalNotice;
  const letters = addresseesOf(occasion).map((addressee) => noticeOf(occasion, notice, addressee));
  const enclosed = notice.items === null ? [] : await enclosures(occasion, notice);
  return [...letters, ...enclosed, ...(await reviewPapers(occasion))];
}

const commonOf = ({ proposal, subject }: ProposalOccasion, notice: ProposalNotice, addressee: readonly string[]) => ({
  documentNumber: notice.documentNumber,
  date: notice.noticeDate,
  addressee,
  proposalDate: proposal.receivedOn,
  created: proposal.created !== null,
  subject,
});

/** The letter alone. */
export function noticeOf(
  occasion: ProposalOccasion,
  notice: ProposalNotice,
  addressee: readonly string[],
): OfficialDocument {
  const { rules } = occasion;
  const { findings, items } = notice;
  const common = commonOf(occasion, notice, addressee);
  if (items === null) return nonConformingNotice(rules, { ...common, findings });
  const { contractParty, feeYen, feePayment, feeDeadline, applicationDeadline } = items;
  const days = { feeDeadline, applicationDeadline };
  return conformingNotice(rules, {
    ...common,
    findings,
    contractParty,
    feeYen,
    feePayment: paymentWord(feePayment),
    ...days,
    delivery: deliveryText(items),
  });
}

/** 納付の案内, and where the organ encloses them the application to fill in and the contract's drafts (FRM-13). */
async function enclosures(occasion: ProposalOccasion, notice: ProposalNotice): Promise<readonly OfficialDocument[]> {
  const { rules, people, subject } = occasion;
  const { items, documentNumber, noticeDate } = notice;
  if (items === null) return [];
  const { feeYen, feePayment, feeDeadline, applicationDeadline } = items;
  const requests = addresseesOf(occasion).map((addressee) =>
    paymentRequest(rules, {
      documentNumber,
      date: noticeDate,
      addressee,
      subject,
      feeYen,
      feePayment: paymentWord(feePayment),
      feeDeadline,
      applicationDeadline,
      account: null,
    }),
  );
  if (!rules.notice.encloses) return requests;
  const filing = { date: null, proposers: people.proposers, agent: people.agent };
  const application = { ...filing, notice: { documentNumber, date: noticeDate }, subject, feeYen };
  return [...requests, contractApplication(rules, application, noticeDate), ...(await contractCopies(occasion, null))];
}
