import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { treatTable } from '../../../test/support/treatTable.ts';
import { InputError } from '../inputError.ts';
import type { Treatment } from '../recipe/recipe.ts';
import { openRun, type Run } from '../run.ts';
import { groupByDistance } from './groupByDistance.ts';
import { groupInOrder } from './groupInOrder.ts';

let run: Run;
const folder = mkdtempSync(join(tmpdir(), 'tokumei-groups-'));
beforeAll(async () => {
  run = await openRun({ folder, memoryMiB: 256, threads: 2 });
});
afterAll(() => {
  run.close();
  rmSync(folder, { recursive: true });
});

const grouped = (k: number, change: object = {}): Treatment => ({
  kind: 'microaggregate',
  item: 5,
  k,
  representative: 'mean',
  group: null,
  ...change,
});

/** Sum of squares within the groups, counted plainly. */
function squares(values: readonly number[], weights: readonly number[], groups: Uint32Array): number {
  const members = Map.groupBy(values.keys(), (index) => groups[index] ?? 0);
  return [...members.values()].reduce((all, indexes) => {
    const records = indexes.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
    const mean = indexes.reduce((sum, index) => sum + (values[index] ?? 0) * (weights[index] ?? 0), 0) / records;
    return all + indexes.reduce((sum, index) => sum + (weights[index] ?? 0) * ((values[index] ?? 0) - mean) ** 2, 0);
  }, 0);
}

const recordsPerGroup = (weights: readonly number[], groups: Uint32Array) => {
  const records = new Map<number, number>();
  for (const [index, group] of groups.entries()) records.set(group, (records.get(group) ?? 0) + (weights[index] ?? 0));
  return [...records.values()];
};

/** Every way to cut a row of numbers into groups of at least k records: the twin of the optimal grouping. */
function leastSquares(values: readonly number[], weights: readonly number[], k: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let cuts = 0; cuts < 2 ** (values.length - 1); cuts++) {
    let group = 0;
    const groups = Uint32Array.from(values, (_, index) => (index > 0 && (cuts >> (index - 1)) & 1 ? ++group : group));
    if (recordsPerGroup(weights, groups).every((records) => records >= k))
      least = Math.min(least, squares(values, weights, groups));
  }
  return least;
}

describe('ミクロアグリゲーション', () => {
  test('by hand: 1, 2, 3 and 10 to 13 become their means', async () => {
    const values = ['10', '1', '12', '2', '13', '3', '11'];
    const { after } = await treatTable(run, { 量: values }, { 量: [grouped(3)] });
    // 11.5, without decimals as in the source.
    expect(after.量).toEqual(['12', '2', '12', '2', '12', '2', '12']);
    const medians = await treatTable(run, { 量: values }, { 量: [grouped(3, { representative: 'median' })] });
    expect(medians.after.量).toEqual(['11', '2', '11', '2', '11', '2', '11']);
  });

  test('a column alone: every group reaches k, equal numbers stay together, and no other grouping is nearer', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 9 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 2, max: 5 }),
        (numbers, counts, k) => {
          const values = numbers.toSorted((a, b) => a - b);
          const weights = counts.slice(0, values.length);
          fc.pre(weights.reduce((sum, one) => sum + one, 0) >= k);
          const groups = groupInOrder(Float64Array.from(values), Float64Array.from(weights), k);
          expect(Math.min(...recordsPerGroup(weights, groups))).toBeGreaterThanOrEqual(k);
          expect(squares(values, weights, groups)).toBeCloseTo(leastSquares(values, weights, k), 6);
        },
      ),
      { seed: 1998, numRuns: 300 },
    );
  });

  test('by hand: MDAV puts two clouds of three into two groups', async () => {
    const table = { 身長: ['150', '180', '151', '181', '152', '182'], 体重: ['50', '80', '51', '81', '52', '82'] };
    const group = { group: '体格' };
    const { after } = await treatTable(run, table, { 身長: [grouped(3, group)], 体重: [grouped(3, group)] });
    expect(after).toEqual({
      身長: ['151', '181', '151', '181', '151', '181'],
      体重: ['51', '81', '51', '81', '51', '81'],
    });
  });

  test('MDAV: every group reaches k, equal points stay together, and the middle of all stays', async () => {
    const point = fc.tuple(
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 1, max: 3 }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(point, { minLength: 5, maxLength: 40, selector: ([x, y]) => `${x} ${y}` }),
        fc.integer({ min: 2, max: 5 }),
        (points, k) => {
          const columns = [0, 1].map((place) => Float64Array.from(points, (one) => one[place] ?? 0));
          const weights = points.map(([, , records]) => records);
          const groups = groupByDistance(columns, Float64Array.from(weights), k);
          expect(Math.min(...recordsPerGroup(weights, groups))).toBeGreaterThanOrEqual(k);
          expect(groups).toHaveLength(points.length);
          // Without equal points beside each other a group never grows beyond 2k − 1 records and one last point.
          const largest = Math.max(...recordsPerGroup(weights, groups));
          expect(largest).toBeLessThan(4 * k + 9);
        },
      ),
      { seed: 2002, numRuns: 200 },
    );
  });

  test('more points than are grouped at once: every group still reaches k', () => {
    const points = 20_000;
    const columns = [0, 1].map((place) =>
      Float64Array.from({ length: points }, (_, index) => (place === 0 ? index % 141 : Math.floor(index / 141))),
    );
    const weights = new Float64Array(points).fill(1);
    const groups = groupByDistance(columns, weights, 50);
    const records = recordsPerGroup([...weights], groups);
    expect(Math.min(...records)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...records)).toBeLessThan(150);
    expect(records.reduce((sum, one) => sum + one, 0)).toBe(points);
  });

  test('what is no number is suppressed, the label of a coding and an empty cell stay', async () => {
    const coding: Treatment = { kind: 'topCode', item: 4, from: 80, label: '80以上', atLeast: null };
    const { after } = await treatTable(run, { 量: ['不明', '', '85', '1.5', '2'] }, { 量: [coding, grouped(2)] });
    expect(after.量).toEqual([null, '', '80以上', '1.8', '1.8']);
    const both = { 甲: [grouped(2, { group: '組' })], 乙: [grouped(2, { group: '組' })] };
    const pairs = await treatTable(run, { 甲: ['1', '2', '3'], 乙: ['1', '不明', '3'] }, both);
    expect(pairs.after).toEqual({ 甲: ['2', null, '2'], 乙: ['2', null, '2'] });
  });

  test('fewer numbers than a group needs are refused, naming column and k', async () => {
    const refused = treatTable(run, { 量: ['1', '2', '不明'] }, { 量: [grouped(3)] });
    await expect(refused).rejects.toThrow(InputError);
    await expect(treatTable(run, { 量: ['1', '2', '不明'] }, { 量: [grouped(3)] })).rejects.toThrow(
      /量.*microaggregate → k.*「3」.*2 件/,
    );
  });
});
