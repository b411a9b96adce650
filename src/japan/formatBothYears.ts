import { formatEra } from './formatEra.ts';

const weekdays = ['日', '月', '火', '水', '木', '金', '土'];

/** A day with both years and its weekday, as public notices print it: 令和7年（2025年）12月19日（金）. */
export function formatBothYears(day: string): string {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${formatEra(day).replace('年', `年（${day.slice(0, 4)}年）`)}（${weekday}）`;
}
