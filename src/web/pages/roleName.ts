import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Role } from '../../core/role.ts';
import { roleWords } from '../../messages/roleWords.ts';

/** A role in the organ's own word, where it has one. */
export function roleName(role: Role, { terms, identity, review }: RuleSet): string {
  const own = {
    centralDesk: terms.centralDesk,
    responsibleDivision: terms.responsibleDivision,
    head: identity.head,
    committee: review.committee,
    proposer: terms.proposer,
  };
  return (role in own ? own[role as keyof typeof own]?.value : undefined) ?? roleWords[role];
}
