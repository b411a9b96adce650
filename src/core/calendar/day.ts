declare const day: unique symbol;
/** A day of the Gregorian calendar, `YYYY-MM-DD`; days compare as their text. */
export type Day = string & { readonly [day]: true };

/** The Gregorian calendar came into use in Japan on the first of these; nothing in this field lies beyond the last. */
const firstYear = 1873;
const lastYear = 2999;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

export interface DateParts {
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  /** 1 … 31 */
  readonly date: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

export function dayOf({ year, month, date }: DateParts): Day {
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}` as Day;
}

export function partsOf(day: Day): DateParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** Reads `YYYY-MM-DD` from 1873-01-01 to 2999-12-31; null where the text is no such day (`2026-02-30`). */
export function parseDay(text: string): Day | null {
  const match = shape.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return null;
  return date >= 1 && date <= daysInMonth(year, month) ? (text as Day) : null;
}

/** Days since 0000-03-01 of the proleptic calendar: years begin in March, so that the leap day is the last of its year. */
function ordinalOf(day: Day): number {
  const { year, month, date } = partsOf(day);
  const marchYear = month <= 2 ? year - 1 : year;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((monthsSinceMarch * 153 + 2) / 5) + date - 1;
}

const daysIn400Years = 146_097;

function dayOfOrdinal(ordinal: number): Day {
  const cycle = Math.floor(ordinal / daysIn400Years);
  const inCycle = ordinal - cycle * daysIn400Years;
  const yearOfCycle = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365,
  );
  const inYear = inCycle - (yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthsSinceMarch = Math.floor((inYear * 5 + 2) / 153);
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  const year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0);
  return dayOf({ year, month, date: inYear - Math.floor((monthsSinceMarch * 153 + 2) / 5) + 1 });
}

export function addDays(day: Day, days: number): Day {
  return dayOfOrdinal(ordinalOf(day) + days);
}

/** Days from `from` to `to`; 1 for neighbours, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return ordinalOf(to) - ordinalOf(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return (ordinalOf(day) + 3) % 7;
}
