import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, createFrontier } from './frontier.ts';

const box = fc.record({
  low: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 }),
  high: fc.constant([3, 3]),
  floor: fc.integer({ min: 0, max: 5 }).map((tenths) => tenths / 10),
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

test('the least comes out of any mixture of coming and going, and the nodes that wait are counted', () => {
  const nodes = ({ low, high }: Box) => high.reduce((all, level, index) => all * (level - (low[index] ?? 0) + 1), 1);
  const run = (steps: (Box | null)[], limit: number) => {
    const frontier = createFrontier();
    let waiting: Box[] = [];
    for (const step of steps) {
      if (step) {
        frontier.push(step);
        waiting.push(step);
      } else {
        const [least] = waiting.toSorted((a, b) => a.floor - b.floor || sum(a.low) - sum(b.low));
        expect(frontier.pop()).toBe(least);
        waiting = waiting.filter((one) => one !== least);
      }
      const within = waiting.filter(({ floor }) => floor <= limit);
      expect(frontier.nodesUpTo(limit)).toBe(within.reduce((all, one) => all + nodes(one), 0));
      expect([frontier.size, frontier.least]).toEqual([waiting.length, Math.min(...waiting.map(({ floor }) => floor))]);
    }
  };
  const step = fc.oneof({ weight: 2, arbitrary: box }, { weight: 1, arbitrary: fc.constant(null) });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      box.map(({ floor }) => floor),
      run,
    ),
    {
      seed: 4,
      numRuns: 300,
    },
  );
});
