import type { Permission } from '../aggregate.ts';
import type { PapersCommand } from './commands.ts';
import type { PapersState } from './state.ts';

/** Who keeps papers, and who says how they are printed. */
export const papersPermissions = {
  keepPapers: { roles: ['system'], stages: ['absent', 'filed'] },
  substituteCharacter: { roles: ['centralDesk', 'responsibleDivision'], stages: ['filed'] },
  correctPaper: { roles: ['centralDesk', 'responsibleDivision'], stages: ['filed'] },
} as const satisfies Record<PapersCommand['do'], Permission<PapersState['stage']>>;
