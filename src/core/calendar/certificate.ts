import type { DateStep } from './dateStep.ts';
import type { Day } from './day.ts';
import { monthsBefore } from './period.ts';

export interface CertificateLimit {
  /** The earliest day of issue that is accepted. */
  readonly earliestIssue: Day;
  /** The month has no day of that number: a soft warning is due. */
  readonly clipped: boolean;
  readonly derivation: readonly DateStep[];
}

/** DDL-07: 「提案の日前6月以内に作成された」, counted back to the same day number. */
export function certificateLimit(proposalDate: Day, months: number): CertificateLimit {
  const { correspondingDay, earliest } = monthsBefore(proposalDate, months);
  return {
    earliestIssue: earliest,
    clipped: correspondingDay === null,
    derivation: [{ step: 'monthsCountedBack', from: proposalDate, months, correspondingDay, to: earliest }],
  };
}
