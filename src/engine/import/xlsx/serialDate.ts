import { eras } from '../../../japan/eras.ts';

/** A moment that a workbook keeps as a number of days. */
export interface SerialMoment {
  /** `YYYY-MM-DD`; null: only a time of day. */
  readonly day: string | null;
  /** Seconds since midnight. */
  readonly seconds: number;
}

const [daySeconds, lastSerial] = [86_400, 2_958_465];
/** Excel counts a 29 February 1900, which never was. */
const [from1900, leapOf1900] = [Date.UTC(1899, 11, 30), 60];
const from1904Offset = Date.UTC(1904, 0, 1);

/** The moment of a serial number; undefined when it is none: negative, past 9999, or 29 February 1900. */
export function serialMoment(serial: number, is1904: boolean): SerialMoment | undefined {
  const total = Math.round(serial * daySeconds);
  const [days, seconds] = [Math.floor(total / daySeconds), total % daySeconds];
  if (!(serial >= 0) || days > lastSerial) return undefined;
  if (is1904) return { day: isoDay(from1904Offset, days), seconds };
  if (days === 0) return { day: null, seconds };
  if (days === leapOf1900) return undefined;
  return { day: isoDay(from1900, days < leapOf1900 ? days + 1 : days), seconds };
}

const isoDay = (start: number, days: number) => new Date(start + days * daySeconds * 1000).toISOString().slice(0, 10);

/** The parts of a number format's first section, without colours, conditions and languages. */
function partsOf(format: string): string[] {
  const [section = ''] = /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*/.exec(format) ?? [];
  const known =
    /"[^"]*"|\\.|_.|\*.|\[(?:h+|m+|s+)\]|\[[^\]]*\]|AM\/PM|A\/P|General|E[+-]|y+|m+|d+|h+|s+(?:\.0+)?|g+|e+|a{3,4}|[^"\\]/gi;
  return (section.match(known) ?? []).filter((part) => !/^\[(?!(?:h+|m+|s+)\])/i.test(part));
}

const isDatePart = (part: string) => /^(?:\[?(?:h+|m+|s+(?:\.0+)?)\]?|y+|d+|g+|e+|a{3,4}|AM\/PM|A\/P)$/i.test(part);

/** Whether a number of this format is a day or a time. */
export const isDateFormat = (format: string): boolean => partsOf(format).some(isDatePart);

/**
 * The text of a moment as its cell shows it, where that tells the whole of it; else in ISO 8601. A format that leaves out the
 * year, writes it in two digits or names months in English does not.
 */
export function momentText(moment: SerialMoment, format: string): string {
  const parts = withMinutes(partsOf(format));
  return tellsWhole(moment, parts) ? parts.map((part) => shown(moment, part)).join('') : isoText(moment);
}

/** `m` beside hours or seconds is minutes; told apart as `n`. */
function withMinutes(parts: readonly string[]): string[] {
  const fields = parts.map((part, index) => ({ part, index })).filter(({ part }) => isDatePart(part));
  const minutes = fields.flatMap(({ part, index }, at) => {
    const [before, after] = [fields[at - 1]?.part ?? '', fields[at + 1]?.part ?? ''];
    return /^m{1,2}$/i.test(part) && (/^\[?h/i.test(before) || /^s/i.test(after)) ? [index] : [];
  });
  return parts.map((part, index) => (minutes.includes(index) ? 'n'.repeat(part.length) : part));
}

function tellsWhole({ day, seconds }: SerialMoment, parts: readonly string[]): boolean {
  const has = (pattern: RegExp) => parts.some((part) => pattern.test(part));
  if (has(/^\[|^m{3,}$|^AM\/PM$|^A\/P$|\.0/i)) return false;
  const time = (seconds === 0 && day !== null) || (has(/^h/i) && has(/^n/) && (seconds % 60 === 0 || has(/^s/i)));
  if (day === null) return time && !has(/^(?:y|e|m{1,2}$|d)/i);
  const year = has(/^yyy/i) || (has(/^e/i) && has(/^g/i) && eraOf(day) !== undefined);
  const [, month, date] = day.split('-');
  return time && year && (has(/^m{1,2}$/i) || month === '01') && (has(/^d{1,2}$/i) || date === '01');
}

const eraOf = (day: string) => eras.find(({ first }) => first <= day);

function shown(moment: SerialMoment, part: string): string {
  if (part.startsWith('"')) return part.slice(1, -1);
  if (part.startsWith('\\')) return part.slice(1);
  if (part.startsWith('_') || part.startsWith('*')) return '';
  return isDatePart(part) || /^n+$/.test(part) ? field(moment, part.toLowerCase()) : part;
}

function field({ day, seconds }: SerialMoment, part: string): string {
  const [year = 0, month = 0, date = 0] = (day ?? '').split('-').map(Number);
  const digits = (value: number) => String(value).padStart(part.length === 1 ? 1 : 2, '0');
  const era = eraOf(day ?? '');
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (part.startsWith('y')) return String(year).padStart(4, '0');
  if (part.startsWith('g')) return (part.length === 1 ? era?.letter : part.length === 2 ? era?.short : era?.name) ?? '';
  if (part.startsWith('e')) return era ? digits(year - era.firstYear + 1) : String(year);
  if (part.startsWith('m')) return digits(month);
  if (/^d{3}/.test(part))
    return new Intl.DateTimeFormat('en', { weekday: part === 'ddd' ? 'short' : 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  if (part.startsWith('d')) return digits(date);
  if (part.startsWith('a')) return `${'日月火水木金土'.charAt(weekday)}${part === 'aaaa' ? '曜日' : ''}`;
  if (part.startsWith('h')) return digits(Math.floor(seconds / 3600));
  if (part.startsWith('n')) return digits(Math.floor(seconds / 60) % 60);
  return digits(seconds % 60);
}

function isoText({ day, seconds }: SerialMoment): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const time = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (day === null) return time;
  return seconds === 0 ? day : `${day} ${time}`;
}
