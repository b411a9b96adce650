import type { NewFeeRule } from '../organ/feeRules.ts';

export type FeeLineId =
  | 'base'
  | 'effort'
  | 'outsourcing'
  | 'cumulativePersons'
  | 'sharedCreation'
  | 'thirdParties'
  | 'sameAsFirst'
  | 'holder';

export interface FeeLine {
  readonly id: FeeLineId;
  readonly yen: number;
}

/** One step of how a fee was reached; the words stand in messages/derivation. Amounts in yen. */
export type FeeStep =
  | { readonly step: 'base'; readonly yen: number }
  /** FEE-02: the minutes are summed first, and the sum rounded up to hours once. */
  | { readonly step: 'effort'; readonly minutes: number; readonly hours: number; readonly yenPerHour: number }
  | { readonly step: 'outsourcing'; readonly yen: number }
  | { readonly step: 'cumulativePersons'; readonly persons: number; readonly yenPerPerson: number }
  | { readonly step: 'shared'; readonly cost: number; readonly proposals: number; readonly yen: number }
  | { readonly step: 'thirdParties'; readonly asked: number; readonly yenEach: number }
  | { readonly step: 'sameAsFirst'; readonly yen: number }
  | { readonly step: 'holder'; readonly yen: number };

/** A fee in yen: the lines add up to the total. */
export interface Fee {
  readonly total: number;
  readonly lines: readonly FeeLine[];
  readonly derivation: readonly FeeStep[];
}

const feeOf = (lines: readonly FeeLine[], derivation: readonly FeeStep[]): Fee => ({
  total: lines.reduce((sum, { yen }) => sum + yen, 0),
  lines,
  derivation,
});

type EffortRule = Extract<NewFeeRule, { kind: 'effort' }>;
type PersonsRule = Extract<NewFeeRule, { kind: 'cumulativePersons' }>;

/** Whole minutes and yen. */
export interface Effort {
  /** Minutes of each task, the formalities of outsourcing included (FEE-03). */
  readonly minutes: readonly number[];
  /** What is paid to the contractor; null = not outsourced. */
  readonly outsourcingYen: number | null;
  /** Third parties that were asked, where a rule charges for them (1c-22). */
  readonly thirdParties?: { readonly asked: number; readonly yenEach: number };
}

/** FEE-01..04: base amount, started hours of the summed effort, and the contractor's pay. */
export function effortFee(rule: EffortRule, { minutes, outsourcingYen, thirdParties }: Effort): Fee {
  const creation = creationCost(rule, minutes, outsourcingYen);
  const asked = thirdParties ? [thirdParties] : [];
  return feeOf(
    [
      { id: 'base', yen: rule.baseYen },
      ...creation.lines,
      ...asked.map((one) => ({ id: 'thirdParties', yen: one.asked * one.yenEach }) as const),
    ],
    [
      { step: 'base', yen: rule.baseYen },
      ...creation.derivation,
      ...asked.map((one) => ({ step: 'thirdParties', ...one }) as const),
    ],
  );
}

/**
 * FEE-08: identical proposals of one call share the cost of creation, each part cut off to a whole yen; the base amount
 * is not shared (1c-11).
 */
export function sharedFee(rule: EffortRule, { minutes, outsourcingYen }: Effort, proposals: number): Fee {
  const creation = creationCost(rule, minutes, outsourcingYen);
  const yen = Math.floor(creation.total / proposals);
  return feeOf(
    [
      { id: 'base', yen: rule.baseYen },
      { id: 'sharedCreation', yen },
    ],
    [
      { step: 'base', yen: rule.baseYen },
      ...creation.derivation,
      { step: 'shared', cost: creation.total, proposals, yen },
    ],
  );
}

function creationCost(rule: EffortRule, minutes: readonly number[], outsourcingYen: number | null): Fee {
  const total = minutes.reduce((sum, one) => sum + one, 0);
  const hours = Math.ceil(total / 60);
  const outsourcing = outsourcingYen === null ? [] : [outsourcingYen];
  return feeOf(
    [
      { id: 'effort', yen: hours * rule.yenPerHour },
      ...outsourcing.map((yen) => ({ id: 'outsourcing', yen }) as const),
    ],
    [
      { step: 'effort', minutes: total, hours, yenPerHour: rule.yenPerHour },
      ...outsourcing.map((yen) => ({ step: 'outsourcing', yen }) as const),
    ],
  );
}

/** FEE-05: the base amount, and where creation is outsourced so much for each of the 延べ数; what is paid is not charged. */
export function personsFee(rule: PersonsRule, outsourcedPersons: number | null): Fee {
  const persons = outsourcedPersons === null ? [] : [outsourcedPersons];
  return feeOf(
    [
      { id: 'base', yen: rule.baseYen },
      ...persons.map((count) => ({ id: 'cumulativePersons', yen: count * rule.yenPerPerson }) as const),
    ],
    [
      { step: 'base', yen: rule.baseYen },
      ...persons.map(
        (count) => ({ step: 'cumulativePersons', persons: count, yenPerPerson: rule.yenPerPerson }) as const,
      ),
    ],
  );
}

/** FEE-06: created data for another party costs what the first contractor had to pay. */
export const sameAsFirstFee = (firstContractorFee: number): Fee =>
  feeOf([{ id: 'sameAsFirst', yen: firstContractorFee }], [{ step: 'sameAsFirst', yen: firstContractorFee }]);

/** FEE-07: the flat amount for one who holds a contract on the data. */
export const holderFee = (yen: number): Fee => feeOf([{ id: 'holder', yen }], [{ step: 'holder', yen }]);
