import { addDays, type Day, dayOf, daysInMonth, partsOf } from './day.ts';

/** The day of the same number some months away, or the month's last day where it has no such day. */
function sameDateOf(day: Day, months: number): { readonly correspondingDay: Day | null; readonly monthEnd: Day } {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + month - 1 + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const last = daysInMonth(target.year, target.month);
  return {
    correspondingDay: date <= last ? dayOf({ ...target, date }) : null,
    monthEnd: dayOf({ ...target, date: last }),
  };
}

export interface MonthPeriod {
  /** 応当日; null where the last month has none. */
  readonly correspondingDay: Day | null;
  /** 満了日, the last day of the period. */
  readonly through: Day;
}

/**
 * A period of months that begins with `start` (起算日): it ends on the day before the 応当日, or with the month where
 * there is none (民法143条2項). From the first of a month it thereby ends with a month's last day.
 */
export function monthsFrom(start: Day, months: number): MonthPeriod {
  const { correspondingDay, monthEnd } = sameDateOf(start, months);
  return { correspondingDay, through: correspondingDay ? addDays(correspondingDay, -1) : monthEnd };
}

/** The same day number some months before (「提案の日前6月」); the month's last day where it has none (DDL-07). */
export function monthsBefore(
  day: Day,
  months: number,
): { readonly correspondingDay: Day | null; readonly earliest: Day } {
  const { correspondingDay, monthEnd } = sameDateOf(day, -months);
  return { correspondingDay, earliest: correspondingDay ?? monthEnd };
}
