import { type ClosedDays, nextOpenDay, type OutsideCalendar } from '../calendar/closedDays.ts';
import { addDays, type Day } from '../calendar/day.ts';
import type { LeakFirstDay } from '../organ/deadlines.ts';
import type { LeakClock, LeakedThing, LeakGround } from './state.ts';

/** More persons than so many make a leak one that is reported (規則43条4号). */
const manyPersons = 100;

/** Whether what leaked holds personal data: the output is anonymized, a method tells nobody apart by itself (PPC-4). */
const isPersonal = (things: readonly LeakedThing[]): boolean =>
  things.includes('source') || things.includes('deletedInformation');

export const groundsOf = (persons: number, grounds: readonly LeakGround[]): readonly LeakGround[] =>
  persons > manyPersons ? [...grounds, 'many'] : grounds;

/** 行政機関の休日に関する法律1条: the commission is closed on these days, whatever the organ's own closed days are. */
const commissionClosed = ({ calendar, ...closedDays }: ClosedDays): ClosedDays => ({
  ...closedDays,
  named: calendar ?? closedDays.named,
  yearEnd: { from: '12-29', through: '01-03' },
});

/**
 * The clock of the report. 速報 (規則44条1項) is due 「速やかに」, which the commission's guideline takes for about three to
 * five days from knowing; 確報 (同条2項) within 30 days of the day of knowing, 60 where the purpose may be unlawful (規則43条3号). Calendar
 * days are counted. A last day of the 確報 on which the commission is closed moves to its next open day; an estimate of days
 * for the 速報 moves nowhere.
 *
 * Whether the day of knowing is the first (as the guideline is understood to count) or the day after it (民法140条) is the
 * organ's to confirm. As long as it has not, the day of knowing is counted: that day is never too late.
 */
export function leakClock(
  knownOn: Day,
  things: readonly LeakedThing[],
  grounds: readonly LeakGround[],
  closedDays: ClosedDays,
  firstDay: LeakFirstDay | null,
): LeakClock | OutsideCalendar | null {
  if (!isPersonal(things) || grounds.length === 0) return null;
  const first = firstDay === 'dayAfterKnowing' ? addDays(knownOn, 1) : knownOn;
  const days = grounds.includes('unlawful') ? 60 : 30;
  const last = nextOpenDay(addDays(first, days - 1), commissionClosed(closedDays));
  if ('outsideCalendar' in last) return last;
  return { firstDay, preliminaryFrom: addDays(first, 2), preliminaryBy: addDays(first, 4), finalBy: last.day };
}
