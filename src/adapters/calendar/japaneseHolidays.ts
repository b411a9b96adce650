import holidayJp from '@holiday-jp/holiday_jp';
import { type Day, parseDay } from '../../core/calendar/day.ts';

/** The 国民の祝日 with 振替休日 and 国民の休日, and what the data says of itself. */
export interface HolidayData {
  readonly named: ReadonlyMap<Day, string>;
  readonly from: Day;
  readonly through: Day;
  readonly package: string;
  readonly version: string;
  /** Day on which this version of the data was released; equinoxes of later years are forecasts until announced. */
  readonly releasedOn: Day;
}

/** The version whose release date is noted here; another one is refused, so that no wrong date is ever shown. */
const known = { version: '2.5.1', releasedOn: '2025-10-04' };

const dayFrom = (text: string): Day => {
  const day = parseDay(text);
  if (!day) throw new Error(`祝日の資料に日付でない項目があります: ${text}`);
  return day;
};

/** Reads the holidays from the installed package; whole years from its first to its last. */
export function japaneseHolidays(): HolidayData {
  if (holidayJp.VERSION !== known.version)
    throw new Error(
      `祝日の資料の版が ${known.version} ではなく ${holidayJp.VERSION} です。資料の日付を確かめてください。`,
    );
  const named = new Map(Object.values(holidayJp.holidays).map(({ date, name }) => [dayFrom(date), name]));
  const years = [...named.keys()].map((day) => day.slice(0, 4)).sort();
  return {
    named,
    from: dayFrom(`${years.at(0)}-01-01`),
    through: dayFrom(`${years.at(-1)}-12-31`),
    package: '@holiday-jp/holiday_jp',
    version: known.version,
    releasedOn: dayFrom(known.releasedOn),
  };
}
