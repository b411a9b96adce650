import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answer,
  naive,
  naiveNode,
  type Problem,
  problemOf,
  requirementsOf,
  tableOf,
} from '../../../test/support/naiveSearch.ts';
import { type SearchProgress, type SearchResult, search } from './search.ts';

/** In milliseconds: the machine may be busy. */
const patience = 300_000;
/** Random tables; `TWIN_RUNS` asks for more than the tests need. */
const runs = Number(process.env.TWIN_RUNS ?? 2000);

function solve(problem: Problem, signal?: AbortSignal): Promise<SearchResult> {
  const { table, values } = tableOf(problem);
  return search(table, requirementsOf(problem, values), { cacheMiB: problem.cacheMiB, ...(signal ? { signal } : {}) });
}

function expectAgreement(result: SearchResult, expected: Answer | null): void {
  if (!expected) {
    expect(result).toMatchObject({ impossible: { reason: 'none' } });
    return;
  }
  if (!('plan' in result)) throw new Error(`no plan, but there is ${JSON.stringify(expected)}`);
  const { plan } = result;
  expect({
    levels: plan.levels,
    suppressed: plan.suppressedPersons ?? plan.suppressedRecords,
    classes: plan.classes,
  }).toEqual({
    levels: expected.levels,
    suppressed: expected.suppressed,
    classes: expected.kept.length,
  });
  expect(Math.abs(plan.loss - expected.loss)).toBeLessThan(1e-9);
  expect([plan.optimal, plan.gap]).toEqual([true, 0]);
  expect(plan.smallestClass).toBe(expected.kept.length > 0 ? Math.min(...expected.kept) : null);
  expect(plan.classSizes.flatMap(([size, classes]) => Array(classes).fill(size))).toEqual(
    expected.kept.sort((a, b) => a - b),
  );
  expect(
    Object.entries(plan.suppressedBy)
      .filter(([, records]) => records > 0)
      .sort(),
  ).toEqual(
    Object.entries(expected.by)
      .filter(([, records]) => records > 0)
      .sort(),
  );
}

const small = { attributes: 4, values: 6, levels: 4, records: 40 };
/** Keys of more than one word, hash tables, several columns. */
const wide = { attributes: 9, values: 60, levels: 2, records: 120 };

