import { type ClosedDays, nextOpenDay, type OutsideCalendar } from '../calendar/closedDays.ts';
import { addDays, type Day } from '../calendar/day.ts';
import type { LeakClock, LeakedThing, LeakGround } from './state.ts';

/** More persons than so many make a leak one that is reported (規則43条4号). */
const manyPersons = 100;

/** Whether what leaked holds personal data: the output is anonymized, a method tells nobody apart by itself (PPC-4). */
const isPersonal = (things: readonly LeakedThing[]): boolean =>
  things.includes('source') || things.includes('deletedInformation');

export const groundsOf = (persons: number, grounds: readonly LeakGround[]): readonly LeakGround[] =>
  persons > manyPersons ? [...grounds, 'many'] : grounds;

/**
 * The clock of the report (規則44条): the day of knowing is the first. 速報 within about three to five days, 確報 within
 * 30 days, or 60 where the purpose may be unlawful; a last day that is closed moves to the next open one.
 */
export function leakClock(
  knownOn: Day,
  things: readonly LeakedThing[],
  grounds: readonly LeakGround[],
  closedDays: ClosedDays,
): LeakClock | OutsideCalendar | null {
  if (!isPersonal(things) || grounds.length === 0) return null;
  const last = nextOpenDay(addDays(knownOn, (grounds.includes('unlawful') ? 60 : 30) - 1), closedDays);
  if ('outsideCalendar' in last) return last;
  return { preliminaryFrom: addDays(knownOn, 2), preliminaryBy: addDays(knownOn, 4), finalBy: last.day };
}
