/** 審査基準 CRI-1 … CRI-7: the five sources number them alike. */
export const criterionIds = ['CRI-1', 'CRI-2', 'CRI-3', 'CRI-4', 'CRI-5', 'CRI-6', 'CRI-7'] as const;
export type CriterionId = (typeof criterionIds)[number];

/** 欠格事由 DQ-1 … DQ-6; DQ-7 (excluded bodies) stands in a definition, not in the list. */
export const disqualificationIds = ['DQ-1', 'DQ-2', 'DQ-3', 'DQ-4', 'DQ-5', 'DQ-6'] as const;
export type DisqualificationId = (typeof disqualificationIds)[number];

/** 加工基準, the five items of 規則62条 in their order. */
export const processingStandardIds = ['CHK-PROC-1', 'CHK-PROC-2', 'CHK-PROC-3', 'CHK-PROC-4', 'CHK-PROC-5'] as const;
export type ProcessingStandardId = (typeof processingStandardIds)[number];
