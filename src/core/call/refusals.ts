import { refusing } from '../decision.ts';

/** Refusals of a call, each with what it rests on. */
export const callRefusals = {
  callReasonMissing: '1a-2',
  windowContradictory: 'DDL-01',
  windowTooShort: '規則53条1項',
  windowLongEnough: '規則53条1項',
  noFiles: '法111条',
  fileNotFlagged: '法111条',
  fileTwice: 'EXC-2',
  groupingNotProvided: 'EXC-2',
  groupContradictory: 'EXC-2',
  guidelineMissing: '規則53条2項',
  guidelineVersionTwice: 'SEC-15',
  publicationPlaceMissing: 'PUB-2',
  publishedInFuture: 'PUB-2',
  openingNotReached: '法111条',
  notPublishedInTime: 'PUB-2',
  settingMissing: 'STP-29',
  closingNotReached: '法111条',
  fileNotInCall: '法111条',
  snapshotContradictory: '1c-08',
} as const;
export type CallRefusal = keyof typeof callRefusals;

export const no = refusing(callRefusals);
