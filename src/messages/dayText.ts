import { type Day, weekdayOf } from '../core/calendar/day.ts';
import { formatEra } from '../japan/formatEra.ts';

const weekdays = ['日', '月', '火', '水', '木', '金', '土'];

/** A legal date with 元号, 西暦 and weekday: 令和8年（2026年）1月20日（火）. */
export function dayText(day: Day): string {
  return `${formatEra(day).replace('年', `年（${Number(day.slice(0, 4))}年）`)}（${weekdays[weekdayOf(day)]}）`;
}
