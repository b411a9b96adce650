import type { Permission } from '../aggregate.ts';
import type { ComplaintCommand } from './commands.ts';
import type { ComplaintState } from './state.ts';

const units = ['centralDesk', 'responsibleDivision', 'head'] as const;

/** Who may do what about a complaint. */
export const complaintPermissions = {
  receiveComplaint: { roles: units, stages: ['absent'] },
  handleComplaint: { roles: units, stages: ['taken'] },
  referComplaint: { roles: units, stages: ['taken'] },
  settleComplaint: { roles: units, stages: ['taken'] },
} as const satisfies Record<ComplaintCommand['do'], Permission<ComplaintState['stage']>>;
