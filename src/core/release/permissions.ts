import type { Permission } from '../aggregate.ts';
import { asidePermissions } from './asidePermissions.ts';
import type { ReleaseCommand } from './commands.ts';
import type { ReleaseStage } from './state.ts';

/** Who may give which command of a release, in which stage (ACT-03, ACT-10; STP-18 to STP-20). */
export const releasePermissions = {
  planRelease: { roles: ['system'], stages: ['absent'] },
  planReprovision: { roles: ['system'], stages: ['absent'] },
  ...asidePermissions,
  handInSource: { roles: ['responsibleDivision', 'creator'], stages: ['planned'] },
  setRecipe: { roles: ['creator'], stages: ['planned'] },
  deriveRecipe: { roles: ['creator'], stages: ['planned'] },
  startCreation: { roles: ['creator'], stages: ['planned'] },
  cancelCreation: { roles: ['creator'], stages: ['creating'] },
  recordCreation: { roles: ['system'], stages: ['creating'] },
  recordCreationFailure: { roles: ['system'], stages: ['creating'] },
  signVerification: { roles: ['verifier'], stages: ['created'] },
  rejectCreation: { roles: ['verifier'], stages: ['created'] },
  packRelease: { roles: ['creator', 'responsibleDivision'], stages: ['verified'] },
  recordProvision: { roles: ['responsibleDivision'], stages: ['packaged'] },
  proposeKeyDestruction: { roles: ['responsibleDivision', 'creator'], stages: ['planned', 'provided'] },
  destroyReleaseKey: { roles: ['responsibleDivision', 'centralDesk'], stages: ['planned', 'provided'] },
} as const satisfies Record<ReleaseCommand['do'], Permission<ReleaseStage>>;
