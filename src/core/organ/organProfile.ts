import type { Day } from '../calendar/day.ts';
import type { OrganId } from '../role.ts';
import type { RuleSet } from './ruleSet.ts';

/** An organ and its rule sets, oldest first; one without a day of entry into force stands before all others. */
export interface OrganProfile {
  readonly organ: OrganId;
  readonly ruleSets: readonly RuleSet[];
}

/** The rule set in force on a day; the newest without a day; null where none was in force yet (DDL-15). */
export function ruleSetOn(profile: OrganProfile, day: Day | null): RuleSet | null {
  const inForce = profile.ruleSets.filter(
    ({ effectiveFrom }) => day === null || effectiveFrom === null || effectiveFrom <= day,
  );
  return inForce.at(-1) ?? null;
}
