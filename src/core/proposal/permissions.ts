import type { Permission } from '../aggregate.ts';
import type { ProposalCommand } from './commands.ts';
import { contractPermissions } from './contractPermissions.ts';
import { reviewPermissions } from './reviewPermissions.ts';
import type { ProposalStage } from './state.ts';

/** Whoever files by an account of their own; the policy asks whether they are a party to the case. */
const filers = ['proposer', 'agent'] as const;

const reviewers = ['responsibleDivision', 'committee', 'head'] as const;

const alive = ['received', 'correctionRequested', 'inReview', 'conforming', 'applied'] as const;

/** Who may give which command of a proposal, in which stage (ACT-02, ACT-03, ACT-04). */
export const proposalPermissions = {
  receiveProposal: { roles: ['centralDesk'], stages: ['absent'] },
  submitProposal: { roles: filers, stages: ['absent'] },
  receiveCreatedProposal: { roles: ['centralDesk'], stages: ['absent'] },
  submitCreatedProposal: { roles: filers, stages: ['absent'] },
  forwardProposal: { roles: ['centralDesk'], stages: ['received', 'correctionRequested', 'inReview'] },
  recordContact: { roles: ['centralDesk', 'responsibleDivision'], stages: [...alive, 'contracted'] },
  proposeTypingCorrection: { roles: ['centralDesk', 'responsibleDivision'], stages: alive },
  confirmTypingCorrection: { roles: ['centralDesk', 'responsibleDivision'], stages: alive },
  dropTypingCorrection: { roles: ['centralDesk', 'responsibleDivision'], stages: alive },
  joinDuplicate: { roles: ['centralDesk'], stages: ['received', 'correctionRequested', 'inReview'] },
  checkIdentity: { roles: ['centralDesk'], stages: ['received', 'correctionRequested', 'inReview'] },
  receiveAttachment: { roles: ['centralDesk'], stages: ['received'] },
  confirmCompleteness: { roles: ['centralDesk'], stages: ['received'] },
  requestCorrection: { roles: ['responsibleDivision', 'centralDesk', 'head'], stages: ['received', 'inReview'] },
  receiveCorrection: { roles: ['centralDesk'], stages: ['correctionRequested'] },
  submitCorrection: { roles: filers, stages: ['correctionRequested'] },
  ...reviewPermissions,
  recordFinding: { roles: reviewers, stages: ['inReview'] },
  determineFee: { roles: ['responsibleDivision'], stages: ['inReview'] },
  issueConformingNotice: { roles: ['responsibleDivision', 'head'], stages: ['inReview'] },
  issueNonConformingNotice: { roles: ['responsibleDivision', 'head'], stages: ['inReview'] },
  extendDeadlines: { roles: ['responsibleDivision', 'centralDesk'], stages: ['conforming', 'applied'] },
  receiveContractApplication: { roles: ['centralDesk'], stages: ['conforming'] },
  confirmPayment: { roles: ['centralDesk'], stages: ['conforming', 'applied'] },
  concludeContract: { roles: ['centralDesk'], stages: ['applied'] },
  ...contractPermissions,
  cancelContract: { roles: ['responsibleDivision', 'centralDesk', 'head'], stages: ['contracted'] },
  lapseProposal: { roles: ['centralDesk'], stages: ['conforming', 'applied'] },
  withdrawProposal: {
    roles: ['centralDesk', ...filers],
    stages: alive,
  },
} as const satisfies Record<ProposalCommand['do'], Permission<ProposalStage>>;
