import type { CitationKey } from './citationKey.ts';
import type { RegisterFieldId } from './registerField.ts';
import type { RuleSet } from './ruleSet.ts';

/** Provisions of the Act on which refusals rest, and what an organ's own text cites in their place. */
const cited: Readonly<Record<string, CitationKey>> = {
  規則53条1項: 'solicitation',
  規則53条2項: 'solicitation',
  法111条: 'solicitation',
  法112条1項: 'proposal',
  '法112条2項・3項': 'proposal',
  法113条: 'disqualification',
  法113条6号: 'disqualification',
  規則62条: 'processingStandard',
  法114条: 'conformingNotice',
  法114条1項: 'review',
  法114条2項: 'conformingNotice',
  法114条3項: 'nonConformingNotice',
  規則56条: 'review',
  法117条: 'registerEntry',
  法117条3号: 'registerEntry',
  法118条1項: 'createdProposal',
  法118条2項: 'createdProposal',
};

const inRegister: Readonly<Record<string, RegisterFieldId>> = {
  法74条1項: 'fileName',
  法74条1項4号: 'recordItems',
  法110条: 'solicited',
};

/** The three tests of a file stand in one provision; the mark of the first of them is not part of it. */
const fileTests = ({ solicitation }: RuleSet) => solicitation.fileTests[0]?.text.replace(/(?:[ア-ン]|\(\d\))$/, '');

/** Whether a basis is a provision of the Act or of its rules. */
const isNational = (basis: string): boolean => /^(?:法|規則)\d/.test(basis);

/** What the organ's text has in place of a provision of the Act; null = the basis is none of those with a counterpart. */
function ownText(basis: string, rules: RuleSet): { readonly text: string | undefined } | null {
  const [key, field] = [cited[basis], inRegister[basis]];
  if (key !== undefined) return { text: rules.citations[key]?.text };
  if (field !== undefined) return { text: rules.registerFields.find(({ id }) => id === field)?.text };
  return basis === '法60条3項' ? { text: fileTests(rules) } : null;
}

/**
 * The organ's own provision in place of one of the Act: Ichikawa's ordinance is never read as the Act. An organ that the
 * Act binds keeps its provision where its own text has none; one that it doesn't bind then names its whole document.
 */
export function ownBasis(basis: string, rules: RuleSet): string {
  const own = ownText(basis, rules)?.text;
  if (rules.identity.boundByAct?.value === false)
    return own ?? (isNational(basis) ? (rules.governingDocument?.value ?? basis) : basis);
  return own === undefined || own.startsWith('法') ? basis : own;
}
