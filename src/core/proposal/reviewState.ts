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

/** What the review adds to a proposal. */
export interface ReviewState {
  readonly grounds: readonly Ground[];
  readonly groundsRecorded: number;
  readonly dismissed: readonly string[];
  /** The last look; null before the first. */
  readonly eligibility: EligibilityReview | null;
}

export const notReviewed: ReviewState = { grounds: [], groundsRecorded: 0, dismissed: [], eligibility: null };
