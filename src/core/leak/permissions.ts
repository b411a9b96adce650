import type { Permission } from '../aggregate.ts';
import type { LeakCommand } from './commands.ts';
import type { LeakState } from './state.ts';

const open = ['known', 'preliminarilyReported', 'finallyReported'] as const;

/** Who may do what about a leak. */
export const leakPermissions = {
  discoverLeak: { roles: ['centralDesk', 'responsibleDivision', 'head'], stages: ['absent'] },
  reportLeak: { roles: ['centralDesk'], stages: ['known', 'preliminarilyReported'] },
  tellPrincipals: { roles: ['centralDesk', 'responsibleDivision'], stages: open },
  endLeak: { roles: ['centralDesk'], stages: open },
} as const satisfies Record<LeakCommand['do'], Permission<LeakState['stage']>>;
