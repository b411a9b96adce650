import type { Provision } from './provision.ts';
import type { Sourced } from './ruleSet.ts';

export interface Penalties {
  /** Articles that contractors are told of. */
  readonly toldToContractors: Sourced<readonly string[]>;
  /** Articles that staff are told of in the briefing. */
  readonly toldToStaff: Sourced<readonly string[]>;
  /** Whether the penalties of 法176条, 180条 and 181条 apply to this kind of body (法125条2項). */
  readonly actPenaltiesApply: Sourced<boolean>;
  readonly provisions: readonly Provision[];
  /** 過料 for escaping the fee: at most `multiple` times the escaped amount, or `floorYen` if that is less. */
  readonly feeFraudFine: Sourced<{ readonly multiple: number; readonly floorYen: number }>;
}
