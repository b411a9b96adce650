import type { RuleSet } from '../../core/organ/ruleSet.ts';

/** A citation as it stands first in a paper: the act or rule with its full name, and its short one from then on. */
export function spelledOut({ letters }: RuleSet, citation: string): string {
  const found = letters.abbreviations.find(({ short }) => citation.startsWith(`${short}第`));
  if (!found) return citation;
  const { short, name } = found;
  const full = name.endsWith('）')
    ? `${name.slice(0, -1)}。以下「${short}」という。）`
    : `${name}（以下「${short}」という。）`;
  return `${full}${citation.slice(short.length)}`;
}
