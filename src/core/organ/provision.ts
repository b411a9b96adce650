import type { Citation } from './ruleSet.ts';

/**
 * A printed item of a list in the organ's own words: `label` as it is numbered there (`①`, `第7条第4号`).
 * `wording` null = the source gives no words.
 */
export interface Provision extends Citation {
  readonly label: string;
  readonly wording: string | null;
}

/** 審査基準 CRI-1 … CRI-7: the five sources number them alike. */
export const criterionIds = ['CRI-1', 'CRI-2', 'CRI-3', 'CRI-4', 'CRI-5', 'CRI-6', 'CRI-7'] as const;
export type CriterionId = (typeof criterionIds)[number];

/** 欠格事由 DQ-1 … DQ-6; DQ-7 (excluded bodies) stands in a definition, not in the list. */
export const disqualificationIds = ['DQ-1', 'DQ-2', 'DQ-3', 'DQ-4', 'DQ-5', 'DQ-6'] as const;
type DisqualificationId = (typeof disqualificationIds)[number];

/** 加工基準, the five items of 規則62条 in their order. */
export const processingStandardIds = ['CHK-PROC-1', 'CHK-PROC-2', 'CHK-PROC-3', 'CHK-PROC-4', 'CHK-PROC-5'] as const;
type ProcessingStandardId = (typeof processingStandardIds)[number];

/** 審査基準. `id` is stable, label and wording are the organ's. */
export interface Criterion extends Provision {
  readonly id: CriterionId;
}

/** One printed item of the 欠格事由; a printed item may hold several grounds, and a ground several items. */
export interface DisqualificationItem extends Provision {
  readonly ids: readonly DisqualificationId[];
}

/** 加工基準, one of the five. */
export interface ProcessingStandard extends Provision {
  readonly id: ProcessingStandardId;
}
