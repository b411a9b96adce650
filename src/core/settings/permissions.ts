import type { Permission } from '../aggregate.ts';
import type { SettingsCommand } from './commands.ts';
import type { SettingsState } from './state.ts';

/** Who may set what the rules leave open and correct what they print. */
export const settingsPermissions = {
  setRuleValue: { roles: ['administrator'], stages: ['absent', 'set'] },
  correctCitation: { roles: ['administrator'], stages: ['absent', 'set'] },
  withdrawSetting: { roles: ['administrator'], stages: ['set'] },
} as const satisfies Record<SettingsCommand['do'], Permission<SettingsState['stage']>>;
