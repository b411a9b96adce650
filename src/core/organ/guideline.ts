import type { Provision } from './provision.ts';
import type { Sourced } from './ruleSet.ts';

export const guidelineSectionIds = [
  'purpose',
  'files',
  'proposers',
  'period',
  'method',
  'criteria',
  'result',
  'contract',
  'notes',
  'contact',
] as const;
type GuidelineSectionId = (typeof guidelineSectionIds)[number];

/** A section of the call guideline in the organ's words; what a call adds (period, lists) is not in it. */
export interface GuidelineSection {
  readonly id: GuidelineSectionId;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** `{fiscalYear}` in title and preamble stands for the 年度 (`令和7年度`). */
export interface Guideline {
  readonly title: Sourced<string>;
  readonly preamble: Sourced<string>;
  readonly sections: Sourced<readonly GuidelineSection[]>;
  /** 留意事項 */
  readonly notes: readonly Provision[];
}
