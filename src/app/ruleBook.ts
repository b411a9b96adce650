import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { OrganId } from '../core/role.ts';

/** The rule sets of the organs as the installation knows them. */
export interface RuleBook {
  readonly organs: readonly OrganId[];
  /** The rule set in force on a day (`YYYY-MM-DD`); null when the organ is unknown or has none for that day. */
  inForce(organ: OrganId, day: string): RuleSet | null;
}
