import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DistinctTable } from '../lattice/distinctTable.ts';
import type { Histogram } from '../lattice/histogram.ts';
import type { Closeness, Diversity } from '../lattice/requirements.ts';
import type { ClassCriterion } from './classCriterion.ts';
import { closenessCriterion } from './closenessCriterion.ts';
import { diversityCriterion } from './diversityCriterion.ts';

/** One class with these numbers of records per value. */
function histogramOf(counts: readonly number[]): Histogram {
  const present = [...counts.entries()].filter(([, count]) => count > 0);
  return {
    offsets: Uint32Array.of(0, present.length),
    valueCodes: Uint32Array.from(present, ([value]) => value),
    counts: Float64Array.from(present, ([, count]) => count),
  };
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
const meets = (criterion: ClassCriterion, counts: readonly number[]) =>
  criterion.meets(histogramOf(counts), 0, sum(counts));
const couldMeet = (criterion: ClassCriterion, counts: readonly number[]) =>
  criterion.couldMeet(histogramOf(counts), 0, sum(counts));

function tableWith(overall: readonly number[]): DistinctTable {
  const sensitive = [{ column: 's', values: overall.length, ...histogramOf(overall) }];
  return {
    records: sum(overall),
    combinations: 1,
    attributes: [],
    codes: [],
    counts: Float64Array.of(sum(overall)),
    sensitive,
  };
}
const closeness = (rule: Closeness, overall: readonly number[], k = 1) =>
  closenessCriterion(rule, 0, tableWith(overall), k);
const diversity = (rule: Diversity, k = 1) => diversityCriterion(rule, 0, k);

test('hand-worked classes stand on the right side of each threshold, equality counting as met', () => {
  expect(meets(diversity({ column: 's', model: 'distinct', l: 3 }), [5, 1, 1])).toBe(true);
  expect(meets(diversity({ column: 's', model: 'distinct', l: 4 }), [5, 1, 1])).toBe(false);
  expect(meets(diversity({ column: 's', model: 'entropy', l: 3 }), [7, 7, 7])).toBe(true);
  expect(meets(diversity({ column: 's', model: 'entropy', l: 3 }), [7, 7, 6])).toBe(false);
  // 4 < 2 × (1 + 1), strictly
  expect(meets(diversity({ column: 's', model: 'recursive', l: 2, c: 2 }), [4, 1, 1])).toBe(false);
  expect(meets(diversity({ column: 's', model: 'recursive', l: 2, c: 2 }), [3, 1, 1])).toBe(true);
});

test('the distances are those of the earth mover: equal, along the order, up the tree', () => {
  const at = (rule: Closeness, t: number) => meets(closeness({ ...rule, t }, [5, 5, 5, 5]), [5, 5, 0, 0]);
  const order = { column: 's', t: 0, distance: 'ordered', rank: Uint32Array.of(0, 1, 2, 3) } as const;
  // a quarter moves from each of two values to each of the other two: 2 × 1/4; two places each, of three; 1 of 2 levels
  expect([
    at({ column: 's', t: 0, distance: 'equal' }, 0.5),
    at({ column: 's', t: 0, distance: 'equal' }, 0.49),
  ]).toEqual([true, false]);
  expect([at(order, 1 / 3), at(order, 0.33)]).toEqual([true, false]);
  const tree = (groups: number[]) =>
    ({
      column: 's',
      t: 0,
      distance: 'hierarchical',
      levels: [Uint32Array.from(groups), Uint32Array.of(0, 0, 0, 0)],
    }) as const;
  expect([at(tree([0, 1, 0, 1]), 0.25), at(tree([0, 1, 0, 1]), 0.24)]).toEqual([true, false]);
  expect([at(tree([0, 0, 1, 1]), 0.5), at(tree([0, 0, 1, 1]), 0.49)]).toEqual([true, false]);
});

test('entropy diversity is not monotone: a class that fails can be the union of one that meets it and one that does not', () => {
  const criterion = diversity({ column: 's', model: 'entropy', l: 3 }, 3);
  expect([meets(criterion, [1, 1, 1]), meets(criterion, [100, 0, 0]), meets(criterion, [101, 1, 1])]).toEqual([
    true,
    false,
    false,
  ]);
  expect(couldMeet(criterion, [101, 1, 1])).toBe(true);
  expect(couldMeet(criterion, [101, 1, 0])).toBe(false);
});

test('a class that could not meet a criterion has no part of k records or more that does', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 });
  const rank = Uint32Array.of(2, 0, 1);
  const levels = [Uint32Array.of(0, 1, 0)];
  const l = fc.integer({ min: 1, max: 3 });
  const t = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
  const rule = fc.oneof(
    l.map((value): Diversity => ({ column: 's', model: 'distinct', l: value })),
    l.map((value): Diversity => ({ column: 's', model: 'entropy', l: value })),
    fc.tuple(l, l).map(([value, c]): Diversity => ({ column: 's', model: 'recursive', l: value, c: c / 2 })),
    t.map((value): Closeness => ({ column: 's', t: value, distance: 'equal' })),
    t.map((value): Closeness => ({ column: 's', t: value, distance: 'ordered', rank })),
    t.map((value): Closeness => ({ column: 's', t: value, distance: 'hierarchical', levels })),
  );
  let never = 0;
  const run = (whole: number[], rest: number[], one: Diversity | Closeness, k: number) => {
    const overall = whole.map((count, value) => count + (rest[value] ?? 0) + 1);
    const criterion = 'model' in one ? diversity(one, k) : closeness(one, overall, k);
    fc.pre(sum(whole) >= k);
    if (couldMeet(criterion, whole)) return;
    never++;
    const [a = 0, b = 0, c = 0] = whole;
    for (let i = 0; i <= a; i++)
      for (let j = 0; j <= b; j++)
        for (let m = 0; m <= c; m++) if (i + j + m >= k) expect(meets(criterion, [i, j, m])).toBe(false);
  };
  fc.assert(fc.property(counts, counts, rule, fc.integer({ min: 1, max: 6 }), run), { seed: 7, numRuns: 3000 });
  expect(never).toBeGreaterThan(300);
});
