import type { ApplicationDeadline } from '../organ/deadlines.ts';
import { type ClosedDays, nextOpenDay, type OutsideCalendar } from './closedDays.ts';
import type { DateStep } from './dateStep.ts';
import { addDays, type Day } from './day.ts';
import { monthsFrom } from './period.ts';

export interface ComputedDeadline {
  /** The last day of the period before any move. */
  readonly statutory: Day;
  readonly deadline: Day;
  readonly derivation: readonly DateStep[];
}

/**
 * DDL-04: the months are counted from the day after the notice's date, which is the 起算日 itself, and end before its
 * 応当日 (民法143条); a closed day moves to the next open one. The fee's deadline is the same day (DDL-05).
 */
export function applicationDeadline(
  noticeDate: Day,
  rule: ApplicationDeadline,
  closedDays: ClosedDays,
): ComputedDeadline | OutsideCalendar {
  const start = addDays(noticeDate, 1);
  const { correspondingDay, through } = monthsFrom(start, rule.months);
  const open = nextOpenDay(through, closedDays);
  if ('outsideCalendar' in open) return open;
  return {
    statutory: through,
    deadline: open.day,
    derivation: [
      { step: 'firstDayExcluded', event: noticeDate, start },
      { step: 'monthsCounted', start, months: rule.months, correspondingDay, through },
      ...open.passed.map(({ day, closure }) => ({ step: 'closedDay', day, closure }) as const),
      { step: 'openDay', day: open.day },
    ],
  };
}
