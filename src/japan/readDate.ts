import { eras } from './eras.ts';
import { parseJapaneseDate } from './parseJapaneseDate.ts';

/** What a date says: 2019-07-01, 2019-07, 2019; null what it leaves out. */
export interface DateParts {
  readonly day: string | null;
  readonly month: string | null;
  readonly year: string;
}

/** Why a text is no date; `meant` when only its era does not go on so long, as 平成31年7月1日, which may be a slip all the same. */
export interface UnreadDate {
  readonly unreadable: string;
  readonly meant?: DateParts;
}

const codedEras = new Map([...'12345'].map((digit, index) => [digit, eras.at(-1 - index)?.name ?? '']));
const coded = /^([1-5MTSHR明大昭平令])(\d{2})(\d{2})(\d{2})$/i;
const time =
  /[T ]?(?<hours>\d{1,2})(?::(?<minutes>\d{2})(?::(?<seconds>\d{2})(?:\.\d+)?)?|時(?:(?<minutes>\d{1,2})分(?:(?<seconds>\d{1,2})秒)?)?)(?:Z|[+-](?<offsetHours>\d{2}):?(?<offsetMinutes>\d{2}))?$/;
const partial = /^(.*?(?:\d|元|[〇一二三四五六七八九十]))(?:年(?:(.{1,3})月)?|[-/.](\d{1,2}))?$/;

/**
 * Reads dates as files hold them: whole ones (`parseJapaneseDate`), with a time behind, in seven digits with the code of the
 * era (4310401 = 平成31年4月1日; 1 明治 … 5 令和) or its letter (H310401), and years and months alone.
 */
export function readDate(text: string): DateParts | UnreadDate {
  const written = text.normalize('NFKC').trim();
  const behind = time.exec(written);
  if (behind && !isTime(behind)) return { unreadable: `時刻「${behind[0].replace(/^[T ]/, '')}」はありません` };
  const plain = written
    .replace(time, '')
    .trim()
    .replace(/生(?:まれ)?$/, '');
  const [, era = '', ...parts] = coded.exec(plain) ?? [];
  const [year, month, day] = parts;
  const whole = era === '' ? plain : `${codedEras.get(era) ?? era}${year}年${month}月${day}日`;
  const date = parseJapaneseDate(whole);
  if (date) {
    const parts = { day: date.day, month: date.day.slice(0, 7), year: date.day.slice(0, 4) };
    return date.outsideEra ? { unreadable: outside(date.outsideEra.era), meant: parts } : parts;
  }
  return readPart(plain) ?? { unreadable: '日付として読めないか、暦にない日です' };
}

/** 0:00 to 24:00, with seconds up to the 60th that is added at times, and an offset of less than a day. */
function isTime({ groups = {} }: RegExpExecArray): boolean {
  const read = (name: string) => Number(groups[name] ?? 0);
  const [hours, minutes, seconds] = [read('hours'), read('minutes'), read('seconds')];
  const isEnd = hours === 24 && minutes === 0 && seconds === 0;
  return (
    (isEnd || hours < 24) && minutes < 60 && seconds <= 60 && read('offsetHours') < 24 && read('offsetMinutes') < 60
  );
}

function outside(name: string): string {
  const era = eras.find((one) => one.name === name);
  return `${name}は ${era?.first} から${era?.last === undefined ? '' : ` ${era.last} まで`}です`;
}

/** A year, or a year and a month: it is in its era when a day of it is. */
function readPart(plain: string): ReturnType<typeof readDate> | undefined {
  const [, written = '', inKanji, inDigits] = partial.exec(plain) ?? [];
  const year = /^\d+$/.test(written) && !/^\d{4}$/.test(written) ? undefined : written;
  if (!year) return undefined;
  const month = inKanji ?? inDigits;
  const possible = (month === undefined ? months : [month]).flatMap((one) => {
    const days = ['1', '28', '30', '31'].map((day) => parseJapaneseDate(`${year}年${one}月${day}日`));
    return days.flatMap((date) => (date ? [date] : []));
  });
  const [date] = possible.filter(({ outsideEra }) => outsideEra === undefined);
  const [first] = possible;
  const partsOf = (day: string) => ({
    day: null,
    month: month === undefined ? null : day.slice(0, 7),
    year: day.slice(0, 4),
  });
  if (date) return partsOf(date.day);
  return first?.outsideEra && { unreadable: outside(first.outsideEra.era), meant: partsOf(first.day) };
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1));
