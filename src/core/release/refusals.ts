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
} as const;
export type ReleaseRefusal = keyof typeof releaseRefusals;

export const no = refusing(releaseRefusals);
