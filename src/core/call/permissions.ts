import type { Permission } from '../aggregate.ts';
import type { CallCommand } from './commands.ts';
import type { CallStage } from './state.ts';

/** Who may give which command of a call, in which stage (ACT-02; STP-03, STP-04). */
export const callPermissions = {
  draftCall: { roles: ['centralDesk'], stages: ['absent'] },
  reviseCall: { roles: ['centralDesk'], stages: ['draft'] },
  admitShortWindow: { roles: ['centralDesk', 'head'], stages: ['draft'] },
  setGuideline: { roles: ['centralDesk'], stages: ['draft', 'published', 'open'] },
  publishCall: { roles: ['centralDesk'], stages: ['draft', 'published'] },
  openCall: { roles: ['centralDesk', 'system'], stages: ['published'] },
  closeCall: { roles: ['system'], stages: ['open'] },
  replaceSnapshot: { roles: ['responsibleDivision', 'centralDesk'], stages: ['closed'] },
  withdrawCall: { roles: ['centralDesk'], stages: ['draft', 'published'] },
} as const satisfies Record<CallCommand['do'], Permission<CallStage>>;
