import type { Permission } from '../aggregate.ts';
import type { RegisterCommand } from './commands.ts';
import type { RegisterStage } from './state.ts';

const keepers = ['responsibleDivision', 'centralDesk'] as const;

/** Who may give which command of the register, in which stage (ACT-02, ACT-03). */
export const registerPermissions = {
  registerFile: { roles: keepers, stages: ['absent'] },
  correctEntry: { roles: keepers, stages: ['registered', 'published', 'withheld', 'exempt'] },
  countPersons: { roles: keepers, stages: ['registered', 'published', 'withheld', 'exempt'] },
  omitParts: { roles: keepers, stages: ['registered', 'published'] },
  withholdEntry: { roles: keepers, stages: ['registered', 'published'] },
  exemptFile: { roles: keepers, stages: ['registered', 'published'] },
  publishEntry: { roles: keepers, stages: ['registered'] },
  testForSolicitation: { roles: ['responsibleDivision'], stages: ['registered', 'published', 'withheld', 'exempt'] },
  recordPreCheck: { roles: keepers, stages: ['published'] },
  flagForSolicitation: { roles: ['responsibleDivision'], stages: ['published'] },
  unflagForSolicitation: { roles: ['responsibleDivision'], stages: ['published'] },
  moveEntry: { roles: ['system'], stages: ['registered', 'published', 'withheld', 'exempt'] },
  recordCreatedData: { roles: ['responsibleDivision', 'system'], stages: ['published'] },
  deleteEntry: { roles: keepers, stages: ['registered', 'published'] },
} as const satisfies Record<RegisterCommand['do'], Permission<RegisterStage>>;
