import type { Event } from '../event.ts';
import type { CitationCorrection, ValueSetting, Withdrawal } from './state.ts';

export type SettingsEvent =
  | Event<'ruleValueSet', ValueSetting>
  | Event<'citationCorrected', CitationCorrection>
  | Event<'settingWithdrawn', Withdrawal>;
