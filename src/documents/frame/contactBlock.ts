import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block } from '../block.ts';
import { organWords } from '../wording/organWords.ts';

/** 担当 at the foot of a letter: the desk, and how to reach it. */
export function contactBlock(rules: RuleSet): Block {
  const { phone, fax, email, address, postalCode } = rules.desk;
  const known = [
    ['', postalCode && `〒${postalCode.value}`],
    ['', address?.value],
    ['電話　', phone?.value],
    ['ファクシミリ　', fax?.value],
    ['電子メール　', email?.value],
  ] as const;
  const lines = known.flatMap(([label, value]) => (value ? [`${label}${value}`] : []));
  return { type: 'contact', lines: [`担当　${organWords(rules).desk}`, ...lines] };
}
