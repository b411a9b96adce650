import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { OrganId } from '../core/role.ts';
import { applySettings } from '../core/settings/applySettings.ts';
import type { SettingsState } from '../core/settings/settings.ts';
import type { Parts } from './parts.ts';

/** Where an organ's settings are kept. */
export const settingsStream = { kind: 'organ', id: 'settings' } as const;

/** The rules of an organ for a case of a day, with what its officials set; null where none are in force. */
export async function rulesFor(
  { events, rules }: Pick<Parts, 'events' | 'rules'>,
  organ: OrganId,
  day: string,
): Promise<RuleSet | null> {
  const shipped = rules.inForce(organ, day);
  if (shipped === null) return null;
  const record = await events.state(organ, settingsStream);
  return record ? applySettings(shipped, (record.state as SettingsState).settings, day) : shipped;
}
