import { readDate } from '../../japan/readDate.ts';
import type { LabelReader } from './labelReader.ts';

export const dateLevels = ['day', 'month', 'year', 'decade'] as const;

/** Dates in 西暦 and 和暦 → 2019-07-01, 2019-07, 2019, 2010年代. A date that names no month stays a year at the level of months. */
export const dateReader: LabelReader = {
  levels: dateLevels,
  read: (value) => {
    const date = readDate(value);
    if ('unreadable' in date) return date;
    const { year } = date;
    const month = date.month ?? year;
    return [date.day ?? month, month, year, `${year.slice(0, 3)}0年代`];
  },
};
