import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { cited } from '../wording/cited.ts';
import { inOwnDigits } from '../wording/printedDay.ts';

/** CAN-1..3: the grounds of the Act, the 規程 or the ordinance. */
export type StatutoryGround = 'CAN-1' | 'CAN-2' | 'CAN-3';

const general = {
  'CAN-1': '偽りその他不正の手段により契約を締結したこと。',
  'CAN-2': '欠格事由のいずれかに該当することとなったこと。',
  'CAN-3': '契約において定められた事項について重大な違反があったこと。',
} as const;

/** A ground with the provision that it stands in (法第120条第１号). */
export function spelledGround(rules: RuleSet, ground: StatutoryGround): string {
  const provision = cited(rules, 'cancellation');
  const number = ground.slice(-1);
  return provision === '' ? general[ground] : inOwnDigits(rules, `${general[ground]}（${provision}第${number}号）`);
}
