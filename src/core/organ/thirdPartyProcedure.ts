import type { Sourced } from './ruleSet.ts';

export interface ThirdPartyProcedure {
  readonly enabled: Sourced<boolean>;
  readonly removesObjectors: Sourced<boolean>;
  /** Days given for an opinion. */
  readonly opinionDays: Sourced<number>;
  /** Days between the decision and the notice to third parties, and other manner (1c-42). */
  readonly manner: Sourced<string>;
}
