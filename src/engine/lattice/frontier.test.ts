import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, createFrontier } from './frontier.ts';

const box = fc.record({
  low: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }),
  high: fc.constant([3, 3]),
  floor: fc.integer({ min: 0, max: 5 }),
});
const sum = (levels: readonly number[]) => levels.reduce((all, level) => all + level, 0);

test('boxes come with the least floor first, then the smaller sum of levels, then as they went in', () => {
  const run = (boxes: Box[], kept: number) => {
    const frontier = createFrontier();
    for (const one of boxes) frontier.push(one);
    const ordered = boxes.toSorted((a, b) => a.floor - b.floor || sum(a.low) - sum(b.low));
    expect(frontier.trim(kept)).toBe(ordered[kept]?.floor ?? Number.POSITIVE_INFINITY);
    for (const expected of ordered.slice(0, kept)) {
      expect(frontier.least).toBe(expected.floor);
      expect(frontier.pop()).toBe(expected);
    }
    expect([frontier.size, frontier.least, frontier.pop()]).toEqual([0, Number.POSITIVE_INFINITY, undefined]);
  };
  fc.assert(fc.property(fc.array(box), fc.integer({ min: 0, max: 12 }), run), { seed: 3, numRuns: 300 });
});
