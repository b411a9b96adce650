import type { Permission } from '../aggregate.ts';
import type { OtherProvisionCommand } from './commands.ts';
import type { OtherProvisionState } from './state.ts';

const staff = ['responsibleDivision', 'centralDesk', 'head'] as const;

/** Who may do what about other 匿名加工情報. */
export const otherProvisionPermissions = {
  prepareOtherProvision: { roles: staff, stages: ['absent'] },
  announceOtherProvision: { roles: staff, stages: ['prepared'] },
  handOverOther: { roles: staff, stages: ['prepared', 'announced'] },
} as const satisfies Record<OtherProvisionCommand['do'], Permission<OtherProvisionState['stage']>>;
