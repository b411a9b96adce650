import type { Refusal } from '../../core/decision.ts';
import type { RefusalCode } from '../../core/refusals.ts';

/** The control that a refusal is about, where it is about one. */
const fields: Partial<Record<RefusalCode, string>> = {
  windowContradictory: 'closesOn',
  windowTooShort: 'closesOn',
  noFiles: 'entries',
  fileNotFlagged: 'entries',
  fileTwice: 'entries',
  callReasonMissing: 'reason',
  reasonMissing: 'reason',
  guidelineMissing: 'items',
  guidelineVersionTwice: 'version',
  recordItemsMissing: 'contents.recordItems',
  recordItemTwice: 'contents.recordItems',
  unknownRecordItem: 'recordItems',
  personsContradictory: 'uniquePersons',
  snapshotContradictory: 'uniquePersons',
  dataNotCreated: 'release',
  createdDataTwice: 'release',
  periodContradictory: 'period',
  callUnknown: 'call',
  callNotOpened: 'call',
  fileNotSolicited: 'entry',
  channelNotAdmitted: 'channel',
  onlineFilingClosed: 'channel',
  receivedInFuture: 'receivedOn',
  arrivedEarly: 'receivedOn',
  arrivedLate: 'receivedOn',
  dispatchDayMissing: 'dispatchedOn',
  counterClosed: 'receivedTime',
  excludedBody: 'proposers',
  partyUnknown: 'party',
  identityDocumentNotAdmitted: 'document',
  identityDocumentExpired: 'validThrough',
  identityDateMissing: 'madeOn',
  certificateTooOld: 'madeOn',
  identityDiffers: 'matches',
  nothingToAsk: 'points',
  correctionTextMissing: 'points',
  deadlinePassed: 'deadline',
  personCountOutside: 'met',
  proposerDisqualified: 'met',
  possibleCancellation: 'met',
  officerReasonMissing: 'officer',
  groundDayMissing: 'since',
  feeTypedWithoutReason: 'reason',
  effortMissing: 'minutes',
  noSharing: 'identicalProposals',
  deadlineBeforeNotice: 'noticeDate',
  extensionTooShort: 'applicationDeadline',
  extensionWithoutReason: 'reason',
  applicationLate: 'receivedOn',
  contractCopiesMissing: 'copies',
  feeDiffers: 'yen',
  paymentLate: 'paidOn',
  eligibilityNotConfirmed: 'stillEligible',
  stampOnOneCopy: 'stampedCopies',
  rejectionReasonMissing: 'reason',
  releaseReasonMissing: 'measures',
  mediumNotChosen: 'medium',
};

/** The controls beside which a refusal is shown; none where it is about the case itself. */
export function refusalFields({ code, facts }: Refusal): readonly string[] {
  const items = Array.isArray(facts.items) ? (facts.items as readonly string[]) : [];
  if (code === 'noticeItemMissing') return items.map((item) => `${item}.value`);
  if (code === 'typedWithoutReason') return items.map((item) => `${item}.reason`);
  if (code === 'reasonMissing' && Array.isArray(facts.tests))
    return (facts.tests as readonly string[]).map((test) => `tests.${test}.reason`);
  const field = fields[code as RefusalCode];
  return field === undefined ? [] : [field];
}
