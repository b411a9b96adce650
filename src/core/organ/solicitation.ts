import type { Provision } from './provision.ts';
import type { Sourced } from './ruleSet.ts';

export type PrePublishedItem = 'period' | 'fileList' | 'fileOutlines';

/** 提案の募集の対象となる個人情報ファイルの要件, in the order of 法60条3項. */
export const fileTestIds = ['published', 'disclosable', 'unhindered'] as const;

interface FileTest extends Provision {
  readonly id: (typeof fileTestIds)[number];
}

export interface Solicitation {
  /** Whether the organ must solicit at all. */
  readonly mandatory: Sourced<boolean>;
  /** Calls a fiscal year, counted by the opening day (1c-27). */
  readonly perFiscalYear: Sourced<number>;
  /** The organ's words for it (`毎年度1回以上`, `随時又は定期的に`). */
  readonly frequencyWording: Sourced<string>;
  /** Days of the shortest window, first day not counted (DDL-01). */
  readonly minDays: Sourced<number>;
  /** EXC-2: files of the same kind over several divisions may be solicited as one. */
  readonly groupedFiles: Sourced<boolean>;
  /** The three tests that a file must meet (STP-01), in this order. */
  readonly fileTests: readonly FileTest[];
  /** Words about who may propose, before the 欠格事由. */
  readonly eligibility: Sourced<string>;
}
