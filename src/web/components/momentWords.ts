import { parseDay } from '../../core/calendar/day.ts';
import { dayText } from '../../messages/dayText.ts';
import { dayInEnglish } from '../../messages/english/dayInEnglish.ts';
import type { Language } from '../../messages/language.ts';

/** A day in 元号 and 西暦 with its weekday: `2026-01-20` → 令和8年（2026年）1月20日（火）. What is no day is shown as it is. */
export function dayWords(day: string): string {
  const known = parseDay(day);
  return known ? dayText(known) : day;
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

/** A day in each language of the public pages. */
export const dayIn: Readonly<Record<Language, (day: string) => string>> = { ja: dayWords, en: dayInEnglish };

export const momentIn: Readonly<Record<Language, (moment: string) => string>> = {
  ja: momentWords,
  en: (moment) => `${dayInEnglish(moment.slice(0, 10))}, ${moment.slice(11, 16)}`,
};
