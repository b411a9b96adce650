import { type Day, dayOf, partsOf } from './day.ts';

/** The 年度 of a day, 1 April to 31 March, by the year in which it begins. */
export function fiscalYearOf(day: Day): number {
  const { year, month } = partsOf(day);
  return month >= 4 ? year : year - 1;
}

/** First and last day of a 年度. */
export function fiscalYearSpan(fiscalYear: number): { readonly from: Day; readonly through: Day } {
  return {
    from: dayOf({ year: fiscalYear, month: 4, date: 1 }),
    through: dayOf({ year: fiscalYear + 1, month: 3, date: 31 }),
  };
}

/** DDL-02: whether a call was opened in the 年度; a call counts by its opening day (1c-27). */
export function openedInFiscalYear(openingDays: readonly Day[], fiscalYear: number): boolean {
  return openingDays.some((day) => fiscalYearOf(day) === fiscalYear);
}
