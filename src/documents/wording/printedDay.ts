import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { formatEra } from '../../japan/formatEra.ts';
import { widenSingleDigits } from '../../japan/widenSingleDigits.ts';

/** A text with its single digits as the organ prints them. */
export const inOwnDigits = ({ letters }: RuleSet, text: string): string =>
  letters.singleDigits?.value === 'fullWidth' ? widenSingleDigits(text) : text;

/** A day in the organ's notation: 令和8年2月10日, 令和８年２月10日. @param day `YYYY-MM-DD` */
export const printedDay = (rules: RuleSet, day: string): string => inOwnDigits(rules, formatEra(day));

/** A span of days: 令和8年4月1日から令和9年3月31日まで. */
export const printedSpan = (rules: RuleSet, { from, to }: { readonly from: string; readonly to: string }): string =>
  `${printedDay(rules, from)}から${printedDay(rules, to)}まで`;
