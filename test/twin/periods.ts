/** Periods by walking and comparing, without any arithmetic on months: an own way to every date of the rules. */
import { isClosed } from './holidayLaw.ts';

const dayMs = 86_400_000;
export const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Walks until the morrow is the 応当日, or until the month that should have held it is over. */
export function lastDayOfMonths(start: string, months: number): string {
  for (let day = start; ; day = shift(day, 1)) {
    const morrow = shift(day, 1);
    const gone = monthOf(morrow) - monthOf(start);
    if ((gone === months && morrow.slice(8) === start.slice(8)) || gone > months) return day;
  }
}

/** The day a number of years later, by comparing year, month and date as if the years were the same. */
export function freeAfterYears(start: string, years: number): string {
  const back = (day: string): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  for (let day = shift(start, years * 365 - 2); ; day = shift(day, 1)) if (back(day) >= start) return day;
}

export function earliestWithinMonths(day: string, months: number): string {
  const isThere = (candidate: string): boolean =>
    monthOf(day) - monthOf(candidate) === months && candidate.slice(8) <= day.slice(8);
  for (let candidate = day; ; candidate = shift(candidate, -1)) if (isThere(candidate)) return candidate;
}

export function openDayFrom(day: string): string {
  return isClosed(day) ? openDayFrom(shift(day, 1)) : day;
}

/** Days counted on fingers: how often one must go to the next day. */
export function stepsBetween(from: string, to: string): number {
  let steps = 0;
  for (let day = from; day < to; day = shift(day, 1)) steps += 1;
  return steps;
}
