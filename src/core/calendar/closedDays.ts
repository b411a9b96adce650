import type { YearEnd } from '../organ/deadlines.ts';
import { addDays, type Day, weekdayOf } from './day.ts';

/**
 * The calendar of closed days, as data: Saturdays, Sundays, the named days (国民の祝日 with 振替休日 and 国民の休日, and
 * whatever an organ adds), and 年末年始.
 */
export interface ClosedDays {
  readonly named: ReadonlyMap<Day, string>;
  /** The named days without those that the organ added; absent = it added none. */
  readonly calendar?: ReadonlyMap<Day, string>;
  readonly yearEnd: YearEnd | null;
  /** First and last day that the named days cover; beyond them nothing is answered. */
  readonly from: Day;
  readonly through: Day;
}

/** Why a day is closed. */
export type Closure =
  | { readonly reason: 'named'; readonly name: string }
  | { readonly reason: 'yearEnd' | 'saturday' | 'sunday' };

/** The answer when a day lies beyond the data of the closed days. */
export interface OutsideCalendar {
  readonly outsideCalendar: { readonly day: Day; readonly from: Day; readonly through: Day };
}

function isYearEnd(day: Day, yearEnd: YearEnd): boolean {
  const monthDay = day.slice(5);
  return yearEnd.from <= yearEnd.through
    ? yearEnd.from <= monthDay && monthDay <= yearEnd.through
    : monthDay >= yearEnd.from || monthDay <= yearEnd.through;
}

/** Whether and why a day is closed; null = open. */
export function closureOf(day: Day, closedDays: ClosedDays): Closure | null {
  const name = closedDays.named.get(day);
  if (name !== undefined) return { reason: 'named', name };
  if (closedDays.yearEnd && isYearEnd(day, closedDays.yearEnd)) return { reason: 'yearEnd' };
  const weekday = weekdayOf(day);
  if (weekday === 0) return { reason: 'sunday' };
  return weekday === 6 ? { reason: 'saturday' } : null;
}

export const isCovered = (day: Day, { from, through }: ClosedDays): boolean => from <= day && day <= through;

export const outsideCalendar = (day: Day, { from, through }: ClosedDays): OutsideCalendar => ({
  outsideCalendar: { day, from, through },
});

export interface OpenDay {
  readonly day: Day;
  /** The closed days that were passed over, in order. */
  readonly passed: readonly { readonly day: Day; readonly closure: Closure }[];
}

/** The day itself if it is open, else the next open day (民法142条; the move repeats). */
export function nextOpenDay(day: Day, closedDays: ClosedDays): OpenDay | OutsideCalendar {
  const passed: { day: Day; closure: Closure }[] = [];
  for (let candidate = day; ; candidate = addDays(candidate, 1)) {
    if (!isCovered(candidate, closedDays)) return outsideCalendar(candidate, closedDays);
    const closure = closureOf(candidate, closedDays);
    if (!closure) return { day: candidate, passed };
    passed.push({ day: candidate, closure });
  }
}
