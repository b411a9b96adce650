import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOf } from './ageOf.ts';
import { attributeOf } from './attributeOf.ts';
import { type Bands, bandReader } from './bandReader.ts';
import { labelledHierarchy } from './labelledHierarchy.ts';
import { plainHierarchy } from './plainHierarchy.ts';
import { valueOrder } from './valueOrder.ts';

const banded = (bands: Bands, values: readonly (string | null)[], kept: readonly string[] = []) =>
  labelledHierarchy('年齢', bandReader('年齢', bands), values, new Set(kept));
test('bands are labelled 30-39, nest, share one band below their start, and end suppressed', () => {
  const bands = { widths: [5, 10, 20], from: 20 };
  const { rows } = banded(bands, ['34', '20', '19', '３９', '80歳以上', null, '34'], ['80歳以上']).hierarchy;
  expect(rows).toEqual([
    ['34', '30-34', '30-39', '20-39', null],
    ['20', '20-24', '20-29', '20-39', null],
    ['19', '<20', '<20', '<20', null],
    ['３９', '35-39', '30-39', '20-39', null],
    ['80歳以上', '80歳以上', '80歳以上', '80歳以上', null],
  ]);
});

test('every number stands in its band, and a narrower band lies in one wider band', () => {
  const widths = fc
    .array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 3 })
    .map((factors) => factors.map((_, last) => factors.slice(0, last + 1).reduce((width, factor) => width * factor)));
  const run = (numbers: number[], steps: number[], from: number) => {
    const { rows } = banded({ widths: steps, from }, numbers.map(String)).hierarchy;
    const parent = new Map<string, unknown>();
    for (const [value, ...groups] of rows)
      groups.forEach((label, level) => {
        const [low, high] =
          (label ?? '')
            .match(/^(-?\d+)-(-?\d+)$/)
            ?.slice(1)
            .map(Number) ?? [];
        if (low !== undefined && high !== undefined) {
          expect(Number(value)).toBeGreaterThanOrEqual(low);
          expect(Number(value)).toBeLessThanOrEqual(high);
          expect(high - low + 1).toBe(steps[level]);
        } else expect(label === null || Number(value) < from).toBe(true);
        const key = `${level} ${label}`;
        expect(parent.get(key) ?? groups[level + 1]).toBe(groups[level + 1]);
        parent.set(key, groups[level + 1]);
      });
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -300, max: 300 })), widths, fc.integer({ min: -50, max: 50 }), run),
    {
      seed: 20260401,
    },
  );
});

test('widths that do not nest are refused by name; a value that is no number comes back with the reason', () => {
  expect(() => bandReader('年齢', { widths: [5, 12] })).toThrow(/列「年齢」.*幅 12 .*5 の 2 倍以上/);
  expect(() => bandReader('年齢', { widths: [0.5] })).toThrow(/幅 0.5 は使えません/);
  expect(() => bandReader('年齢', { widths: [] })).toThrow(/幅 .*がありません/);
  const { unreadable } = banded({ widths: [5] }, ['30', '不明', '三十', '', 'NaN', '1e3']);
  expect(unreadable.map(({ value, reason }) => `${value} ${reason}`)).toEqual(
    ['不明', '三十', '', 'NaN', '1e3'].map((value) => `${value} 数として読めません`),
  );
});

test('what a reader cannot place stays whole, or is hidden from the first level on: the cost of a suppressed cell', () => {
  const reader = bandReader('年齢', { widths: [10] });
  const rowOf = (choice: 'keep' | 'suppress') =>
    labelledHierarchy('年齢', reader, ['不明'], new Set(), choice).hierarchy;
  expect(rowOf('keep').rows).toEqual([['不明', '不明', null]]);
  expect(rowOf('suppress').rows).toEqual([['不明', null, null]]);
  const { hierarchy } = labelledHierarchy('年齢', reader, ['30', '不明', null], new Set(), 'suppress');
  const { levels } = attributeOf(hierarchy, ['30', '不明', null]);
  expect(levels.map(({ groupOf }) => [...groupOf])).toEqual([
    [0, 1, 2],
    [0, 1, 1],
    [0, 0, 0],
  ]);
  expect(levels[1]?.share[1]).toBe(1);
});

test.each([
  ['50', 50],
  ['50歳', 50],
  ['５０才', 50],
  ['満50歳', 50],
  [' 50 歳 ', 50],
  ['五十歳', 50],
  ['百五歳', 105],
  ['2歳6か月', 2],
  ['生後8ヶ月', 0],
  ['18カ月', 1],
  ['50.0', 50],
  ['0歳', 0],
  ['-1', null],
  ['200歳', null],
  ['80歳以上', null],
  ['不明', null],
  ['50代', null],
  ['', null],
])('an age written %s is read as %j', (text, age) => {
  expect(ageOf(text)).toBe(age);
});

test('without a hierarchy a column has two levels, itself and suppressed, and its domain is its distinct values', () => {
  const { domain, levels } = attributeOf(plainHierarchy('市', ['横浜', '市川', null]), ['横浜', '市川', null]);
  expect(domain).toBe(2);
  expect(levels.map(({ labels }) => labels)).toEqual([['横浜', '市川', null], [null]]);
  expect(levels.map(({ share }) => [...share])).toEqual([[0.5, 0.5, 1], [1]]);
});

test('the order of values is that of the rows, dense over the values that occur', () => {
  const hierarchy = plainHierarchy('段階', ['軽', '中', '重', '最重']);
  expect([...valueOrder(hierarchy, ['最重', null, '軽', '中'])]).toEqual([2, 3, 0, 1]);
});
