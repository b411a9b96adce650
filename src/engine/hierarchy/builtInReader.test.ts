import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { japaneseAreas } from '../../adapters/areas/japaneseAreas.ts';
import { municipalityCheckDigit } from '../../japan/municipalityCheckDigit.ts';
import { builtInLevels } from '../recipe/readBuiltIn.ts';
import type { BuiltIn } from '../recipe/recipe.ts';
import { builtInReader } from './builtInReader.ts';
import { redactReader } from './redactReader.ts';

const areas = japaneseAreas();
const readerOf = (name: 'date' | 'postalCode' | 'municipality' | 'phone', levels?: readonly string[]) =>
  builtInReader('列', { name, levels: levels ?? builtInLevels[name].all }, areas);
const seen = (reader: ReturnType<typeof readerOf>, value: string) => {
  const labels = reader.read(value);
  return 'unreadable' in labels ? labels.unreadable : labels.join(' ');
};

describe('builtInReader', () => {
  test.each([
    ['272-0021', '272-00** 272-**** 27*-**** 2**-****'],
    ['2720021', '272-00** 272-**** 27*-**** 2**-****'],
    ['〒２７２－００２１', '272-00** 272-**** 27*-**** 2**-****'],
    ['〒 272−0021', '272-00** 272-**** 27*-**** 2**-****'],
    ['060-0001', '060-00** 060-**** 06*-**** 0**-****'],
    ['600001', '7 桁ではありません（先頭の 0 が失われていないか確かめてください）'],
    ['272', '郵便番号として読めません'],
    ['', '郵便番号として読めません'],
  ])('postal code %s → %s', (value, expected) => {
    expect(seen(readerOf('postalCode'), value)).toBe(expected);
  });

  test.each([
    ['122033', '千葉県市川市 千葉県市川市 千葉県 関東地方'],
    ['12203', '千葉県市川市 千葉県市川市 千葉県 関東地方'],
    ['１４１０４６', '神奈川県横浜市中区 神奈川県横浜市 神奈川県 関東地方'],
    ['011002', '北海道札幌市 北海道札幌市 北海道 北海道地方'],
    ['016969', '北海道国後郡泊村 北海道国後郡泊村 北海道 北海道地方'],
    ['22138', '静岡県浜松市中央区 静岡県浜松市 静岡県 中部地方'],
    ['12', '千葉県 千葉県 千葉県 関東地方'],
    ['120006', '千葉県 千葉県 千葉県 関東地方'],
    ['122034', '検査数字が合いません'],
    ['12999', '団体コードの表にありません'],
    ['11002', '団体コードの表にありません'],
    ['48', '団体コードの表にありません'],
    ['市川市', '2 桁、5 桁又は 6 桁の団体コードではありません（先頭の 0 が失われていないか確かめてください）'],
  ])('municipality code %s → %s', (value, expected) => {
    expect(seen(readerOf('municipality'), value)).toBe(expected);
  });

  test('every code of the tables is read with and without its check digit, and no other check digit passes', () => {
    const reader = readerOf('municipality');
    for (const { code } of areas.areas) {
      const digit = municipalityCheckDigit(code);
      expect(seen(reader, code)).toBe(seen(reader, code + digit));
      expect(seen(reader, code + ((Number(digit) + 1) % 10))).toBe('検査数字が合いません');
    }
  });

  test.each([
    ['090-1234-5678', '090- 携帯電話'],
    ['０９０ー１２３４ー５６７８', '090- 携帯電話'],
    ['09012345678', '090- 携帯電話'],
    ['047-334-1111', '047- 固定電話'],
    ['(047)334-1111', '047- 固定電話'],
    ['03-1234-5678', '03- 固定電話'],
    ['0312345678', '03- 固定電話'],
    ['0473341111', '固定電話 固定電話'],
    ['+81 47-334-1111', '047- 固定電話'],
    ['+81-90-1234-5678', '090- 携帯電話'],
    ['050-1234-5678', '050- IP電話'],
    ['0120-123-456', '0120- 着信課金電話'],
    ['01372-2-1234', '01372- 固定電話'],
    ['334-1111', '電話番号として読めません'],
    ['なし', '電話番号として読めません'],
  ])('phone %s → %s', (value, expected) => {
    expect(seen(readerOf('phone'), value)).toBe(expected);
  });

  test('dates in any notation → day, month, year and decade; a year alone stays a year', () => {
    const reader = readerOf('date');
    expect(seen(reader, '平成元年1月8日')).toBe('1989-01-08 1989-01 1989 1980年代');
    expect(seen(reader, '昭和50年')).toBe('1975 1975 1975 1970年代');
    expect(seen(reader, '平成31年7月1日')).toMatch(/^平成は 1989-01-08 から 2019-04-30 まで/);
    expect(seen(readerOf('date', ['year']), 'R1.5.1')).toBe('2019');
  });

  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const values: Record<string, { builtIn: BuiltIn; value: fc.Arbitrary<string> }> = {
    postalCode: { builtIn: { name: 'postalCode', levels: builtInLevels.postalCode.all }, value: digits(7) },
    phone: {
      builtIn: { name: 'phone', levels: builtInLevels.phone.all },
      value: fc.tuple(fc.constantFrom('03-', '047-', '090-', '0', '0120-'), digits(9)).map((parts) => parts.join('')),
    },
    date: {
      builtIn: { name: 'date', levels: builtInLevels.date.all },
      value: fc
        .tuple(fc.integer({ min: 1868, max: 2030 }), fc.nat(13), fc.nat(32), fc.nat(2))
        .map(([year, month, day, parts]) => [year, month, day].slice(0, parts + 1).join('-')),
    },
    age: {
      builtIn: { name: 'age', widths: [5, 10, 20] },
      value: fc.integer({ min: 0, max: 150 }).map((age) => `${age}歳`),
    },
  };

  test.each(Object.keys(values))('%s: equal labels of a level have equal labels at every level above', (name) => {
    const { builtIn, value } = values[name] as (typeof values)[string];
    const reader = builtInReader('列', builtIn, null);
    const parents = new Map<string, string>();
    let readable = 0;
    fc.assert(
      fc.property(value, (one) => {
        const labels = reader.read(one);
        if ('unreadable' in labels) return;
        readable += 1;
        expect(labels).toHaveLength(reader.levels.length);
        labels.slice(0, -1).forEach((label, level) => {
          const key = `${level} ${label}`;
          expect(parents.get(key) ?? labels[level + 1]).toBe(labels[level + 1]);
          parents.set(key, labels[level + 1] ?? '');
        });
      }),
      { seed: 1890, numRuns: 3000 },
    );
    expect(readable).toBeGreaterThan(500);
  });

  test('redaction hides one more character at each level; values of any length nest, and different ones stay apart', () => {
    expect(redactReader('列', ['A1234', '12']).read('A1234')).toEqual(['A123*', 'A12**', 'A1***', 'A****']);
    expect(redactReader('列', ['A1234', '12']).read('12')).toEqual(['12*', '12**', '12***', '1****']);
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[AB*]{0,6}$/), { minLength: 1 }), (all) => {
        const reader = redactReader('列', all);
        const rows = all.map((value) => [value, ...(reader.read(value) as readonly string[])]);
        for (const one of rows)
          for (const other of rows)
            one.forEach((label, level) => {
              if (label === other[level]) expect(one.slice(level)).toEqual(other.slice(level));
            });
      }),
      { seed: 7 },
    );
    expect(() => redactReader('備考', ['x'.repeat(41)])).toThrow(/列「備考」.*41 字/);
  });

  test('tables that were not handed in are asked for, and a place that is none is refused by name', () => {
    const address = (within: string | null) => ({ name: 'address', levels: ['town'], within }) as const;
    expect(() => builtInReader('住所', address(null), null)).toThrow(/列「住所」.*areas/);
    expect(() => builtInReader('住所', address('見本市'), areas)).toThrow(/列「住所」の階層 within.*「見本市」/);
  });
});
