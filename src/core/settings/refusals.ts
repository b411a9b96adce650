import { refusing } from '../decision.ts';

/** Refusals of a setting, each with what it rests on. */
export const settingsRefusals = {
  settingUnknown: 'STP-29',
  settingNotAcceptable: 'STP-29',
  settingReasonMissing: 'STP-29',
  settingNotMade: 'STP-29',
  sourceGivesValue: 'STP-29',
  valueUnchanged: 'STP-29',
  valueFixedByLaw: '法',
  valueBelowLaw: '法',
  nothingPrinted: '1c-04',
  printUnchanged: '1c-04',
} as const;
export type SettingsRefusal = keyof typeof settingsRefusals;

export const no = refusing(settingsRefusals);
