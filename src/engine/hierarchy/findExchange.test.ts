import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvHierarchy } from './csvHierarchy.ts';
import { findExchange } from './findExchange.ts';

const rowsOf = (text: string) => text.split(' ').map((row) => row.split('>'));

test.each([
  ['two numbers for each other', '1>3 3>1', '13'],
  ['beside groups that carry the number of a member', '0>0 1>0 2>0 13>14 14>13', '1314'],
  ['beside groups that have a name', '1>3 3>1 5>他 6>他', '13'],
  ['three in a circle', '1>2 2>3 3>1 8>8 9>8', '123'],
  ['above values with names', '甲>1>2 乙>2>1 丙>3>3 丁>4>3', '12'],
])('numbers that are only exchanged are a circle: %s', (_, text, numbers) => {
  expect(findExchange(rowsOf(text)).toSorted().join('')).toBe(numbers);
  expect(() => csvHierarchy('区分', rowsOf(text))).toThrow(/列「区分」の階層: 番号が循環しています.*「/);
});

test.each([
  ['codes of groups that have other members', '1>2 2>1 3>1 4>2'],
  ['one group of another numbering', '1>3 3>1 5>7 6>7'],
  ['a circle in which something is merged', '1>3 3>1 4>1 5>5 6>5'],
  ['numbers one after the other', '1>2 2>3 3>4'],
  ['the number of another level', '1>3>1 2>3>1'],
  ['the numbers themselves', '1>1 2>2 3>3'],
  ['rounding down', '0>0 1>0 2>2 3>2'],
])('numbers that may mean something else at the next level are none: %s', (_, text) => {
  expect(findExchange(rowsOf(text))).toEqual([]);
  expect(csvHierarchy('区分', rowsOf(text)).rows).toHaveLength(text.split(' ').length);
});

const numbers = fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 12 });

test('a level that only puts its numbers into another order is refused, one that leaves them is not', () => {
  const permuted = numbers.chain((values) =>
    fc.shuffledSubarray(values, { minLength: values.length }).map((others) => ({ values, others })),
  );
  fc.assert(
    fc.property(permuted, ({ values, others }) => {
      const rows = values.map((value, index) => [String(value), String(others[index])]);
      const circle = findExchange(rows);
      expect(circle.length > 0).toBe(rows.some(([value, group]) => value !== group));
      for (const [index, label] of circle.entries())
        expect(rows).toContainEqual([label, circle[(index + 1) % circle.length]]);
    }),
    { seed: 20261122 },
  );
});

test('whatever numbers the groups of at least two values carry, they are no circle', () => {
  const grouped = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 2, max: 4 })), { maxLength: 6 });
  fc.assert(
    fc.property(grouped, (groups) => {
      const rows = groups
        .flatMap(([group, size]) => Array.from({ length: size }, () => String(group)))
        .map((group, value) => [String(value), group]);
      expect(findExchange(rows)).toEqual([]);
    }),
    { seed: 20261122 },
  );
});
