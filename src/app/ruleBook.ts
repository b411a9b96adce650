import { parseDay } from '../core/calendar/day.ts';
import { type OrganProfile, ruleSetOn } from '../core/organ/organProfile.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { OrganId } from '../core/role.ts';

/** The rule sets of the organs as the installation knows them. */
export interface RuleBook {
  readonly organs: readonly OrganId[];
  /** The rule set in force on a day (`YYYY-MM-DD`); null when the organ is unknown or has none for that day. */
  inForce(organ: OrganId, day: string): RuleSet | null;
  /** What is wrong with a rule set, each mistake with its place; empty = nothing. */
  mistakesIn(ruleSet: RuleSet): readonly string[];
}

/** The rule book of loaded profiles. `mistakesIn` checks a rule set as the loader checks a profile. */
export function createRuleBook(profiles: readonly OrganProfile[], mistakesIn: RuleBook['mistakesIn']): RuleBook {
  const byOrgan = new Map(profiles.map((profile) => [profile.organ, profile]));
  return {
    organs: [...byOrgan.keys()],
    mistakesIn,
    inForce(organ, day) {
      const [profile, on] = [byOrgan.get(organ), parseDay(day)];
      return profile && on ? ruleSetOn(profile, on) : null;
    },
  };
}
