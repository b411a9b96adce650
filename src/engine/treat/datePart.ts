import { readDate } from '../../japan/readDate.ts';

export type DatePart = 'year' | 'month';

/**
 * `2019` or `2019-07`; null for a value that is no date or does not say so much. A time of day is left off, and a month is
 * enough for its year. A date whose era had ended (平成31年7月) is what it means in 西暦.
 */
export function datePart(value: string, part: DatePart): string | null {
  const date = readDate(value);
  const parts = 'unreadable' in date ? date.meant : date;
  return parts?.[part] ?? null;
}

/** Whether a date was read though its era had ended, which an official should know of. */
export function isOutsideEra(value: string): boolean {
  const date = readDate(value);
  return 'unreadable' in date && date.meant !== undefined;
}
