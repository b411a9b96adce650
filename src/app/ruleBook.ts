import { parseDay } from '../core/calendar/day.ts';
import { type OrganProfile, ruleSetOn } from '../core/organ/organProfile.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { OrganId } from '../core/role.ts';

/** The rule sets of the organs as the installation knows them. */
export interface RuleBook {
  readonly organs: readonly OrganId[];
  /** The rule set in force on a day (`YYYY-MM-DD`); null when the organ is unknown or has none for that day. */
  inForce(organ: OrganId, day: string): RuleSet | null;
}

/** The rule book of loaded profiles. */
export function createRuleBook(profiles: readonly OrganProfile[]): RuleBook {
  const byOrgan = new Map(profiles.map((profile) => [profile.organ, profile]));
  return {
    organs: [...byOrgan.keys()],
    inForce(organ, day) {
      const [profile, on] = [byOrgan.get(organ), parseDay(day)];
      return profile && on ? ruleSetOn(profile, on) : null;
    },
  };
}
