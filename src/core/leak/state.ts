import type { Day } from '../calendar/day.ts';
import type { LeakFirstDay } from '../organ/deadlines.ts';

export const leakStages = ['known', 'preliminarilyReported', 'finallyReported', 'ended'] as const;

/** What leaked: the source and what was removed from it is personal data, the anonymized output is not (PPC-4). */
export const leakedThings = ['source', 'deletedInformation', 'processingMethod', 'output'] as const;
export type LeakedThing = (typeof leakedThings)[number];

/** 報告を要する事態 (規則43条). */
export const leakGrounds = [
  'sensitive', // 要配慮個人情報
  'property', // 財産的被害のおそれ
  'unlawful', // 不正の目的のおそれ
  'many', // 100人超
  'ordinanceSensitive', // 条例要配慮個人情報
] as const;
export type LeakGround = (typeof leakGrounds)[number];

/** Days by which to report; null = the leak needs no report. */
export interface LeakClock {
  /** Which day was counted as the first; null or absent = the organ has not said, and the earlier days stand here. */
  readonly firstDay?: LeakFirstDay | null;
  /** 速報: from the third to the fifth day. */
  readonly preliminaryFrom: Day;
  readonly preliminaryBy: Day;
  /** 確報: the 30th day, the 60th where the purpose may be unlawful, moved to an open day. */
  readonly finalBy: Day;
}

/** 漏えい等 of personal data in the scheme (法68条) as it stands; the account of it is personal data. */
export interface LeakState {
  readonly stage: (typeof leakStages)[number];
  readonly ruleDay: string;
  readonly knownOn: string;
  readonly things: readonly LeakedThing[];
  readonly persons: number;
  readonly grounds: readonly LeakGround[];
  readonly release: string | null;
  readonly clock: LeakClock | null;
  readonly preliminaryOn: string | null;
  readonly finalOn: string | null;
  readonly principalsToldOn: string | null;
  readonly measures: string | null;
  readonly endedOn: string | null;
}
