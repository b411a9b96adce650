import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Histogram } from '../lattice/histogram.ts';
import type { Closeness, Diversity, ShareBound } from '../lattice/requirements.ts';
import type { ClassCriterion } from './classCriterion.ts';
import { closenessCriterion } from './closenessCriterion.ts';
import { diversityCriterion } from './diversityCriterion.ts';
import { shareCriterion } from './shareCriterion.ts';

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

const sharesOf = (overall: readonly number[]) => Float64Array.from(overall, (count) => count / sum(overall));
const closeness = (rule: Closeness, overall: readonly number[], k = 1) =>
  closenessCriterion(rule, 0, sharesOf(overall), k);
const shares = (rule: ShareBound, overall: readonly number[], k = 1) => shareCriterion(rule, 0, sharesOf(overall), k);
const diversity = (rule: Diversity, k = 1) => diversityCriterion(rule, 0, k);

test('hand-worked classes stand on the right side of each threshold, equality counting as met', () => {
  expect(meets(diversity({ column: 's', model: 'distinct', l: 3 }), [5, 1, 1])).toBe(true);
  expect(meets(diversity({ column: 's', model: 'distinct', l: 4 }), [5, 1, 1])).toBe(false);
  expect(meets(diversity({ column: 's', model: 'entropy', l: 3 }), [7, 7, 7])).toBe(true);
  expect(meets(diversity({ column: 's', model: 'entropy', l: 3 }), [7, 7, 6])).toBe(false);
  // 4 < 2 × (1 + 1), strictly
  expect(meets(diversity({ column: 's', model: 'recursive', l: 2, c: 2 }), [4, 1, 1])).toBe(false);
  expect(meets(diversity({ column: 's', model: 'recursive', l: 2, c: 2 }), [3, 1, 1])).toBe(true);
  // 3.3 × 10⁹ = 1.1 × 3 × 10⁹, though the product in binary is the larger
  expect(meets(diversity({ column: 's', model: 'recursive', l: 2, c: 1.1 }), [3.3e9, 3e9])).toBe(false);
  // all but the two most frequent, in whatever order they come: 5 < c × 1
  for (const counts of [
    [1, 4, 5],
    [5, 4, 1],
    [4, 1, 5],
  ]) {
    expect(meets(diversity({ column: 's', model: 'recursive', l: 3, c: 6 }), counts)).toBe(true);
    expect(meets(diversity({ column: 's', model: 'recursive', l: 3, c: 5 }), counts)).toBe(false);
  }
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

test('hand-worked shares: α bounds a share, δ the logarithm of its change, β its gain, enhanced the less for a common value', () => {
  const alpha = (values: number[] | null) => ({ column: 's', model: 'frequency', alpha: 0.5, values }) as const;
  expect(meets(shares(alpha(null), [1, 1, 1]), [2, 1, 1])).toBe(true);
  expect(meets(shares(alpha(null), [1, 1, 1]), [3, 1, 1])).toBe(false);
  expect(meets(shares(alpha([1, 2]), [1, 1, 1]), [3, 1, 1])).toBe(true);
  // a quarter of all is of the second value: 1/8 of a class is half of it (not less than 1), 3/16 is more than half
  const delta = { column: 's', model: 'disclosure', delta: 1, values: 'all' } as const;
  expect(meets(shares(delta, [3, 1]), [7, 1])).toBe(false);
  expect(meets(shares(delta, [3, 1]), [13, 3])).toBe(true);
  expect(meets(shares(delta, [3, 1]), [5, 0])).toBe(false);
  expect(meets(shares({ ...delta, values: 'present' }, [3, 1]), [5, 0])).toBe(true);
  // of all, half and two quarters: a quarter may double with β = 1, and a half too, but enhanced by −ln ½ = 0.693 only
  const beta = (form: 'basic' | 'enhanced') => ({ column: 's', model: 'likeness', beta: 1, form }) as const;
  expect(meets(shares(beta('basic'), [2, 1, 1]), [1, 2, 1])).toBe(true);
  expect(meets(shares(beta('basic'), [2, 1, 1]), [1, 3, 1])).toBe(false);
  expect(meets(shares(beta('basic'), [2, 1, 1]), [6, 1, 0])).toBe(true);
  expect(meets(shares(beta('enhanced'), [2, 1, 1]), [6, 1, 0])).toBe(false);
  expect(meets(shares(beta('enhanced'), [2, 1, 1]), [5, 1, 0])).toBe(true);
});

test('hand-worked: whether any part of k records could meet a model turns at its threshold', () => {
  const even = [1, 1];
  const order = { column: 's', distance: 'ordered', rank: Uint32Array.of(0, 1) } as const;
  const tree = { column: 's', distance: 'hierarchical', levels: [Uint32Array.of(0, 0)] } as const;
  const bound = { column: 's', model: 'disclosure', delta: 1 } as const;
  const cases: [name: string, ClassCriterion, counts: number[], could: boolean][] = [
    // two of the common value and all of the other make 4 at most half of which are alike
    ['α', shares({ column: 's', model: 'frequency', alpha: 0.5, values: null }, even, 4), [5, 2], true],
    ['α', shares({ column: 's', model: 'frequency', alpha: 0.5, values: null }, even, 4), [5, 1], false],
    // of three quarters and one quarter, at least 3/8 and 1/8, at most all and 1/2
    ['δ', shares({ ...bound, values: 'all' }, [3, 1], 8), [10, 1], true],
    ['δ', shares({ ...bound, values: 'all' }, [3, 1], 16), [20, 1], false],
    ['δ', shares({ ...bound, values: 'all' }, [3, 1], 16), [20, 2], true],
    ['δ', shares({ ...bound, values: 'all' }, [3, 1], 16), [20, 0], false],
    ['δ', shares({ ...bound, values: 'all' }, [3, 1], 8), [4, 20], true],
    ['δ', shares({ ...bound, values: 'all' }, [3, 1], 8), [3, 20], false],
    ['δ of present values', shares({ ...bound, values: 'present' }, [3, 1], 4), [5, 0], true],
    ['δ of present values', shares({ ...bound, values: 'present' }, [3, 1], 4), [0, 5], false],
    ['β', shares({ column: 's', model: 'likeness', beta: 1, form: 'basic' }, [2, 1, 1], 4), [1, 5, 1], true],
    ['β', shares({ column: 's', model: 'likeness', beta: 1, form: 'basic' }, [2, 1, 1], 4), [0, 5, 1], false],
    ['β', shares({ column: 's', model: 'likeness', beta: 1, form: 'basic' }, [2, 1, 1], 4), [9, 0, 0], true],
    [
      'enhanced β',
      shares({ column: 's', model: 'likeness', beta: 1, form: 'enhanced' }, [2, 1, 1], 4),
      [9, 0, 0],
      false,
    ],
    // flattest 1 and 3 of 4: 0.562 = ln 1.755
    ['entropy', diversity({ column: 's', model: 'entropy', l: 1.75 }, 4), [10, 1], true],
    ['entropy', diversity({ column: 's', model: 'entropy', l: 1.76 }, 4), [10, 1], false],
    ['entropy', diversity({ column: 's', model: 'entropy', l: 2 }, 2), [10, 1], true],
    // 3 against 1: less than c times; three values are more than two
    ['recursive', diversity({ column: 's', model: 'recursive', l: 2, c: 3.1 }, 4), [10, 1], true],
    ['recursive', diversity({ column: 's', model: 'recursive', l: 2, c: 2.9 }, 4), [10, 1], false],
    ['recursive', diversity({ column: 's', model: 'recursive', l: 3, c: 100 }, 4), [10, 1], false],
    // all but the two most frequent of 1, 2 and 9, capped so that 6 stay (1, 2, 3): 3 against 1
    ['recursive', diversity({ column: 's', model: 'recursive', l: 3, c: 3.1 }, 6), [1, 9, 2], true],
    ['recursive', diversity({ column: 's', model: 'recursive', l: 3, c: 2.9 }, 6), [1, 9, 2], false],
    // one of four at most where half should be: a quarter away
    ['equal', closeness({ column: 's', distance: 'equal', t: 0.25 }, even, 4), [10, 1], true],
    ['equal', closeness({ column: 's', distance: 'equal', t: 0.24 }, even, 4), [10, 1], false],
    ['ordered', closeness({ ...order, t: 0.25 }, even, 4), [1, 5], true],
    ['ordered', closeness({ ...order, t: 0.24 }, even, 4), [1, 5], false],
    ['ordered', closeness({ ...order, t: 0.24 }, even, 4), [5, 1], false],
    ['hierarchical', closeness({ ...tree, t: 0.25 }, even, 4), [1, 5], true],
    ['hierarchical', closeness({ ...tree, t: 0.24 }, even, 4), [1, 5], false],
  ];
  for (const [name, criterion, counts, could] of cases)
    expect([name, counts, couldMeet(criterion, counts)]).toEqual([name, counts, could]);
});

describe('monotonicity', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 });
  const tenths = (most: number) => fc.integer({ min: 1, max: most }).map((number) => number / 10);
  const models = {
    frequency: fc
      .tuple(tenths(10), fc.constantFrom(null, [0], [0, 2]))
      .map(([alpha, values]): ShareBound => ({ column: 's', model: 'frequency', alpha, values })),
    disclosure: tenths(40).map((delta): ShareBound => ({ column: 's', model: 'disclosure', delta, values: 'all' })),
    disclosurePresent: tenths(40).map(
      (delta): ShareBound => ({ column: 's', model: 'disclosure', delta, values: 'present' }),
    ),
    entropy: tenths(30).map((l): Diversity => ({ column: 's', model: 'entropy', l: Math.max(1, l) })),
    recursive: fc
      .tuple(fc.integer({ min: 1, max: 3 }), tenths(40))
      .map(([l, c]): Diversity => ({ column: 's', model: 'recursive', l, c })),
    equal: tenths(9).map((t): Closeness => ({ column: 's', t, distance: 'equal' })),
    ordered: tenths(9).map((t): Closeness => ({ column: 's', t, distance: 'ordered', rank: Uint32Array.of(2, 0, 1) })),
    hierarchical: tenths(9).map(
      (t): Closeness => ({
        column: 's',
        t,
        distance: 'hierarchical',
        levels: [Uint32Array.of(0, 1, 0), new Uint32Array(3)],
      }),
    ),
    distinct: fc.integer({ min: 1, max: 3 }).map((l): Diversity => ({ column: 's', model: 'distinct', l })),
    likeness: fc
      .tuple(tenths(40), fc.constantFrom('basic' as const, 'enhanced' as const))
      .map(([beta, form]): ShareBound => ({ column: 's', model: 'likeness', beta, form })),
  };
  type Found = { unionFails: number; partMeets: number };
  /** How often two classes that meet the model make a union that fails; how often a class that fails has a part that meets it. */
  function unions(rule: fc.Arbitrary<Diversity | Closeness | ShareBound>): Found {
    const found = { unionFails: 0, partMeets: 0 };
    const run = (one: number[], other: number[], rest: number[], bound: Diversity | Closeness | ShareBound) => {
      fc.pre(sum(one) > 0 && sum(other) > 0);
      const union = one.map((count, value) => count + (other[value] ?? 0));
      const overall = union.map((count, value) => count + (rest[value] ?? 0) + 1);
      const criterion = criterionOf(bound, overall, 1);
      const [first, second, both] = [meets(criterion, one), meets(criterion, other), meets(criterion, union)];
      if (first && second && !both) found.unionFails++;
      if ((first || second) && !both) found.partMeets++;
    };
    fc.assert(fc.property(counts, counts, counts, rule, run), { seed: 8, numRuns: 3000 });
    return found;
  }

  const notWithSuppression = [
    ...(['entropy', 'recursive', 'equal', 'ordered', 'hierarchical'] as const),
    ...(['frequency', 'disclosure', 'likeness'] as const),
  ];
  test.each(notWithSuppression)('%s is monotone with generalization, and not with suppression', (model) => {
    const { unionFails, partMeets } = unions(models[model]);
    expect(unionFails).toBe(0);
    expect(partMeets).toBeGreaterThan(20);
  });

  test('distinct is monotone with both', () => {
    expect(unions(models.distinct)).toEqual({ unionFails: 0, partMeets: 0 });
  });

  test('disclosure over the present values alone is monotone with neither', () => {
    const { unionFails, partMeets } = unions(models.disclosurePresent);
    expect([unionFails > 0, partMeets > 20]).toEqual([true, true]);
  });
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

function criterionOf(rule: Diversity | Closeness | ShareBound, overall: readonly number[], k: number): ClassCriterion {
  if ('distance' in rule) return closeness(rule, overall, k);
  return 'l' in rule ? diversity(rule, k) : shares(rule, overall, k);
}

test('a class that could not meet a criterion has no part of k records or more that does', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 });
  const rank = Uint32Array.of(2, 0, 1);
  const levels = [Uint32Array.of(0, 1, 0), new Uint32Array(3)];
  const l = fc.integer({ min: 1, max: 3 });
  const t = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
  const rule = fc.oneof(
    l.map((value): Diversity => ({ column: 's', model: 'distinct', l: value })),
    l.map((value): Diversity => ({ column: 's', model: 'entropy', l: value })),
    fc.tuple(l, l).map(([value, c]): Diversity => ({ column: 's', model: 'recursive', l: value, c: c / 2 })),
    t.map((value): Closeness => ({ column: 's', t: value, distance: 'equal' })),
    t.map((value): Closeness => ({ column: 's', t: value, distance: 'ordered', rank })),
    t.map((value): Closeness => ({ column: 's', t: value, distance: 'hierarchical', levels })),
    t.map((value): ShareBound => ({ column: 's', model: 'frequency', alpha: value, values: value > 0.5 ? null : [0] })),
    t.map((value): ShareBound => ({ column: 's', model: 'disclosure', delta: 3 * value, values: 'all' })),
    t.map((value): ShareBound => ({ column: 's', model: 'disclosure', delta: 3 * value, values: 'present' })),
    t.map((value): ShareBound => ({ column: 's', model: 'likeness', beta: 3 * value, form: 'basic' })),
    t.map((value): ShareBound => ({ column: 's', model: 'likeness', beta: 3 * value, form: 'enhanced' })),
  );
  let never = 0;
  const run = (whole: number[], rest: number[], one: Diversity | Closeness | ShareBound, k: number) => {
    const overall = whole.map((count, value) => count + (rest[value] ?? 0) + 1);
    const criterion = criterionOf(one, overall, k);
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
