import type { Permission } from '../aggregate.ts';
import type { ReleaseAsideCommand } from './asideCommands.ts';
import type { ReleaseStage } from './state.ts';

const units = ['responsibleDivision', 'centralDesk'] as const;
const unprovided = ['planned', 'creating', 'created', 'verified', 'packaged'] as const;

/** Who may do what beside the creation, in which stage. */
export const asidePermissions = {
  briefStaff: { roles: units, stages: [...unprovided, 'provided'] },
  recordContractor: { roles: ['responsibleDivision'], stages: ['planned'] },
  recordInquiry: { roles: ['responsibleDivision'], stages: unprovided },
  announceDelay: { roles: ['responsibleDivision'], stages: unprovided },
  requestPublication: { roles: ['centralDesk'], stages: ['verified', 'packaged', 'provided'] },
  moveRelease: { roles: ['system'], stages: [...unprovided, 'provided'] },
  confirmPublication: { roles: ['centralDesk'], stages: ['verified', 'packaged', 'provided'] },
} as const satisfies Record<ReleaseAsideCommand['do'], Permission<ReleaseStage>>;
