import type { DisqualificationItem } from './provision.ts';
import type { Sourced } from './ruleSet.ts';

export interface Disqualification {
  readonly items: readonly DisqualificationItem[];
  /** Items of the Act that bind the organ although its own text does not name them; not printed in its lists. */
  readonly byAct: readonly DisqualificationItem[];
  /** 拘禁刑 / 禁錮: the printed word; the check treats 懲役, 禁錮 and 拘禁刑 alike. */
  readonly sentenceTerm: Sourced<string>;
  /** Years of the bar, the day itself counted (DDL-06). */
  readonly barYears: Sourced<number>;
  readonly officerDefinition: Sourced<string>;
  /** Titles that the definition names; whoever bears another one is an officer for a reason that is written down. */
  readonly officerTitles: Sourced<readonly string[]>;
  /** Bodies that can't propose at all (DQ-7). */
  readonly excludedBodies: Sourced<readonly string[]>;
  /** The rest of that list, which the source has lost (1c-36). */
  readonly furtherExcludedBodies: Sourced<readonly string[]>;
}
