export const complaintStages = ['taken', 'settled'] as const;

/** What a complaint is about; null = the scheme as such. */
export interface ComplaintSubject {
  readonly kind: 'proposal' | 'release' | 'register' | 'call';
  readonly id: string;
}

/** あっせん to another organ (I 24条の17). */
export interface ComplaintReferral {
  readonly to: string;
  readonly on: string;
}

/** 苦情 (STP-25) as it stands; who complains and what is said stand in the events' personal records. */
export interface ComplaintState {
  readonly stage: (typeof complaintStages)[number];
  readonly ruleDay: string;
  readonly receivedOn: string;
  readonly unit: string;
  readonly subject: ComplaintSubject | null;
  /** Days on which something was done about it. */
  readonly handledOn: readonly string[];
  readonly referral: ComplaintReferral | null;
  readonly settledOn: string | null;
  readonly improvement: string | null;
}
