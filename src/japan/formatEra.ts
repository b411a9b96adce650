import { eras } from './eras.ts';

/**
 * A day in Japanese official notation: 2026-01-20 → 令和8年1月20日, 2019-05-01 → 令和元年5月1日.
 * A day before 明治 is written in 西暦.
 * @param day `YYYY-MM-DD`
 */
export function formatEra(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const era = eras.find(({ first }) => first <= day);
  return `${era ? era.name : ''}${yearOf(year, era?.firstYear)}年${month}月${date}日`;
}

function yearOf(year: number, firstYear: number | undefined): number | '元' {
  if (firstYear === undefined) return year;
  return year === firstYear ? '元' : year - firstYear + 1;
}
