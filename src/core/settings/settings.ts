import type { Aggregate } from '../aggregate.ts';
import type { SettingsCommand } from './commands.ts';
import { decide, type SettingsFacts } from './decide.ts';
import type { SettingsEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { settingsPermissions } from './permissions.ts';
import { type SettingsRefusal, settingsRefusals } from './refusals.ts';
import type { SettingsState } from './state.ts';

/** What an organ's officials set and correct of its rules (STP-29): one stream for each organ. */
export const settings: Aggregate<SettingsCommand, SettingsState, SettingsEvent, SettingsFacts, SettingsRefusal> = {
  kind: 'organ',
  permissions: settingsPermissions,
  refusals: settingsRefusals,
  decide,
  evolve,
};
