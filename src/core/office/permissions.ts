import type { Permission } from '../aggregate.ts';
import type { OfficeCommand } from './commands.ts';
import type { OfficeState } from './state.ts';

const always = ['absent', 'kept'] as const;

/** Who may do what for the whole organ. */
export const officePermissions = {
  consultCouncil: { roles: ['head'], stages: always },
  recordCouncilOpinion: { roles: ['council', 'head'], stages: ['kept'] },
  setStandards: { roles: ['head'], stages: always },
  recordEvaluation: { roles: ['centralDesk', 'responsibleDivision'], stages: always },
} as const satisfies Record<OfficeCommand['do'], Permission<OfficeState['stage']>>;
