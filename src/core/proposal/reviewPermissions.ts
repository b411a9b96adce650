import type { Permission } from '../aggregate.ts';
import type { ReviewCommand } from './reviewCommands.ts';
import type { ProposalStage } from './state.ts';

const beforeContract = ['received', 'correctionRequested', 'inReview', 'conforming', 'applied'] as const;

/** Who may give which command of the review, in which stage. */
export const reviewPermissions = {
  recordGround: { roles: ['centralDesk', 'responsibleDivision'], stages: beforeContract },
  dismissGround: { roles: ['centralDesk', 'responsibleDivision'], stages: beforeContract },
  reviewEligibility: { roles: ['centralDesk', 'responsibleDivision'], stages: [...beforeContract, 'contracted'] },
} as const satisfies Record<ReviewCommand['do'], Permission<ProposalStage>>;
