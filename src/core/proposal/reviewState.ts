import type { KeptFile } from '../keptFile.ts';
import type { BarringFact, DisqualificationId } from '../organ/provision.ts';
import type { PartyId } from './state.ts';

/** A fact as an official names it; 懲役 and 禁錮 stand beside 拘禁刑. */
export type ReportableFact = BarringFact | 'imprisonmentWithWork' | 'imprisonmentWithoutWork';

/** How the organ came to know of a ground. */
export const groundSources = ['pledge', 'ownRecords', 'otherOrgan', 'publicRecord', 'hearing', 'other'] as const;
export type GroundSource = (typeof groundSources)[number];

/** 欠格事由 of a proposer as days on which it bars; who exactly and by which fact stands in the event's personal record. */
export interface Ground {
  /** `ground:1` recorded, `case:<id>` found in the organ's own records, `minor:proposer:1` from the birth date. */
  readonly ground: string;
  readonly party: PartyId;
  readonly id: DisqualificationId;
  /** What bars an officer of the body; null where the proposer itself is barred. */
  readonly inOfficer: DisqualificationId | null;
  /** The organ's printed item and its citation. */
  readonly label: string;
  readonly basis: string;
  /** First and last day; null = open. */
  readonly from: string | null;
  readonly through: string | null;
  /** False for a find by the name alone. */
  readonly certain: boolean;
}

/** A ground that bars on the day of a look. */
export type Obstacle = Omit<Ground, 'from'>;

/** One look at the 欠格事由 (CRI-1, 1c-26). */
export interface EligibilityReview {
  readonly occasion: 'receipt' | 'review' | 'demand';
  readonly on: string;
  readonly by: string;
  readonly obstacles: readonly Obstacle[];
  readonly note: string;
}

/** 協議: what the reviewing division asked the desk (CRI, A 第６). */
export interface Consultation {
  readonly on: string;
  readonly matter: string;
  readonly answer: string;
}

/** 委員会の報告 (H 8(2)). */
export interface CommitteeReport {
  readonly reportedOn: string;
  readonly conforming: boolean;
  readonly file: KeptFile | null;
  readonly by: string;
}

/** 付託 (H 8(1)): the papers that went to the committee, and its report; null before that. */
export interface Referral {
  readonly referredOn: string;
  readonly papers: readonly KeptFile[];
  readonly report: CommitteeReport | null;
}

/** 意見書 of one of the third parties, by its number in the notification. */
export interface WrittenOpinion {
  readonly thirdParty: number;
  readonly receivedOn: string;
  /** 反対の意思. */
  readonly objects: boolean;
}

/** 第三者の保護に関する手続 (I 24条の8). Names and texts stand in the events' personal records. */
export interface ThirdPartyStep {
  readonly notifiedOn: string | null;
  readonly opinionsDueOn: string | null;
  /** How many were notified. */
  readonly notified: number;
  readonly opinions: readonly WrittenOpinion[];
  /** Once concluded: the numbers of those who object, whose data is no part of the file any more. */
  readonly objectors: readonly number[] | null;
  readonly concludedOn: string | null;
}

/** 一本化・共通化 (STP-12): offered from this proposal to others on the same file, with the consent of each proposer. */
export interface Merge {
  readonly way: 'merge' | 'alignment';
  /** The other proposals, and how many proposers each has. */
  readonly others: readonly { readonly proposal: string; readonly proposers: number }[];
  readonly terms: string;
  readonly consents: readonly MergeConsent[];
  readonly concludedOn: string | null;
}

export interface MergeConsent {
  /** Null = this proposal. */
  readonly proposal: string | null;
  readonly proposer: number;
  readonly consents: boolean;
  readonly on: string;
}

/** Work that the hours of a creation are made of (FEE-02, FEE-03); the source's list is not closed. */
export const effortTasks = [
  'extractionDesign', // 抽出の設計
  'extraction', // 抽出の実行
  'programDesign', // 加工のプログラムの設計
  'processing', // 加工の実行
  'inspection', // 検査
  'outsourcing', // 委託の起案・決裁等
  'other', // その他
] as const;

export interface EffortTask {
  readonly task: (typeof effortTasks)[number];
  readonly minutes: number;
  readonly note: string;
}

/** 積算 (FRM-24). */
export interface EffortEstimate {
  readonly tasks: readonly EffortTask[];
  readonly on: string;
  readonly by: string;
}

/** 委託料の見積り, scrutinised (STP-13). */
export interface OutsourcingQuote {
  readonly quotedOn: string;
  readonly yen: number;
  readonly file: KeptFile | null;
  readonly scrutiny: string;
  readonly deskConsultedOn: string | null;
  readonly by: string;
}

/** 停止条件付きの委託契約. */
export interface OutsourcingContract {
  readonly concludedOn: string;
  readonly conditionPrecedent: boolean;
}

/** What the review adds to a proposal. */
export interface ReviewState {
  readonly grounds: readonly Ground[];
  readonly groundsRecorded: number;
  readonly dismissed: readonly string[];
  /** The last look; null before the first. */
  readonly eligibility: EligibilityReview | null;
  readonly consultations: readonly Consultation[];
  readonly referral: Referral | null;
  readonly thirdParties: ThirdPartyStep | null;
  readonly merge: Merge | null;
  readonly effort: EffortEstimate | null;
  readonly quote: OutsourcingQuote | null;
  readonly outsourcing: OutsourcingContract | null;
}

export const notReviewed: ReviewState = {
  grounds: [],
  groundsRecorded: 0,
  dismissed: [],
  eligibility: null,
  consultations: [],
  referral: null,
  thirdParties: null,
  merge: null,
  effort: null,
  quote: null,
  outsourcing: null,
};
