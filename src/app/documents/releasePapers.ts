import type { Contractor, Delay, Provision, ReleaseState, Verification } from '../../core/release/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { confidentialityBriefing } from '../../documents/forms/confidentialityBriefing.ts';
import { contractorDuties } from '../../documents/forms/contractorDuties.ts';
import { creationInquiry } from '../../documents/forms/creationInquiry.ts';
import { dataReceipt } from '../../documents/forms/dataReceipt.ts';
import { delayNotice } from '../../documents/forms/delayNotice.ts';
import { mediaLabel } from '../../documents/forms/mediaLabel.ts';
import { outsourcingClauses } from '../../documents/forms/outsourcingClauses.ts';
import { outsourcingReport } from '../../documents/forms/outsourcingReport.ts';
import { processingCertificate } from '../../documents/forms/processingCertificate.ts';
import { provisionLetter } from '../../documents/forms/provisionLetter.ts';
import { publicationSheet } from '../../documents/forms/publicationSheet.ts';
import { verificationCertificate } from '../../documents/forms/verificationCertificate.ts';
import { hasForm } from '../../documents/frame/formOf.ts';
import { organWords } from '../../documents/wording/organWords.ts';
import { roleWords } from '../../messages/roleWords.ts';
import { loadCase } from '../loadCase.ts';
import { addresseeOf, ofProposal, type PaperMaker, type ProposalOccasion } from './occasion.ts';

/** A release with the proposal that it is made for. */
interface ReleaseOccasion extends ProposalOccasion {
  readonly release: ReleaseState;
  readonly dataName: string;
  readonly contractOn: string;
}

type Papers = readonly OfficialDocument[];

/** A maker that needs the release of the event and its proposal. */
export const ofRelease =
  (make: (occasion: ReleaseOccasion) => Papers | Promise<Papers>): PaperMaker =>
  async (occasion) => {
    const release = await loadCase(occasion.parts, occasion.organ, 'release', occasion.event.stream.id);
    if (!release) return [];
    const named = (found: ProposalOccasion) => ({
      ...found,
      release,
      dataName: found.proposal.created?.name ?? `${release.fileName}から作成した${organWords(found.rules).data}`,
      contractOn: found.proposal.contract?.concludedOn ?? '',
    });
    return ofProposal(
      (found) => make(named(found)),
      () => release.proposal,
    )(occasion);
  };

/** 従事者への周知 (SEC-6), to be signed. */
export function briefingPapers({ rules, dataName, event }: ReleaseOccasion): Papers {
  const { on } = event.data as { readonly on: string };
  const toldBy = roleWords[event.actor.role];
  return [confidentialityBriefing(rules, { date: on, subject: dataName, person: null, toldBy }, on)];
}

/** 委託 (SEC-5, SEC-7, FRM-23): the clauses, what the contractor is told, and the report to the desk. */
export function contractorPapers({ rules, proposal, people, release, event, documentNumber }: ReleaseOccasion): Papers {
  if (!hasForm(rules, 'outsourcingClauses')) return [];
  const { concludedOn, conditionPrecedent, toldOn, duties, tier } = event.data as Contractor;
  const contractor = (event.personal as { readonly name: string } | null)?.name ?? '';
  const counterparty = people.proposers.map(({ name }) => name).join('及び');
  const { quote } = proposal.review;
  const told = { documentNumber, date: toldOn, addressee: [`${contractor}　御中`] };
  const papers = [
    outsourcingClauses(rules, { date: concludedOn, conditionalOn: conditionPrecedent ? counterparty : null }),
    contractorDuties(rules, { ...told, handlesPersonalInformation: duties.includes('chapterFour') }),
  ];
  if (!hasForm(rules, 'outsourcingReport') || tier !== 1 || !quote) return papers;
  const { quotedOn, yen: quoteYen, scrutiny } = quote;
  const made = { quotedOn, quoteYen, scrutiny, concludedOn, conditionPrecedent };
  const { responsibleOrganization: division, fileName: subject } = release;
  /* A report between two offices of the organ: the number is the one of the letter to the contractor. */
  const letter = { documentNumber: null, date: event.at.slice(0, 10), division, subject, contractor };
  return [...papers, outsourcingReport(rules, { ...letter, ...made })];
}

