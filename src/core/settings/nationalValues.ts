import type { RuleSet } from '../organ/ruleSet.ts';

interface NationalValue {
  /** The provision that gives the value. */
  readonly basis: string;
  /** The least number that an organ may have; absent = the value can't be set at all. */
  readonly atLeast?: number;
  /** A kind of body that is free all the same. */
  readonly exempt?: 'municipality';
}

/** What no organ sets for itself, because a law says what it is. */
const legalStatus: Readonly<Record<string, NationalValue>> = {
  'identity.boundByAct': { basis: '法2条' },
  'identity.bodyKind': { basis: '法2条' },
  'penalties.actPenaltiesApply': { basis: '法125条2項' },
};

/** Values of the Act and of the commission's rules, for the organs bound by them. */
const nationalValues: Readonly<Record<string, NationalValue>> = {
  // 附則7条: a municipality that is no designated city may solicit and need not
  'solicitation.mandatory': { basis: '法111条', exempt: 'municipality' },
  'solicitation.minDays': { basis: '規則53条1項', atLeast: 30 },
  'review.minPersons': { basis: '規則56条' },
  'disqualification.barYears': { basis: '法113条' },
  'createdData.criteria': { basis: '法118条2項' },
};

/** The national value behind a path; null where the organ is free. */
export function nationalValue({ identity }: RuleSet, setting: string): NationalValue | null {
  if (Object.hasOwn(legalStatus, setting)) return legalStatus[setting] ?? null;
  const national = Object.hasOwn(nationalValues, setting) ? nationalValues[setting] : undefined;
  if (!national || identity.boundByAct?.value !== true) return null;
  return national.exempt !== undefined && national.exempt === identity.bodyKind?.value ? null : national;
}
