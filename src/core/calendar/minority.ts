import type { DateStep } from './dateStep.ts';
import { addDays, type Day } from './day.ts';
import { monthsFrom } from './period.ts';

/** From this day on 18 years make an adult; 20 did before (民法4条, 年齢計算に関する法律). */
const majorityChangedOn = '2022-04-01';

export interface Minority {
  readonly minor: boolean;
  readonly adultFrom: Day;
  readonly derivation: readonly DateStep[];
}

/** DDL-16: a person is 未成年者 on a day before the years from the birth date, that day counted, are over. */
export function minority(birthDate: Day, on: Day): Minority {
  const years = on < majorityChangedOn ? 20 : 18;
  const months = years * 12;
  const { correspondingDay, through } = monthsFrom(birthDate, months);
  const adultFrom = addDays(through, 1);
  const minor = on < adultFrom;
  return {
    minor,
    adultFrom,
    derivation: [
      { step: 'ageOfMajority', on, years },
      { step: 'firstDayIncluded', start: birthDate },
      { step: 'monthsCounted', start: birthDate, months, correspondingDay, through },
      { step: 'adultFrom', day: adultFrom, on, minor },
    ],
  };
}
