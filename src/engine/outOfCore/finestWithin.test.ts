import { expect, test } from 'vitest';
import type { Attribute } from '../lattice/distinctTable.ts';
import { finestWithin } from './finestWithin.ts';

/** An attribute with so many groups at each level. */
const attribute = (...groups: readonly number[]): Attribute => ({
  ...{ column: '', domain: groups[0] ?? 1 },
  levels: groups.map((number) => ({
    ...{ groupOf: new Uint32Array(groups[0] ?? 1), groups: number },
    ...{ labels: [], share: new Float64Array(number) },
  })),
});
const attributes = [attribute(100, 10, 1), attribute(8, 4, 1), attribute(2, 1)];
/** Everything left out is one class, of 10 bytes. */
const nothing = { levels: [3, 3, 2], bytes: 10 };

test('a node is lowered where the least is added, as far as the memory goes: from one class, by the groups of each attribute', () => {
  // 2 · 4 · 10 bytes, then 8 in the place of 4; 10 groups more would take 1,600
  expect(finestWithin(attributes, [3, 3, 2], [nothing], 200)).toEqual([2, 0, 0]);
  expect(finestWithin(attributes, [3, 3, 2], [nothing], 1600)).toEqual([1, 0, 0]);
  expect(finestWithin(attributes, [3, 3, 2], [nothing], 16_000)).toEqual([0, 0, 0]);
  expect(finestWithin(attributes, [1, 0, 0], [nothing], 1599)).toEqual([1, 0, 0]);
});

test('a counted node with fewer classes than its groups allow lets others go further', () => {
  const counted = { levels: [1, 0, 0], bytes: 300 };
  expect(finestWithin(attributes, [2, 1, 1], [nothing, counted], 1599)).toEqual([1, 0, 0]);
  expect(finestWithin(attributes, [1, 1, 0], [nothing, counted], 3000)).toEqual([0, 0, 0]);
});
