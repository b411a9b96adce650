import type { Permission } from '../../core/aggregate.ts';
import { contractPermissions } from '../../core/proposal/contractPermissions.ts';
import { proposalPermissions } from '../../core/proposal/permissions.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { asidePermissions } from '../../core/release/asidePermissions.ts';
import { releasePermissions } from '../../core/release/permissions.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { Role } from '../../core/role.ts';

export type CaseCommand = keyof typeof proposalPermissions | keyof typeof releasePermissions;

/** A command that can be given now, and who may give it. */
export interface NextAct {
  readonly command: CaseCommand;
  readonly roles: readonly Role[];
  /** Whether it leads the case on; the others end it, set it back or change a day. */
  readonly leadsOn: boolean;
}

const aside: readonly CaseCommand[] = [
  ...(Object.keys(contractPermissions) as CaseCommand[]),
  ...(Object.keys(asidePermissions) as CaseCommand[]),
  'forwardProposal',
  'recordContact',
  'proposeTypingCorrection',
  'confirmTypingCorrection',
  'dropTypingCorrection',
  'joinDuplicate',
  'receiveAttachment',
  'requestCorrection',
  'issueNonConformingNotice',
  'extendDeadlines',
  'lapseProposal',
  'cancelContract',
  'recordGround',
  'dismissGround',
  'reviewEligibility',
  'recordConsultation',
  'offerMerge',
  'recordMergeConsent',
  'concludeMerge',
  'joinMerge',
  'estimateEffort',
  'recordOutsourcingQuote',
  'recordOutsourcingContract',
  'withdrawProposal',
  'rejectCreation',
  'recordCreationFailure',
  'cancelCreation',
  'proposeKeyDestruction',
  'destroyReleaseKey',
];

/** What the tables of permissions admit in the stage that the case is in. */
export const nextActs = (proposal: ProposalState, release: ReleaseState | null): readonly NextAct[] => [
  ...admitted(proposalPermissions, proposal.stage),
  ...(release ? admitted(releasePermissions, release.stage) : []),
];

const admitted = (permissions: Partial<Record<CaseCommand, Permission<string>>>, stage: string): NextAct[] =>
  (Object.entries(permissions) as [CaseCommand, Permission<string>][])
    .filter(([, { stages }]) => stages.includes(stage))
    .map(([command, { roles }]) => ({ command, roles, leadsOn: !aside.includes(command) }));
