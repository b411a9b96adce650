import type { Closure } from './closedDays.ts';
import type { Day } from './day.ts';

/** One step of how a date was reached; the words stand in messages/derivation. */
export type DateStep =
  /** 民法140条: the day of the event is not counted. */
  | { readonly step: 'firstDayExcluded'; readonly event: Day; readonly start: Day }
  /** 「…の日から起算して」: the day itself is the first. */
  | { readonly step: 'firstDayIncluded'; readonly start: Day }
  /** 民法141条 */
  | { readonly step: 'daysCounted'; readonly start: Day; readonly days: number; readonly through: Day }
  /** 民法143条; without a corresponding day the period ends with the month. */
  | {
      readonly step: 'monthsCounted';
      readonly start: Day;
      readonly months: number;
      readonly correspondingDay: Day | null;
      readonly through: Day;
    }
  | {
      readonly step: 'monthsCountedBack';
      readonly from: Day;
      readonly months: number;
      readonly correspondingDay: Day | null;
      readonly to: Day;
    }
  | { readonly step: 'windowCompared'; readonly days: number; readonly minDays: number; readonly admitted: boolean }
  | { readonly step: 'closedDay'; readonly day: Day; readonly closure: Closure }
  | { readonly step: 'openDay'; readonly day: Day }
  | { readonly step: 'freeFrom'; readonly day: Day }
  /** 民法4条, as it stood on the day. */
  | { readonly step: 'ageOfMajority'; readonly on: Day; readonly years: number }
  | { readonly step: 'adultFrom'; readonly day: Day; readonly on: Day; readonly minor: boolean }
  | {
      readonly step: 'counterHours';
      readonly time: string;
      readonly from: string;
      readonly through: string;
      readonly open: boolean;
    };
