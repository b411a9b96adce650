/**
 * The 国民の祝日に関する法律 from its text, for 2019 to 2030: an own way to the holidays, which knows no table of them.
 * Equinoxes by the customary formula for 1980 to 2099.
 */
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const at = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));
const next = (day: string, by = 1): string => iso(new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000));
const isSunday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

function monday(year: number, month: number, nth: number): Date {
  const mondays = Array.from({ length: 31 }, (_, index) => at(year, month, index + 1)).filter(
    (date) => date.getUTCMonth() === month - 1 && date.getUTCDay() === 1,
  );
  return mondays[nth - 1]!;
}

const equinox = (year: number, base: number): number =>
  Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));

/** The days of 五輪 and of the succession to the throne, which special Acts moved or added. */
const moved: Record<number, readonly Date[]> = {
  2020: [at(2020, 7, 23), at(2020, 7, 24), at(2020, 8, 10)],
  2021: [at(2021, 7, 22), at(2021, 7, 23), at(2021, 8, 8)],
};

function namedDays(year: number): Date[] {
  const fixed = [
    [1, 1],
    [2, 11],
    [4, 29],
    [5, 3],
    [5, 4],
    [5, 5],
    [11, 3],
    [11, 23],
    [3, equinox(year, 20.8431)],
    [9, equinox(year, 23.2488)],
  ].map(([month, date]) => at(year, month!, date!));
  const birthday = year >= 2020 ? [at(year, 2, 23)] : [];
  const succession = year === 2019 ? [at(2019, 5, 1), at(2019, 10, 22)] : [];
  const summer = moved[year] ?? [monday(year, 7, 3), monday(year, 10, 2), at(year, 8, 11)];
  return [...fixed, ...birthday, ...succession, ...summer, monday(year, 1, 2), monday(year, 9, 3)];
}

/** All 国民の祝日, 振替休日 and 国民の休日 of a year. */
export function holidaysByLaw(year: number): ReadonlySet<string> {
  const named = new Set(namedDays(year).map(iso));
  const substitutes = [...named].filter(isSunday).map((sunday) => {
    let day = next(sunday);
    while (named.has(day)) day = next(day);
    return day;
  });
  const between = [...named].map((day) => next(day)).filter((day) => !named.has(day) && named.has(next(day)));
  return new Set([...named, ...substitutes, ...between.filter((day) => !isSunday(day))]);
}

const holidays = new Map<number, ReadonlySet<string>>();

/** Whether an office is closed, from the law and the custom of 12-29 to 01-03. */
export function isClosed(day: string): boolean {
  const year = Number(day.slice(0, 4));
  if (!holidays.has(year)) holidays.set(year, holidaysByLaw(year));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return (
    weekday === 0 ||
    weekday === 6 ||
    holidays.get(year)!.has(day) ||
    ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'].includes(day.slice(5))
  );
}
