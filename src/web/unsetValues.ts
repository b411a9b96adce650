import type { RuleSet } from '../core/organ/ruleSet.ts';

/** The paths of the values that no source gives and no official has set: `intake.closingTime`. */
export function unsetValues(rules: RuleSet): readonly string[] {
  const visit = (value: unknown, path: string): string[] => {
    if (value === null) return [path];
    if (typeof value !== 'object' || Array.isArray(value) || 'source' in value) return [];
    return Object.entries(value).flatMap(([name, member]) => visit(member, path === '' ? name : `${path}.${name}`));
  };
  const never: readonly string[] = ['effectiveFrom', 'sourceDate', 'supersedes'];
  return visit(rules, '').filter((path) => !never.includes(path));
}
