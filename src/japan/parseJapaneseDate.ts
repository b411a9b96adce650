import { type Era, eras } from './eras.ts';
import { parseKanjiNumber } from './parseKanjiNumber.ts';

/** A date as it was written, and the day it means. */
export interface JapaneseDate {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** As written. */
  readonly text: string;
  /** The day lies outside the era it is written in, as 平成31年7月1日 (1c-16): the era, and its last or first day. */
  readonly outsideEra?: { readonly era: string; readonly boundary: string };
}

const number = '(\\d{1,4}|元|[〇一二三四五六七八九十]{1,3})';
const western = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|[-/.](\d{1,2})[-/.](\d{1,2})|(\d{2})(\d{2}))$/;
const eraNames = eras.flatMap(({ name, short, letter, ligature }) => [name, ligature, short, letter]).join('|');
const japanese = new RegExp(`^(${eraNames})${number}(?:年${number}月${number}日|[-/.]${number}[-/.]${number})$`, 'i');

/**
 * Reads a full date in 西暦 (2026-01-20, 2026/1/20, 2026.1.20, 20260120, 2026年1月20日) or 和暦 (令和8年1月20日, 元年, R8.1.20,
 * 令8.1.20, 令和八年一月二十日), in any width, with blanks and a day of the week behind. Answers undefined for anything else,
 * for a day that no calendar has, and for a year of two digits without era.
 */
export function parseJapaneseDate(text: string): JapaneseDate | undefined {
  const plain = text
    .replaceAll(/[㋿㍻-㍾]/g, (ligature) => eras.find((era) => era.ligature === ligature)?.name ?? ligature)
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/\([日月火水木金土](?:曜日?)?\)$/, '');
  return parseWestern(plain, text) ?? parseInEra(plain, text);
}

function parseWestern(plain: string, text: string): JapaneseDate | undefined {
  const [, year, ...parts] = western.exec(plain) ?? [];
  const [month, date] = parts.filter((part) => part !== undefined);
  const day = dayOf(Number(year), Number(month), Number(date));
  return day === undefined ? undefined : { day, text };
}

function parseInEra(plain: string, text: string): JapaneseDate | undefined {
  const [, name = '', year = '', ...parts] = japanese.exec(plain) ?? [];
  const era = eras.find((one) => [one.name, one.short, one.letter].includes(name.toUpperCase()));
  const [month = '', date = ''] = parts.filter((part) => part !== undefined);
  const inEra = numberOf(year);
  if (!era || inEra === undefined || inEra < 1 || inEra > 99) return undefined;
  const day = dayOf(era.firstYear + inEra - 1, numberOf(month), numberOf(date));
  if (day === undefined) return undefined;
  const boundary = boundaryMissed(day, era);
  return { day, text, ...(boundary === undefined ? {} : { outsideEra: { era: era.name, boundary } }) };
}

const boundaryMissed = (day: string, { first, last }: Era) => {
  if (day < first) return first;
  return last !== undefined && day > last ? last : undefined;
};

function numberOf(digits: string): number | undefined {
  if (digits === '元') return 1;
  return /^\d+$/.test(digits) ? Number(digits) : parseKanjiNumber(digits);
}

function dayOf(year: number, month: number | undefined, date: number | undefined): string | undefined {
  if (month === undefined || date === undefined) return undefined;
  const time = new Date(Date.UTC(2000, 0, 1));
  time.setUTCFullYear(year, month - 1, date);
  const exists = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
  return exists ? time.toISOString().slice(0, 10) : undefined;
}
