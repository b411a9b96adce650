import type { Criterion } from './provision.ts';
import type { Sourced } from './ruleSet.ts';

export interface Review {
  readonly body: Sourced<'responsibleDivision' | 'committee' | 'organ' | 'city'>;
  /** Name of the committee that reviews on referral. */
  readonly committee: Sourced<string>;
  /** The reviewing division consults the desk. */
  readonly consultsCentralDesk: Sourced<boolean>;
  readonly criteria: readonly Criterion[];
  readonly minPersons: Sourced<number>;
  /** 名寄せ後の数 / 延べ数 */
  readonly countBasis: Sourced<'unique' | 'cumulative'>;
  /** Day whose count decides (DDL-14). */
  readonly countAsOf: Sourced<'callClose'>;
  /** Longest 利用期間 in months, where one is fixed. */
  readonly maxUsePeriodMonths: Sourced<number>;
  /** What the source leaves to a rule for CRI-7; of no use where the criterion has words of its own. */
  readonly criterion7Standard: Sourced<string>;
  /** STP-12: merging or aligning of many proposals, with consent. */
  readonly mergeByConsent: Sourced<boolean>;
}
