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
export type DisqualificationId = (typeof disqualificationIds)[number];

/** What can bar a person, as the items of the sources tell it apart (1b-4). */
export const barringFacts = [
  'minor', // 未成年者
  'adultWard', // 成年被後見人
  'curatorship', // 被保佐人
  'impairedCapacity', // 精神の機能の障害
  'bankrupt', // 破産手続開始の決定を受けて復権を得ない
  'imprisonment', // 拘禁刑、懲役又は禁錮以上の刑
  'penaltyUnderAct', // 個人情報の保護に関する法律による刑
  'penaltyUnderOrdinance', // この機関の条例による刑
  'penaltyUnderAdministrativeOrgansAct', // 行政機関個人情報保護法による刑
  'penaltyUnderIncorporatedAgenciesAct', // 独立行政法人等個人情報保護法による刑
  'penaltyUnderOtherOrdinance', // 他の地方公共団体の条例による刑
  'cancelledByOrgan', // この機関による契約の解除
  'cancelledByOtherOrgan', // 他の行政機関等による法120条の解除
  'cancelledUnderAdministrativeOrgansAct', // 行政機関個人情報保護法44条の14による解除
  'cancelledUnderIncorporatedAgenciesAct', // 独立行政法人等個人情報保護法44条の14による解除
  'cancelledUnderOtherOrdinance', // 他の地方公共団体の条例による解除
] as const;
export type BarringFact = (typeof barringFacts)[number];

/** 加工基準, the five items of 規則62条 in their order. */
export const processingStandardIds = ['CHK-PROC-1', 'CHK-PROC-2', 'CHK-PROC-3', 'CHK-PROC-4', 'CHK-PROC-5'] as const;
type ProcessingStandardId = (typeof processingStandardIds)[number];

/** 審査基準. `id` is stable, label and wording are the organ's. */
export interface Criterion extends Provision {
  readonly id: CriterionId;
  /** The value of the review that the criterion leaves to a rule: without it nobody can judge (STP-29). */
  readonly needs?: 'minPersons' | 'maxUsePeriodMonths' | 'criterion7Standard';
}

/** One printed item of the 欠格事由; a printed item may hold several grounds, and a ground several items. */
export interface DisqualificationItem extends Provision {
  readonly ids: readonly DisqualificationId[];
  /** The facts about a person that the item bars; `officer` = any of the other items, in an officer of a body. */
  readonly covers: readonly (BarringFact | 'officer')[];
}

/** 加工基準, one of the five. */
export interface ProcessingStandard extends Provision {
  readonly id: ProcessingStandardId;
}
