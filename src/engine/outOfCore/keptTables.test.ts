import { expect, test } from 'vitest';
import type { DistinctTable } from '../lattice/distinctTable.ts';
import type { NodeCounter } from '../lattice/nodeCounter.ts';
import { keptTables } from './keptTables.ts';

const tableOf = (combinations: number): DistinctTable => ({
  ...{ records: combinations, combinations, attributes: [], sensitive: [] },
  ...{ codes: [], counts: new Float64Array(combinations) },
});
const counter: NodeCounter = {
  count: () => ({ suppressed: 0, suppressedForGood: 0, loss: () => 0 }),
  describe: () => {
    throw new Error('not asked for');
  },
};

/** Room for ten classes; every table gets a counter of its own. */
function keeper() {
  const one = keptTables(0, 2, () => counter).bytesOf(1, 0);
  const caches: number[] = [];
  const kept = keptTables(10 * one, 2, (_, cacheBytes) => {
    caches.push(cacheBytes);
    return { ...counter };
  });
  return { kept, one, caches };
}

test('a node is counted from the smallest kept one that is finer, and from none where there is none', () => {
  const { kept } = keeper();
  const fine = kept.keep([0, 0], tableOf(3));
  const coarse = kept.keep([1, 0], tableOf(2));
  expect(kept.counterFor([1, 1])).toBe(coarse);
  expect(kept.counterFor([0, 1])).toBe(fine);
  expect(keeper().kept.counterFor([1, 1])).toBeNull();
});

test('tables and their groupings stay within the memory: the one unused for longest goes first', () => {
  const { kept, one, caches } = keeper();
  const [first] = [kept.keep([0, 1], tableOf(4)), kept.keep([1, 0], tableOf(4))];
  expect(kept.counterFor([0, 1])).toBe(first);
  kept.keep([2, 2], tableOf(3));
  expect(kept.counterFor([0, 1])).toBe(first);
  expect(kept.counterFor([1, 0])).toBeNull();
  expect(caches.map((bytes) => bytes / one)).toEqual([4 / 3, 4 / 3, 1]);
  expect(kept.mostBytes).toBeCloseTo((10 * one) / 3);
});
