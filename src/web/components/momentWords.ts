import { formatEra } from '../../japan/formatEra.ts';

const weekdays = ['日', '月', '火', '水', '木', '金', '土'];

/** A day in 元号 and 西暦 with its weekday: `2026-01-20` → 令和8年（2026年）1月20日（火）. */
export function dayWords(day: string): string {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  const [era = '', monthAndDay = ''] = formatEra(day).split('年');
  return `${era}年（${Number(day.slice(0, 4))}年）${monthAndDay}（${weekday}）`;
}

/** A local date-time `YYYY-MM-DDThh:mm`, in the same way. */
export function momentWords(moment: string): string {
  const [day = '', time = ''] = moment.split('T');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${dayWords(day)}${hour}時${String(minute).padStart(2, '0')}分`;
}

/** A real moment in Japan's local time, in the same way. */
export const japanMoment = (moment: Date): string =>
  momentWords(new Date(moment.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 16));
