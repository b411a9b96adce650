import { parseDay } from '../core/calendar/day.ts';
import { type OrganProfile, ruleSetOn } from '../core/organ/organProfile.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { ValueShape } from '../core/organ/valueShape.ts';
import type { OrganId } from '../core/role.ts';

/** How rule sets are checked, by the schema with which profiles are loaded. */
export interface RuleCheck {
  /** What is wrong with a rule set, each mistake with its place; empty = nothing. */
  mistakesIn(ruleSet: RuleSet): readonly string[];
  /** What the value at a path looks like; null where there is none. */
  shapeOf(setting: string): ValueShape | null;
}

/** The rule sets of the organs as the installation knows them. */
export interface RuleBook extends RuleCheck {
  readonly organs: readonly OrganId[];
  /**
   * The rule set of a case of a day (`YYYY-MM-DD`); null when the organ is unknown or has none for that day.
   * @param known `YYYY-MM-DDThh:mm`: with what was recorded by then; now unless given
   */
  inForce(organ: OrganId, day: string, known?: string): RuleSet | null;
  /** The book in which the profiles of one day stand for every day (a scenario's `asOf`). */
  pinned(day: string): RuleBook;
}

/** The rule book of loaded profiles, without any installation's settings. */
export function createRuleBook(profiles: readonly OrganProfile[], check: RuleCheck): RuleBook {
  const byOrgan = new Map(profiles.map((profile) => [profile.organ, profile]));
  const book: RuleBook = {
    ...check,
    organs: [...byOrgan.keys()],
    inForce(organ, day) {
      const [profile, on] = [byOrgan.get(organ), parseDay(day)];
      return profile && on ? ruleSetOn(profile, on) : null;
    },
    pinned: (day) => ({ ...book, inForce: (organ) => book.inForce(organ, day) }),
  };
  return book;
}
