import type { Permission } from '../aggregate.ts';
import type { OfficeCommand } from './commands.ts';
import type { OfficeState } from './state.ts';

const always = ['absent', 'kept'] as const;

/** Who may do what for the whole organ. */
export const officePermissions = {
  consultCouncil: { roles: ['head'], stages: always },
  recordCouncilOpinion: { roles: ['council', 'head'], stages: ['kept'] },
  setStandards: { roles: ['head'], stages: always },
  assignCase: { roles: ['administrator', 'centralDesk', 'responsibleDivision'], stages: always },
  handOverWork: { roles: ['administrator', 'centralDesk'], stages: always },
  nameSubstitute: { roles: ['administrator', 'centralDesk'], stages: always },
  changeService: { roles: ['administrator', 'centralDesk'], stages: always },
  changeDivisions: { roles: ['administrator'], stages: always },
  addClosedDay: { roles: ['administrator'], stages: always },
  withdrawClosedDay: { roles: ['administrator'], stages: ['kept'] },
  logOutOfPurposeUse: { roles: ['head', 'centralDesk'], stages: always },
  recordEvaluation: { roles: ['centralDesk', 'responsibleDivision'], stages: always },
} as const satisfies Record<OfficeCommand['do'], Permission<OfficeState['stage']>>;
