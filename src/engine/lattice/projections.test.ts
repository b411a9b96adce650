import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemOf, requirementsOf, tableOf } from '../../../test/support/naiveSearch.ts';
import { countInMemory } from './latticeCounts.ts';
import { projections } from './projections.ts';
import { subsetsOf } from './subsetsOf.ts';

const never = () => false;

/** Numbers that fall with every level, as those that fail for good do: a part for each kept attribute. */
const falling = (subset: readonly number[], node: readonly number[]) =>
  subset.reduce((sum, index) => sum + (index + 1) * (4 - (node[index] ?? 0)), 0);

test('a witness is the first set of up to three attributes that suppresses enough, raised as far as it still does', async () => {
  const counted: string[] = [];
  const { witness } = projections({
    heights: [4, 4, 4, 4],
    count: (subset, node) => {
      counted.push(`${subset.join('')}:${subset.map((index) => node[index]).join('')}`);
      return falling(subset, node);
    },
    isOver: never,
  });
  // alone the attributes count 4, 8, 12 and 16; the third 9 at level 1
  expect(await witness([0, 0, 0, 0], 12)).toEqual([3, 3, 0, 3]);
  expect(counted.splice(0)).toEqual(['0:0', '1:0', '2:0', '2:1']);
  expect(await witness([0, 0, 0, 0], 9)).toEqual([3, 3, 1, 3]);
  // of the pairs the first and the last count 20, and 18 with the first at level 2
  expect(await witness([0, 0, 0, 0], 18)).toEqual([2, 3, 3, 0]);
});

test('what no projection suppresses has no witness, nor has anything once the search is over', async () => {
  const at = (isOver: () => boolean, members = 4) =>
    projections({ heights: Array(members).fill(4), count: falling, isOver });
  // three of four attributes count 4 × (2 + 3 + 4) at most
  expect(await at(never).witness([0, 0, 0, 0], 36)).toEqual([3, 0, 0, 0]);
  expect(await at(never).witness([0, 0, 0, 0], 37)).toBeNull();
  expect(await at(() => true).witness([0, 0, 0, 0], 1)).toBeNull();
  // all attributes are no projection
  expect(await at(never, 2).witness([0, 0], 8)).toEqual([3, 0]);
  expect(await at(never, 2).witness([0, 0], 9)).toBeNull();
});

test('each projection is counted once, whatever is asked for', async () => {
  const counted: string[] = [];
  const { witness } = projections({
    heights: [3, 3, 3],
    count: (subset, node) => {
      counted.push(`${subset.join('')}:${subset.map((index) => node[index]).join('')}`);
      return 0;
    },
    isOver: never,
  });
  const nodes = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])));
  for (const node of [...nodes, ...nodes]) expect(await witness(node, 1)).toBeNull();
  // three attributes of three levels, three pairs of nine
  expect([counted.length, new Set(counted).size]).toEqual([9 + 27, 9 + 27]);
});

test('with many attributes the sets are fewer: of up to three to 13 attributes, of up to two to 27, else of one', async () => {
  const largest = async (members: number) => {
    let most = 0;
    const count = (subset: readonly number[]) => {
      most = Math.max(most, subset.length);
      return 0;
    };
    await projections({ heights: Array(members).fill(2), count, isOver: never }).witness(Array(members).fill(0), 1);
    return most;
  };
  expect(await Promise.all([1, 2, 3, 4, 13, 14, 27, 28].map(largest))).toEqual([0, 1, 2, 3, 3, 2, 2, 1]);
});

test('projections of a table count what its classes on those attributes alone suppress for good, in any memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      const problem = problemOf(g, { attributes: 5, values: 5, levels: 3, records: 30 });
      const { table, values } = tableOf(problem);
      const requirements = requirementsOf(problem, values);
      const heights = table.attributes.map(({ levels }) => levels.length);
      const node = heights.map((height) => g(fc.integer, { min: 0, max: height - 1 }));
      const enough = g(fc.integer, { min: 1, max: 12 });
      // the table with the attributes left out is a search of its own
      const countOf = async (subset: readonly number[]) => {
        const part = {
          ...table,
          attributes: subset.map((index) => table.attributes[index] as (typeof table.attributes)[0]),
          codes: subset.map((index) => table.codes[index] as (typeof table.codes)[0]),
        };
        const { counter } = countInMemory(part, requirements, 1, never);
        return (await counter.count(subset.map((index) => node[index] ?? 0))).suppressedForGood;
      };
      const counts: number[] = [];
      for (const subset of subsetsOf(heights.length, Math.min(3, heights.length - 1)))
        counts.push(await countOf(subset));
      for (const mebibytes of [0, 1e-4, 1e-3, 4]) {
        const { projected } = countInMemory(table, requirements, mebibytes, never);
        const found = await projected.witness(node, enough);
        expect(found !== null).toBe(counts.some((count) => count >= enough));
        if (found) expect(found.every((level, index) => level >= (node[index] ?? 0))).toBe(true);
      }
    }),
    { seed: 92, numRuns: 40 },
  );
});