/** 照会 (FRM-25), while it is not answered. */
export function inquiryPapers(occasion: ReleaseOccasion): Papers {
  const { rules, subject, contractOn, event, documentNumber } = occasion;
  const { on, isAnswered } = event.data as { readonly on: string; readonly isAnswered: boolean };
  const question = (event.personal as { readonly question: string } | null)?.question;
  if (isAnswered || !question) return [];
  const letter = { documentNumber, date: on, addressee: addresseeOf(occasion), contractOn, subject };
  return [creationInquiry(rules, { ...letter, questions: [question], answerBy: null })];
}

/** 提供が遅れる見込みの通知 (FRM-25). */
export function delayPapers(occasion: ReleaseOccasion): Papers {
  const { rules, release, subject, contractOn, event } = occasion;
  const { announcedOn, expectedOn, reason, documentNumber } = event.data as Delay;
  const letter = { documentNumber, date: announcedOn, addressee: addresseeOf(occasion), contractOn, subject };
  return [delayNotice(rules, { ...letter, provisionDeadline: release.provisionDeadline, expectedOn, reason })];
}

/** 加工証明書 (STP-18). */
export function creationPapers({ rules, release, event }: ReleaseOccasion): Papers {
  const { creation, fileName, responsibleOrganization: division } = release;
  if (!creation) return [];
  const { persons, rows, outputRows, suppressedRecords, items, engineVersion, output, report } = creation;
  const counts = { persons, rows, outputRows, suppressedRecords, items, engineVersion };
  const digests = { outputDigest: output.digest, reportDigest: report.digest };
  const createdOn = release.createdOn ?? event.at.slice(0, 10);
  return [processingCertificate(rules, { createdOn, fileName, division, ...counts, ...digests })];
}

/** 検査証明書 (STP-19). */
export function verificationPapers({ rules, release, event }: ReleaseOccasion): Papers {
  const { creation, fileName } = release;
  if (!creation) return [];
  const { on, note } = event.data as Verification;
  const { items, smallestClass, classes } = creation.check;
  const people = { creator: roleWords.creator, verifier: roleWords.verifier };
  const outputDigest = creation.output.digest;
  return [
    verificationCertificate(rules, {
      verifiedOn: on,
      fileName,
      items,
      smallestClass,
      classes,
      outputDigest,
      ...people,
      note,
    }),
  ];
}

/** 提供の送付状、媒体の表示、受領書 (STP-20). */
export async function provisionPapers(occasion: ReleaseOccasion): Promise<Papers> {
  const { parts, organ, rules, proposal, people, release, dataName, contractOn, event, documentNumber } = occasion;
  const { creation } = release;
  if (!creation) return [];
  const { providedOn, medium, delivery, mediumNumber, measures } = event.data as Provision;
  const { persons, items } = creation;
  const { period } = proposal.form;
  const { fingerprint } = await parts.keys.publicKey(organ);
  const letter = { documentNumber, date: providedOn, addressee: addresseeOf(occasion), contractOn, dataName };
  const data = { persons, items, medium, mediumNumber, delivery, measures, usePeriod: period };
  const recipient = people.proposers.map(({ name }) => name).join('、');
  const label = { date: providedOn, dataName, persons, medium, mediumNumber, recipient, useUntil: period?.to ?? null };
  const named = [medium, mediumNumber].filter((part) => part !== null).join('　');
  const receipt = { date: null, counterparties: people.proposers, contractOn, dataName, medium: named };
  return [
    provisionLetter(rules, { ...letter, ...data, keyFingerprint: fingerprint }),
    mediaLabel(rules, label),
    dataReceipt(rules, receipt, providedOn),
  ];
}

/** 公表の依頼 (FRM-21), with what the register says of the data. */
export async function publicationPapers({
  parts,
  organ,
  rules,
  release,
  event,
  documentNumber,
}: ReleaseOccasion): Promise<Papers> {
  if (!hasForm(rules, 'publicationSheet')) return [];
  const { requestedOn } = event.data as { readonly requestedOn: string };
  const entry = await loadCase(parts, organ, 'register', release.entry);
  const created = entry?.createdData.find((one) => one.release === event.stream.id);
  const { name = '', persons = null, items = [], desk = null, period = null } = created ?? {};
  const facts = { documentNumber, date: requestedOn, dataName: name, persons, items, desk, period };
  return [publicationSheet(rules, facts)];
}
