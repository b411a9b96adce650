import type { Sourced } from './ruleSet.ts';

/** A yearly span of closed days by month and day, wrapping over the new year (`12-29` … `01-03`). */
export interface YearEnd {
  readonly from: string;
  readonly through: string;
}

export interface ApplicationDeadline {
  readonly months: number;
  /** 起算日: the day after the notice's date. */
  readonly from: 'dayAfterNotice';
  readonly onClosedDay: 'nextOpenDay';
}

/** Acts for which sources know only a word (直ちに, 速やかに); the days are the organ's own target (DDL-09). */
export const promptActIds = [
  'forwarding',
  'review',
  'provision',
  'delayNotice',
  'violationNotice',
  'cancellationNotice',
  'changeNotice',
  'complaint',
] as const;
type PromptActId = (typeof promptActIds)[number];

interface PromptAct {
  readonly word: Sourced<string>;
  readonly targetDays: Sourced<number>;
}

export const leakFirstDays = ['dayOfKnowing', 'dayAfterKnowing'] as const;
export type LeakFirstDay = (typeof leakFirstDays)[number];

export interface Deadlines {
  readonly contractApplication: Sourced<ApplicationDeadline>;
  readonly fee: Sourced<'sameAsApplication' | 'dayFixedByOrgan'>;
  readonly promptActs: Readonly<Record<PromptActId, PromptAct>>;
  /** Whether the day of knowing of a leak is the first of the 30 or 60 days (規則44条2項); unset = the organ has not confirmed it. */
  readonly leakFirstDay: Sourced<LeakFirstDay>;
  /** 年末年始 of the closed days. */
  readonly yearEnd: Sourced<YearEnd>;
}
