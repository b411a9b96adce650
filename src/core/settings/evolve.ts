import { unreachable } from '../unreachable.ts';
import type { SettingsEvent } from './events.ts';
import type { SettingsState } from './state.ts';

const nothing: SettingsState = { stage: 'set', values: [], corrections: [], withdrawals: [] };

/** The settings after an event. */
export function evolve(state: SettingsState | null, event: SettingsEvent): SettingsState {
  const { values, corrections, withdrawals } = state ?? nothing;
  const order = values.length + corrections.length + withdrawals.length;
  switch (event.type) {
    case 'ruleValueSet':
      return { ...nothing, corrections, withdrawals, values: [...values, { ...event.data, order }] };
    case 'citationCorrected':
      return { ...nothing, values, withdrawals, corrections: [...corrections, { ...event.data, order }] };
    case 'settingWithdrawn':
      return { ...nothing, values, corrections, withdrawals: [...withdrawals, { ...event.data, order }] };
    default:
      return unreachable(event);
  }
}
