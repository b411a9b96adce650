import { parseDay, weekdayOf } from '../../core/calendar/day.ts';
import { eras } from '../../japan/eras.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const eraNames: Readonly<Record<string, string>> = {
  令和: 'Reiwa',
  平成: 'Heisei',
  昭和: 'Showa',
  大正: 'Taisho',
  明治: 'Meiji',
};

/** `2026-01-20` → Tuesday, 20 January 2026 (Reiwa 8). What is no day is shown as it is. */
export function dayInEnglish(day: string): string {
  const known = parseDay(day);
  if (!known) return day;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const era = eras.find(({ first }) => first <= day);
  const name = era && eraNames[era.name];
  const inEra = era && name ? ` (${name} ${year - era.firstYear + 1})` : '';
  return `${weekdays[weekdayOf(known)]}, ${date} ${months[month - 1]} ${year}${inEra}`;
}
