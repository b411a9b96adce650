import type { ProposalForm } from './form.ts';

/** What can be typed wrongly at the desk. Null = it stands as it is; a box of the form that is not named likewise. */
export interface TypingChanges {
  readonly receivedOn: string | null;
  readonly receivedTime: string | null;
  readonly dispatchedOn: string | null;
  readonly copies: number | null;
  readonly noticeDate: string | null;
  readonly form: Partial<ProposalForm>;
}

/** A day that moves with a correction. */
export interface MovedDay {
  /** `certificateFrom` = the earliest day of issue of a corporate certificate (DDL-07). */
  readonly name: 'certificateFrom' | 'contractApplication' | 'fee';
  readonly from: string | null;
  readonly to: string | null;
}

/** What a correction of a typing error would change, computed before anyone decides on it. */
export interface TypingPreview {
  readonly moves: readonly MovedDay[];
  /** What would no longer hold, or hold again: codes as `arrivedLate`, `certificateTooOld:proposer:1`. */
  readonly newFindings: readonly string[];
  readonly settledFindings: readonly string[];
}
