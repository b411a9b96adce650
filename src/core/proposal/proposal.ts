import type { Aggregate } from '../aggregate.ts';
import { routed } from '../approval/routed.ts';
import type { ProposalCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { ProposalEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { ProposalFacts } from './facts.ts';
import { proposalPermissions } from './permissions.ts';
import { type ProposalRefusal, proposalRefusals } from './refusals.ts';
import type { ProposalState } from './state.ts';

const own: Aggregate<ProposalCommand, ProposalState, ProposalEvent, ProposalFacts, ProposalRefusal> = {
  kind: 'proposal',
  permissions: proposalPermissions,
  refusals: proposalRefusals,
  decide,
  evolve,
};

/** 提案 (法112条) from its receipt to the contract: one proposal is one stream. */
export const proposal = routed(own);
