import { type Day, parseDay } from './day.ts';

/** A moment of Japan's local time, to the minute. `time` is `hh:mm` and compares as text. */
export interface LocalTime {
  readonly day: Day;
  readonly time: string;
}

/** Reads `YYYY-MM-DDThh:mm` (00:00 … 23:59); null where the text is no such moment. */
export function parseLocalTime(text: string): LocalTime | null {
  const match = /^(.{10})T((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text);
  const day = parseDay(match?.[1] ?? '');
  return day && match?.[2] ? { day, time: match[2] } : null;
}
