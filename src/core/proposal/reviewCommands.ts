import type { GroundSource, ReportableFact } from './reviewState.ts';
import type { PartyId } from './state.ts';

/** 欠格事由に当たる事実の記録 (DQ-1..6): declared or known, of a proposer or of an officer of one. */
export interface RecordGround {
  readonly do: 'recordGround';
  readonly party: PartyId;
  readonly fact: ReportableFact;
  /** The officer in whom the fact lies: personal data. `reason` says why a title that the rules do not name is one. */
  readonly officer: { readonly name: string; readonly title: string; readonly reason: string | null } | null;
  /** Day of the cancellation, of the sentence, or since which the state lasts; null = unknown. */
  readonly since: string | null;
  /** Day on which the sentence ended or could no longer be executed, or the state ended; null = it still lasts. */
  readonly endedOn: string | null;
  /** Of a minor: personal data. */
  readonly birthDate: string | null;
  readonly knownFrom: GroundSource;
  /** Personal data. */
  readonly note: string;
}

export interface DismissGround {
  readonly do: 'dismissGround';
  readonly ground: string;
  readonly reason: string;
}

/** 欠格事由の確認 at any time (1c-26). */
export interface ReviewEligibility {
  readonly do: 'reviewEligibility';
  readonly note: string;
}

/** Commands of the review (CRI-1..7) besides the findings and the notices. */
export type ReviewCommand = RecordGround | DismissGround | ReviewEligibility;
