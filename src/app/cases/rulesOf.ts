import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OrganId } from '../../core/role.ts';
import type { AnyState } from '../aggregates.ts';
import type { Parts } from '../parts.ts';

/** The rule set of a case: the one that it keeps since it was begun, or today's. */
export function rulesOf({ rules, clock }: Parts, organ: OrganId, state: AnyState | null): RuleSet | null {
  const kept = (state as { readonly ruleDay?: string } | null)?.ruleDay;
  return rules.inForce(organ, kept ?? clock.procedure().slice(0, 10));
}
