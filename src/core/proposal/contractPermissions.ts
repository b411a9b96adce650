import type { Permission } from '../aggregate.ts';
import type { ContractLifeCommand } from './contractCommands.ts';
import type { ProposalStage } from './state.ts';

const offices = ['responsibleDivision', 'centralDesk', 'head'] as const;
const units = ['responsibleDivision', 'centralDesk'] as const;
const notified = ['conforming', 'applied', 'contracted', 'cancelled'] as const;

/** Who may give which command from the notice on, in which stage. */
export const contractPermissions = {
  correctNotifiedFee: { roles: ['responsibleDivision', 'head'], stages: ['conforming', 'applied', 'contracted'] },
  settleFeeDifference: { roles: ['centralDesk'], stages: notified },
  refundFee: { roles: ['head', 'centralDesk'], stages: ['cancelled'] },
  forwardApplication: { roles: ['centralDesk'], stages: ['applied', 'contracted'] },
  reportHandlers: { roles: units, stages: ['contracted'] },
  reportHandlerChange: { roles: units, stages: ['contracted'] },
  judgeHandlerChange: { roles: units, stages: ['contracted'] },
  receiveChangeNotice: { roles: ['centralDesk'], stages: ['contracted'] },
  adviseNewProposal: { roles: ['centralDesk'], stages: ['contracted'] },
  recordActualEffort: { roles: ['responsibleDivision'], stages: ['contracted', 'cancelled'] },
  recordBreach: { roles: units, stages: ['contracted'] },
  reportToCommission: { roles: ['centralDesk'], stages: ['contracted', 'cancelled'] },
  intendCancellation: { roles: offices, stages: ['contracted'] },
  moveProposal: {
    roles: ['system'],
    stages: ['received', 'correctionRequested', 'inReview', 'conforming', 'applied', 'contracted'],
  },
  imposeFine: { roles: ['head'], stages: ['contracted', 'cancelled'] },
  agreeToCancellation: { roles: offices, stages: ['contracted'] },
  dropCancellation: { roles: offices, stages: ['contracted'] },
} as const satisfies Record<ContractLifeCommand['do'], Permission<ProposalStage>>;
