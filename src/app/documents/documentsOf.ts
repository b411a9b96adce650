import type { Issue, Numbering } from '../../core/approval/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { IncompletePaperError } from '../../documents/frame/makePaper.ts';
import type { AnyState } from '../aggregates.ts';
import type { Parts } from '../parts.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { callPapers } from './callPapers.ts';
import { changePapers, handlerChangePapers } from './changePapers.ts';
import { complaintPapers } from './complaintPapers.ts';
import { cancellationPapers, feeCorrectionPapers, handlerPapers } from './contractLifePapers.ts';
import { applicationPapers, contractPapers } from './contractPapers.ts';
import { correctionPapers, proposalPapers, receiptPapers } from './intakePapers.ts';
import { leakRecordPapers, leakReportPapers } from './leakPapers.ts';
import { noticePapers } from './noticePapers.ts';
import { ofProposal, type PaperMaker } from './occasion.ts';
import { consultationPapers, councilPapers } from './officePapers.ts';
import { announcementPapers, statementPapers } from './otherProvisionPapers.ts';
import { entryPapers, preCheckPapers } from './registerPapers.ts';
import {
  briefingPapers,
  contractorPapers,
  creationPapers,
  delayPapers,
  inquiryPapers,
  ofRelease,
  provisionPapers,
  publicationPapers,
  verificationPapers,
} from './releasePapers.ts';
import { reportPapers } from './reportPapers.ts';
import { committeePapers, feePapers, opinionPapers, referralPapers, thirdPartyPapers } from './reviewPapers.ts';
import { unmadePaper } from './unmadePaper.ts';

/** Which papers come from which event. */
const makers: Readonly<Record<string, PaperMaker>> = {
  entryPublished: entryPapers,
  entryCorrected: entryPapers,
  flaggedForSolicitation: entryPapers,
  createdDataRecorded: entryPapers,
  preCheckRecorded: preCheckPapers,
  callPublished: callPapers,
  proposalReceived: ofProposal(receiptPapers),
  correctionRequested: ofProposal(correctionPapers),
  correctionReceived: ofProposal(proposalPapers),
  referredToCommittee: ofProposal(referralPapers),
  committeeReportFiled: ofProposal(committeePapers),
  thirdPartiesNotified: ofProposal(thirdPartyPapers),
  writtenOpinionRecorded: ofProposal(opinionPapers),
  feeDetermined: ofProposal(feePapers),
  conformingNoticeIssued: ofProposal(noticePapers),
  nonConformingNoticeIssued: ofProposal(noticePapers),
  contractApplicationReceived: ofProposal(applicationPapers),
  contractConcluded: ofProposal(contractPapers),
  notifiedFeeCorrected: ofProposal(feeCorrectionPapers),
  handlersReported: ofProposal(handlerPapers),
  handlerChangeReported: ofProposal(handlerChangePapers),
  changeNoticeReceived: ofProposal(changePapers),
  reportedToCommission: ofProposal(reportPapers),
  contractCancelled: ofProposal(cancellationPapers),
  staffBriefed: ofRelease(briefingPapers),
  contractorRecorded: ofRelease(contractorPapers),
  inquiryRecorded: ofRelease(inquiryPapers),
  delayAnnounced: ofRelease(delayPapers),
  dataCreated: ofRelease(creationPapers),
  verificationSigned: ofRelease(verificationPapers),
  provisionRecorded: ofRelease(provisionPapers),
  publicationRequested: ofRelease(publicationPapers),
  complaintSettled: complaintPapers,
  leakReported: leakReportPapers,
  leakEnded: leakRecordPapers,
  otherProvisionAnnounced: announcementPapers,
  otherHandedOver: statementPapers,
  councilConsulted: consultationPapers,
  councilOpinionRecorded: councilPapers,
};

/** Whether events of this type bring forth papers. */
export const bringsPapers = (type: string): boolean => Object.hasOwn(makers, type);

/** The papers that an event brings forth, from the case as it stands; none for most events. */
export async function documentsOf(
  parts: Parts,
  organ: OrganId,
  event: StoredEvent,
): Promise<readonly OfficialDocument[]> {
  const maker = makers[event.type];
  const record = maker && (await parts.events.state(organ, event.stream));
  const ruleDay = (record?.state as (AnyState & { readonly ruleDay?: string }) | undefined)?.ruleDay;
  const rules = parts.rules.inForce(organ, ruleDay ?? event.at.slice(0, 10), event.at);
  if (!maker || !rules) return [];
  try {
    const documentNumber = await takenNumber(parts, organ, event);
    return await maker({ parts, organ, rules, event, documentNumber });
  } catch (error) {
    if (error instanceof IncompletePaperError) return [unmadePaper(rules, event.at.slice(0, 10), error)];
    throw error;
  }
}

/** 文書番号 by the record of 施行, for papers of which the event itself tells none. */
async function takenNumber({ events }: Parts, organ: OrganId, event: StoredEvent): Promise<string | null> {
  const stored = await events.read(organ, event.stream);
  const issued = stored.find(
    ({ type, commandId }) => (type === 'actIssued' || type === 'actNumbered') && commandId === event.commandId,
  );
  return (issued?.data as Issue | Numbering | undefined)?.documentNumber ?? null;
}
