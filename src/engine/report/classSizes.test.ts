import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classSizes } from './classSizes.ts';

test('every class is in exactly one range, the ranges follow one another, and only the last is open', () => {
  const sizes = fc.uniqueArray(
    fc.record({ size: fc.integer({ min: 1, max: 5000 }), classes: fc.integer({ min: 1, max: 9 }) }),
    {
      selector: ({ size }) => size,
    },
  );
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 60 }), (counted, k) => {
      const ranges = classSizes(counted, k);
      for (const { from, to, classes, records } of ranges) {
        const inside = counted.filter(({ size }) => size >= from && size <= (to ?? Number.POSITIVE_INFINITY));
        expect(classes).toBe(inside.reduce((sum, one) => sum + one.classes, 0));
        expect(records).toBe(inside.reduce((sum, one) => sum + one.size * one.classes, 0));
        expect(from < k && (to === null || to >= k)).toBe(false);
      }
      expect(ranges.reduce((sum, { classes }) => sum + classes, 0)).toBe(
        counted.reduce((sum, one) => sum + one.classes, 0),
      );
      ranges.forEach(({ from, to }, index) => {
        const next = ranges[index + 1];
        expect(to).toBe(next ? next.from - 1 : from < k ? k - 1 : null);
      });
    }),
    { seed: 5 },
  );
});

test('in steps of k', () => {
  const counted = [5, 9, 10, 24, 25, 260].map((size) => ({ size, classes: 1 }));
  expect(classSizes(counted, 5).map(({ from, to, classes }) => [from, to, classes])).toEqual([
    [5, 9, 2],
    [10, 24, 2],
    [25, 49, 1],
    [50, 99, 0],
    [100, 249, 0],
    [250, null, 1],
  ]);
  expect(classSizes([], 5)).toEqual([]);
});
