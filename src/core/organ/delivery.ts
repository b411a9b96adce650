import type { Sourced } from './ruleSet.ts';

type Medium = 'CD-R' | 'DVD-R';

export interface Delivery {
  readonly media: Sourced<readonly Medium[]>;
  readonly methods: Sourced<readonly ('counter' | 'post')[]>;
  /** The way that the proposal chose is followed. */
  readonly asProposed: Sourced<boolean>;
}
