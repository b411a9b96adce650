import type { Sourced } from './ruleSet.ts';

export interface Complaints {
  readonly units: Sourced<readonly string[]>;
  /** あっせん to other organs. */
  readonly mediation: Sourced<boolean>;
}
