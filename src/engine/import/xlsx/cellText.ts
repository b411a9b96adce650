import { isDateFormat, momentText, serialMoment } from './serialDate.ts';
import { readEscapes } from './spreadsheetText.ts';
import type { Workbook } from './workbook.ts';

/** A cell as the file holds it. */
export interface RawCell {
  /** `s`, `str`, `inlineStr`, `n`, `b`, `d`, `e`. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly formula: boolean;
}

/** The text of a cell, or why it has none. */
export type CellText = { readonly text: string } | { readonly fault: string };

/** Reads cells as an official sees them: text as text, numbers as typed, days by their format, digits filled up with zeros. */
export function cellReader({ strings, formats, from1904 }: Workbook): (cell: RawCell) => CellText {
  const kinds = formats.map((format) => ({
    format,
    isDate: isDateFormat(format),
    zeros: /^[0-]*0[0-]*$/.test(format) ? format : '',
  }));
  return ({ type, style, value, formula }) => {
    if (type === 'e') return { fault: `エラー値 ${value}` };
    if (value === '' && formula && type !== 'str') return { fault: '計算結果が保存されていない数式' };
    if (type === 's') return textOf(strings[Number(value)]);
    if (type === 'b') return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
    if (type === 'd') return { text: isoText(value) };
    if (type !== 'n' || value === '') return textOf(type === 'str' ? readEscapes(value) : value);
    const number = Number(value);
    if (!Number.isFinite(number)) return { fault: `数でない値「${value}」` };
    const kind = kinds[style];
    if (kind?.isDate) return dateText(number, kind.format, from1904);
    return { text: kind?.zeros ? filledUp(number, kind.zeros) : String(number) };
  };
}

function textOf(text: string | undefined): CellText {
  if (text === undefined) return { fault: '参照先のない文字' };
  return text.includes('\0') ? { fault: '値が0の文字' } : { text };
}

/** A day written as text in ISO 8601, without a midnight that nobody typed. */
const isoText = (value: string) => value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');

function dateText(serial: number, format: string, from1904: boolean): CellText {
  const moment = serialMoment(serial, from1904);
  if (moment) return { text: momentText(moment, format) };
  return { fault: `日付として表せない数 ${serial}` };
}

/** 123 as `00000` → 00123, 1234567 as `000-0000` → 123-4567. */
function filledUp(number: number, format: string): string {
  if (!Number.isInteger(number) || number < 0) return String(number);
  const places = [...format].filter((one) => one === '0').length;
  const digits = String(number).padStart(places, '0');
  if (digits.length > places) return format.includes('-') ? String(number) : digits;
  let at = 0;
  return [...format].map((one) => (one === '0' ? digits.charAt(at++) : one)).join('');
}
