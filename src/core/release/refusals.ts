import { refusing } from '../decision.ts';

/** Refusals of a release, each with what it rests on. */
export const releaseRefusals = {
  sourceMissing: 'STP-18',
  recipeMissing: '規則62条',
  verifierIsCreator: 'STP-19',
  checkNotPassed: '規則62条',
  rejectionReasonMissing: 'STP-19',
  releaseReasonMissing: 'SEC-12',
  packageNotMade: 'STP-20',
  mediumNotChosen: 'STP-20',
} as const;
export type ReleaseRefusal = keyof typeof releaseRefusals;

export const no = refusing(releaseRefusals);
