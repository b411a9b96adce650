import { refusing } from '../decision.ts';

/** Refusals of a release, each with what it rests on. */
export const releaseRefusals = {
  sourceMissing: 'STP-18',
  recipeMissing: '規則62条',
  recipeUndecided: '規則62条',
  verifierIsCreator: 'STP-19',
  checkNotPassed: '規則62条',
  rejectionReasonMissing: 'STP-19',
  releaseReasonMissing: 'SEC-12',
  packageNotMade: 'STP-20',
  mediumNotChosen: 'STP-20',
  fileNotKept: 'SEC-4',
  keyDestroyed: 'SEC-4',
  destructionReasonMissing: 'SEC-4',
  destructionNotProposed: 'SEC-4',
  destructionBySamePerson: 'SEC-4',
  retentionNotOver: 'REC-12',
  keyOfOtherRelease: 'SEC-4',
  createdDataUnavailable: 'STP-24',
  standardsNotSet: 'STP-27',
  contractorMissing: 'SEC-5',
  contractorUnknown: 'ACT-10',
  outsourcingNotProvided: 'ACT-10',
  subOutsourcingNotProvided: 'ACT-10',
  outsourcingWithoutCondition: 'STP-13',
  dutiesNotTold: 'SEC-7',
  outsourcingNotReported: 'FRM-23',
  notBriefed: 'SEC-6',
  nobodyBriefed: 'SEC-6',
  inquiryMissing: 'STP-18',
  delayReasonMissing: 'FRM-25',
  delayDayWrong: 'FRM-25',
  delayNotAnnounced: 'EXC-5',
  publicationNotProvided: 'PUB-4',
  publicationRequestedBefore: 'PUB-4',
  publicationNotRequested: 'PUB-4',
  publicationConfirmedBefore: 'PUB-4',
  publicationDayWrong: 'PUB-4',
} as const;
export type ReleaseRefusal = keyof typeof releaseRefusals;

export const no = refusing(releaseRefusals);
