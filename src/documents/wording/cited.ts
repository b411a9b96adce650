import type { CitationKey } from '../../core/organ/citationKey.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { spelledOut } from './spelledOut.ts';

/** The organ's provision on a matter in short (`法第115条`); empty where no source names one. */
export const cited = ({ citations }: RuleSet, key: CitationKey): string => citations[key]?.value ?? '';

/** 「…の規定により、」 as a paper first says it; empty where no source names a provision. */
export function under(rules: RuleSet, key: CitationKey): string {
  const citation = cited(rules, key);
  return citation === '' ? '' : `${spelledOut(rules, citation)}の規定により、`;
}