describe('the search', () => {
  test(
    'finds what a naive search of every node finds, ties included, for every model and limit',
    async () => {
      let [plans, impossible] = [0, 0];
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (g) => {
          const problem = problemOf(g, small);
          const expected = naive(problem);
          if (expected) plans++;
          else impossible++;
          expectAgreement(await solve(problem), expected);
        }),
        { seed: 62, numRuns: runs },
      );
      expect(plans).toBeGreaterThan(runs / 4);
      expect(impossible).toBeGreaterThan(runs / 40);
    },
    patience,
  );

  test(
    'does so on wide tables, whose keys take several words',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (g) => {
          const problem = problemOf(g, wide);
          expectAgreement(await solve(problem), naive(problem));
        }),
        { seed: 63, numRuns: Math.ceil(runs / 100) },
      );
    },
    patience,
  );

  test(
    'counts classes, values and the limit in persons where one person has many records, as the naive search does',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (g) => {
          const plain = problemOf(g, small);
          const persons = g(fc.integer, { min: 1, max: plain.records.length });
          const records = plain.records.map((record) => [...record, `p${g(fc.integer, { min: 1, max: persons })}`]);
          const problem = { ...plain, records, inPersons: true };
          expectAgreement(await solve(problem), naive(problem));
        }),
        { seed: 65, numRuns: Math.ceil(runs / 3) },
      );
    },
    patience,
  );

  test(
    'in a lattice of 10¹⁸ nodes it gives a plan when it is ended, with a gap, and tells what is left of the proof',
    async () => {
      const attributes = 30;
      const rows = Array.from({ length: 8 }, (_, value) => [`v${value}`, `p${value >> 1}`, `q${value >> 2}`, '*']);
      const quasi = Array.from({ length: attributes }, (_, i) => ({
        ...{ name: `q${i}`, hierarchy: rows, weight: 1, allowed: { min: 0, max: 3 } },
      }));
      const draws = fc.sample(fc.double({ min: 0, max: 0.999, noNaN: true }), { seed: 66, numRuns: attributes * 400 });
      const records = Array.from({ length: 400 }, (_, at) =>
        quasi.map((_one, i) => `v${Math.floor(8 * (draws[at * attributes + i] ?? 0) ** 3)}`),
      );
      const shared = { sensitive: [], limit: 0.1, cacheMiB: 8, diversity: [], closeness: [], shares: [] };
      const problem: Problem = { quasi, records, k: 5, ...shared };
      const { table, values } = tableOf(problem);
      const [seen, stop]: [SearchProgress[], AbortController] = [[], new AbortController()];
      const result = await search(table, requirementsOf(problem, values), {
        signal: stop.signal,
        onProgress: (progress) => {
          seen.push(progress);
          if (seen.length === 8) stop.abort();
        },
      });
      if (!('plan' in result)) throw new Error('no plan');
      const { plan } = result;
      const counted = naiveNode(problem, [...plan.levels]);
      expect(plan.suppressedRecords).toBe(counted.suppressed);
      expect(plan.loss).toBeCloseTo(counted.loss, 9);
      expect(counted.suppressed).toBeLessThanOrEqual(40);
      expect(plan.optimal).toBe(false);
      expect(plan.gap).toBeGreaterThan(0);
      expect(plan.loss - plan.gap).toBeGreaterThanOrEqual((seen.at(-1)?.floor ?? 1) - 1e-12);
      const [lefts, floors] = [seen.map(({ left }) => left), seen.map(({ floor }) => floor)];
      expect(lefts).toEqual(lefts.toSorted((one, other) => other - one));
      expect(floors).toEqual(floors.toSorted((one, other) => one - other));
      expect(lefts.every((left) => left > 0 && left <= 1)).toBe(true);
      // between its turns the program may do other things, as to end it
      const end = new AbortController();
      setTimeout(() => end.abort(), 1);
      const ended = await search(table, requirementsOf(problem, values), { signal: end.signal });
      expect('plan' in ended && ended.plan.optimal).toBe(false);
    },
    patience,
  );

  test(
    'ended early, it gives the best plan so far and a gap that the least loss does not exceed',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (g) => {
          const problem = problemOf(g, small);
          const [result, expected] = [await solve(problem, AbortSignal.abort()), naive(problem)];
          if (!('plan' in result)) return;
          if (!expected) throw new Error('a plan where there is none');
          expect(result.plan.loss).toBeGreaterThanOrEqual(expected.loss - 1e-12);
          expect(result.plan.loss - result.plan.gap).toBeLessThanOrEqual(expected.loss + 1e-12);
          if (result.plan.optimal) expectAgreement(result, expected);
        }),
        { seed: 64, numRuns: Math.ceil(runs / 5) },
      );
    },
    patience,
  );

  test('the bounds spare most of the nodes: so many are counted, and no more', async () => {
    const rows = Array.from({ length: 8 }, (_, value) => [`v${value}`, `p${value >> 1}`, `q${value >> 2}`, '*']);
    const quasi = Array.from({ length: 7 }, (_, i) => ({
      ...{ name: `q${i}`, hierarchy: rows, weight: 1 + (i % 2), allowed: { min: 0, max: 3 } },
    }));
    const draws = fc.sample(fc.double({ min: 0, max: 0.999, noNaN: true }), { seed: 68, numRuns: 8 * 300 });
    // neighbours are alike: the first draw is a part of each
    const records = Array.from({ length: 300 }, (_, at) =>
      quasi.map((_one, i) => `v${Math.floor(4 * ((draws[at * 8] ?? 0) + (draws[at * 8 + i + 1] ?? 0) ** 6))}`),
    );
    const shared = { sensitive: [], k: 4, cacheMiB: 8, diversity: [], closeness: [], shares: [] };
    const many = [0, 0.02, 0.1, 0.3].map((limit): Problem => ({ quasi, records, limit, ...shared }));
    const drawn = fc.sample(fc.gen(), { seed: 67, numRuns: 40 });
    const mixed = drawn.map((g) => problemOf(g, { attributes: 6, values: 8, levels: 5, records: 80 }));
    const checks = [];
    for (const problem of [...many, ...mixed]) {
      const result = await solve(problem);
      checks.push('plan' in result ? result.plan.checks : 0);
    }
    // of 16,384 nodes each
    expect(checks.splice(0, many.length)).toEqual([10, 15, 47, 30]);
    expect(checks.reduce((sum, one) => sum + one)).toBe(150);
  });
});
