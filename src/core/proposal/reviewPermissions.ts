import type { Permission } from '../aggregate.ts';
import type { ReviewCommand } from './reviewCommands.ts';
import type { ProposalStage } from './state.ts';

const beforeContract = ['received', 'correctionRequested', 'inReview', 'conforming', 'applied'] as const;

const reviewers = ['responsibleDivision', 'centralDesk', 'head'] as const;

/** Who may give which command of the review, in which stage. */
export const reviewPermissions = {
  recordGround: { roles: ['centralDesk', 'responsibleDivision'], stages: beforeContract },
  dismissGround: { roles: ['centralDesk', 'responsibleDivision'], stages: beforeContract },
  recordConsultation: { roles: ['responsibleDivision'], stages: ['inReview'] },
  referToCommittee: { roles: ['head'], stages: ['inReview'] },
  fileCommitteeReport: { roles: ['committee'], stages: ['inReview'] },
  notifyThirdParties: { roles: reviewers, stages: ['inReview'] },
  recordWrittenOpinion: { roles: reviewers, stages: ['inReview'] },
  concludeThirdPartyProcedure: { roles: reviewers, stages: ['inReview'] },
  offerMerge: { roles: ['responsibleDivision'], stages: ['inReview'] },
  recordMergeConsent: { roles: ['responsibleDivision', 'centralDesk'], stages: ['inReview'] },
  concludeMerge: { roles: ['responsibleDivision'], stages: ['inReview'] },
  joinMerge: { roles: ['system'], stages: ['inReview'] },
  estimateEffort: { roles: ['responsibleDivision'], stages: ['inReview'] },
  recordOutsourcingQuote: { roles: ['responsibleDivision'], stages: ['inReview'] },
  recordOutsourcingContract: { roles: ['responsibleDivision'], stages: ['inReview', 'conforming', 'applied'] },
  reviewEligibility: { roles: ['centralDesk', 'responsibleDivision'], stages: [...beforeContract, 'contracted'] },
} as const satisfies Record<ReviewCommand['do'], Permission<ProposalStage>>;
