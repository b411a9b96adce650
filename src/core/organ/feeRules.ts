import type { Sourced } from './ruleSet.ts';

/** The formula of a new proposal's fee. Amounts in yen. */
export type NewFeeRule =
  /** `baseYen` + started hours × `yenPerHour` + what is paid to the contractor (FEE-01). */
  | { readonly kind: 'effort'; readonly baseYen: number; readonly yenPerHour: number; readonly hourRounding: 'up' }
  /** `baseYen`, and where creation is outsourced `yenPerPerson` for each of the 延べ数 (FEE-05). */
  | { readonly kind: 'cumulativePersons'; readonly baseYen: number; readonly yenPerPerson: number };

/** The flat fee of one who holds a use contract on the data (FEE-07). */
interface HolderFeeRule {
  readonly yen: number;
  /** `newProposer` = only the maker of the new proposal; `anyHolder` = whoever holds a contract on that data. */
  readonly holder: 'newProposer' | 'anyHolder';
}

type FeePayment = 'prefecturalRevenueStamp' | 'bankTransfer';

export interface FeeRules {
  /** null = the organ gives no formula: the fee is typed at the notice, with a reason. */
  readonly newProposal: Sourced<NewFeeRule>;
  /** FEE-06: the same amount as the first contractor's. */
  readonly createdByOther: Sourced<'sameAsFirst'>;
  readonly createdByHolder: Sourced<HolderFeeRule>;
  /** FEE-08: identical proposals of one call share the cost of creation, cut off to a whole yen. */
  readonly identicalProposals: Sourced<{ readonly share: 'creationCost'; readonly fraction: 'down' }>;
  /** Yen for each third party that was asked, where a rule provides for it (1c-22). */
  readonly perThirdParty: Sourced<number>;
  readonly payment: Sourced<readonly FeePayment[]>;
  readonly paidWhen: Sourced<'beforeContract' | 'withApplication' | 'atContract' | 'dayFixedByOrgan'>;
  /** FEE-09, FEE-10. */
  readonly refund: Sourced<'formalErrorOnly' | 'discretionaryIfNotAtFault'>;
  /** Costs of proposing, other than the fee, and who bears them (FEE-15). */
  readonly otherCosts: Sourced<string>;
}
