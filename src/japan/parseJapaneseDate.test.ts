import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eras } from './eras.ts';
import { formatEra } from './formatEra.ts';
import { parseJapaneseDate } from './parseJapaneseDate.ts';

const intl = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
/** From the first day on which 明治 and the Gregorian calendar stood together. */
const day = fc
  .date({ min: new Date('1873-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const seeded = { seed: 20190501, numRuns: 2000 };

describe('formatEra', () => {
  test('agrees with Intl on every day tried, and at the ends of every era', () => {
    const ends = eras.flatMap(({ first, last }) => [first, ...(last ? [last] : [])]).filter((end) => end > '1873');
    for (const one of [...fc.sample(day, seeded), ...ends])
      expect([one, formatEra(one)]).toEqual([one, intl.format(new Date(`${one}T00:00:00Z`))]);
  });

  test('writes 元年, and 西暦 before 明治', () => {
    expect(formatEra('2026-01-20')).toBe('令和8年1月20日');
    expect(formatEra('2019-05-01')).toBe('令和元年5月1日');
    expect(formatEra('1867-03-04')).toBe('1867年3月4日');
  });
});

describe('parseJapaneseDate', () => {
  test('reads back every notation of a day, in both widths', () => {
    const wide = (text: string) => text.replaceAll(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(day, fc.boolean(), (one, inWide) => {
        const [year, month, date] = one.split('-').map(Number);
        const era = eras.find(({ first }) => first <= one);
        const inEra = (year ?? 0) - (era?.firstYear ?? 0) + 1;
        const notations = [
          one,
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          one.replaceAll('-', ''),
          formatEra(one),
          `${era?.letter}${inEra}.${month}.${date}`,
          `${era?.letter.toLowerCase()}${inEra}/${month}/${date}`,
          `${era?.short}${inEra}.${month}.${date}`,
          `${era?.ligature}${inEra}年 ${month}月 ${date}日(火)`,
        ];
        for (const notation of notations.map((text) => (inWide ? wide(text) : text)))
          expect(parseJapaneseDate(notation)).toEqual({ day: one, text: notation });
      }),
      seeded,
    );
  });

  test('1c-16: a day after the end of its era is read, kept as written, and marked', () => {
    expect(parseJapaneseDate('平成31年7月1日')).toEqual({
      day: '2019-07-01',
      text: '平成31年7月1日',
      outsideEra: { era: '平成', boundary: '2019-04-30' },
    });
    expect(parseJapaneseDate('平成元年1月7日')?.outsideEra).toEqual({ era: '平成', boundary: '1989-01-08' });
    expect(parseJapaneseDate('昭和64年1月7日')?.outsideEra).toBeUndefined();
    expect(parseJapaneseDate('大正15年12月25日')).toEqual({ day: '1926-12-25', text: '大正15年12月25日' });
  });

  test('reads 漢数字', () => {
    expect(parseJapaneseDate('令和八年一月二十日')?.day).toBe('2026-01-20');
    expect(parseJapaneseDate('昭和六十三年十二月三十一日')?.day).toBe('1988-12-31');
    expect(parseJapaneseDate('令和元年十月〇日')).toBeUndefined();
  });

  test('refuses days that no calendar has, and what is not a whole date', () => {
    const texts = [
      '2026-02-29',
      '令和8年2月30日',
      '令和0年1月1日',
      '2026-13-01',
      '26/1/20',
      '2026年1月',
      '8年1月20日',
      '',
    ];
    expect(texts.filter((text) => parseJapaneseDate(text))).toEqual([]);
    expect(parseJapaneseDate('2024-02-29')?.day).toBe('2024-02-29');
  });
});
