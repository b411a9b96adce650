import type { DateStep } from './dateStep.ts';
import { addDays, type Day } from './day.ts';
import { monthsFrom } from './period.ts';

export interface Bar {
  /** The last disqualified day. */
  readonly barredThrough: Day;
  readonly freeFrom: Day;
  readonly derivation: readonly DateStep[];
}

/** DDL-06: the years of disqualification 「…の日から起算して」, so that `from` is their first day. */
export function bar(from: Day, years: number): Bar {
  const months = years * 12;
  const { correspondingDay, through } = monthsFrom(from, months);
  const freeFrom = addDays(through, 1);
  return {
    barredThrough: through,
    freeFrom,
    derivation: [
      { step: 'firstDayIncluded', start: from },
      { step: 'monthsCounted', start: from, months, correspondingDay, through },
      { step: 'freeFrom', day: freeFrom },
    ],
  };
}
