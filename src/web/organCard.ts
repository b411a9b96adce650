import type { RuleBook } from '../app/ruleBook.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { OrganId } from '../core/role.ts';

/** An organ as the pages know it: its id, its name and the rule set in force. */
export interface OrganCard {
  readonly id: OrganId;
  readonly name: string;
  readonly rules: RuleSet;
}

/** The organ of an id on a day; null when there is no such organ or it has no rule set on that day. */
export function organCard(rules: RuleBook, id: string, day: string): OrganCard | null {
  const organ = rules.organs.find((known) => known === id);
  const inForce = organ && rules.inForce(organ, day);
  return organ && inForce ? { id: organ, name: inForce.identity.name?.value ?? organ, rules: inForce } : null;
}

/** All organs with a rule set on a day. */
export const organCards = (rules: RuleBook, day: string): readonly OrganCard[] =>
  rules.organs.flatMap((id) => organCard(rules, id, day) ?? []);
