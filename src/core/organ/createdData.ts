import type { CriterionId } from './provision.ts';
import type { Sourced } from './ruleSet.ts';

/** 作成された行政機関等匿名加工情報 (STP-24). */
export interface CreatedData {
  readonly criteria: Sourced<readonly CriterionId[]>;
  readonly agents: Sourced<boolean>;
  readonly corrections: Sourced<boolean>;
  /** Whether the register shows a period within which proposals can be made. */
  readonly proposalPeriod: Sourced<boolean>;
}
