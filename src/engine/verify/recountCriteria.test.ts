import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClosenessChoice, DiversityChoice, ShareChoice } from '../recipe/recipe.ts';
import { listOfValues, openRun, type Run } from '../run.ts';
import { sql, statement } from '../sql.ts';
import { makeHistogram, recountClasses } from './recountClasses.ts';
import { recountCloseness, recountDiversity } from './recountCriteria.ts';
import { recountShares } from './recountShares.ts';

let run: Run;
const folder = mkdtempSync(join(tmpdir(), 'tokumei-criteria-'));
beforeAll(async () => {
  run = await openRun({ folder, memoryMiB: 256, threads: 2 });
});
afterAll(() => {
  run.close();
  rmSync(folder, { recursive: true });
});

const hierarchy = [
  ['a', 'ab', '*'],
  ['b', 'ab', '*'],
  ['c', 'cd', '*'],
  ['d', 'cd', '*'],
];
const values = hierarchy.map(([value = '']) => value);
/** Class and sensitive value of each record. */
const recordsOf = (some: readonly string[]) =>
  fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r'), fc.constantFrom(...some)), { minLength: 1, maxLength: 40 });
const records = recordsOf(values);
type Records = readonly (readonly [string, string])[];

async function loadRows(rows: Records): Promise<void> {
  await run.execute({ text: 'DROP TABLE IF EXISTS found' });
  await run.execute({ text: 'DROP TABLE IF EXISTS classes' });
  const [classes, sensitive] = [listOfValues(rows.map(([one]) => one)), listOfValues(rows.map(([, two]) => two))];
  await run.execute(
    statement(
      sql`CREATE TABLE found AS SELECT c0, c1, count(*) AS n FROM (SELECT unnest(${classes}::VARCHAR[]) AS c0, unnest(${sensitive}::VARCHAR[]) AS c1) GROUP BY ALL`,
    ),
  );
}

async function load(rows: Records): Promise<void> {
  await loadRows(rows);
  await recountClasses(run, ['c0'], null, 1);
  await makeHistogram(run, ['c0'], 'c1');
}

const classesOf = (rows: Records) => [...Map.groupBy(rows, ([one]) => one).values()];
const countOf = (rows: Records, value: string) => rows.filter(([, one]) => one === value).length;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Records in classes that fail, with plain arrays. */
const failing = (rows: Records, fails: (members: Records) => boolean) =>
  sum(
    classesOf(rows)
      .filter(fails)
      .map((members) => members.length),
  );

function failsDiversity(choice: DiversityChoice, members: Records): boolean {
  const counts = values
    .map((value) => countOf(members, value))
    .filter((count) => count > 0)
    .toSorted((a, b) => b - a);
  if (choice.model === 'distinct') return counts.length < choice.l;
  const shares = counts.map((count) => count / members.length);
  if (choice.model === 'entropy') return -sum(shares.map((p) => p * Math.log(p))) < Math.log(choice.l) - 1e-12;
  return counts.length < choice.l || !((counts[0] ?? 0) < choice.c * sum(counts.slice(choice.l - 1)));
}

type Tree = readonly (readonly (string | null)[])[];

/** One top; a top of two groups, which has a root above it; a value that is suppressed at a level. */
const trees: readonly Tree[] = [
  hierarchy,
  [
    ['a', 'abc'],
    ['b', 'abc'],
    ['c', 'abc'],
    ['d', 'd'],
  ],
  [
    ['a', 'x', '*'],
    ['b', 'x', '*'],
    ['c', 'x', '*'],
    ['d', null, '*'],
  ],
];
/** Stands in no row of a tree: only the root is above it. */
const suppressed = '*';

function distanceOf(distance: ClosenessChoice['distance'], tree: Tree, members: Records, all: Records): number {
  const present = [...values, suppressed].filter((value) => countOf(all, value) > 0);
  const excess = present.map((value) => countOf(members, value) / members.length - countOf(all, value) / all.length);
  if (distance === 'equal') return sum(excess.map(Math.abs)) / 2;
  if (distance === 'ordered')
    return present.length < 2
      ? 0
      : sum(excess.map((_, index) => Math.abs(sum(excess.slice(0, index + 1))))) / (present.length - 1);
  const depth = new Set(tree.map((row) => row.at(-1))).size > 1 ? (tree[0]?.length ?? 0) : (tree[0]?.length ?? 0) - 1;
  const groupAt = (value: string, level: number) =>
    level === depth ? 'root' : (tree.find(([one]) => one === value)?.[level] ?? 'none');
  const excessOf = (group: string, level: number) =>
    sum(excess.filter((_, index) => groupAt(present[index] ?? '', level) === group));
  const levels = Array.from({ length: depth }, (_, below) => below + 1);
  const costs = levels.flatMap((level) =>
    [...new Set(present.map((value) => groupAt(value, level)))].map((node) => {
      const below = new Set(
        present.filter((value) => groupAt(value, level) === node).map((value) => groupAt(value, level - 1)),
      );
      const parts = [...below].map((child) => excessOf(child, level - 1));
      return (level / depth) * Math.min(sum(parts.filter((part) => part > 0)), -sum(parts.filter((part) => part < 0)));
    }),
  );
  return sum(costs);
}

/** How far a value goes, 1 being the limit; Infinity for what no limit allows. */
function reachOf(choice: ShareChoice, members: Records, all: Records): number {
  const reaches = values.flatMap((value) => {
    const [q, p] = [countOf(members, value) / members.length, countOf(all, value) / all.length];
    if (p === 0) return [];
    if (choice.model === 'frequency') return choice.values?.includes(value) === false ? [] : [q / choice.alpha];
    if (choice.model === 'disclosure')
      return q === 0 && choice.values === 'present' ? [] : [Math.abs(Math.log2(q / p)) / choice.delta];
    const limit = choice.form === 'basic' ? choice.beta : Math.min(choice.beta, -Math.log(p));
    return [q <= p ? 0 : (q / p - 1) / limit];
  });
  return Math.max(0, ...reaches);
}

const shareChoices: fc.Arbitrary<ShareChoice> = fc.oneof(
  fc.record({
    column: fc.constant('c1'),
    model: fc.constant('frequency' as const),
    alpha: fc.constantFrom(0.25, 0.5, 0.6),
    values: fc.constantFrom(null, ['a'], ['b', 'd']),
  }),
  fc.record({
    column: fc.constant('c1'),
    model: fc.constant('disclosure' as const),
    delta: fc.constantFrom(0.5, 1, 2),
    values: fc.constantFrom('all' as const, 'present' as const),
  }),
  fc.record({
    column: fc.constant('c1'),
    model: fc.constant('likeness' as const),
    beta: fc.constantFrom(0.5, 1, 3),
    form: fc.constantFrom('basic' as const, 'enhanced' as const),
  }),
);

describe('the recount by SQL', () => {
  test('agrees with plain arrays on the bounds of shares', async () => {
    let failed = 0;
    await fc.assert(
      fc.asyncProperty(records, shareChoices, async (rows, choice) => {
        await load(rows);
        const distribution = values
          .filter((value) => countOf(rows, value) > 0)
          .map((value) => ({ value, records: countOf(rows, value) }));
        const { worst, recordsFailing } = await recountShares(run, choice, distribution);
        const fails = (reach: number) => (choice.model === 'disclosure' ? reach >= 1 - 1e-9 : reach > 1 + 1e-9);
        expect(recordsFailing).toBe(failing(rows, (members) => fails(reachOf(choice, members, rows))));
        if (recordsFailing > 0) failed++;
        const threshold = { frequency: 'alpha', disclosure: 'delta', likeness: 'beta' }[choice.model];
        const reached = Math.max(...classesOf(rows).map((members) => reachOf(choice, members, rows)));
        if (Number.isFinite(reached))
          expect((worst ?? 0) / Number(Reflect.get(choice, threshold))).toBeCloseTo(reached, 9);
        else expect(worst).toBeNull();
      }),
      { seed: 67, numRuns: 120 },
    );
    expect(failed).toBeGreaterThan(30);
  });

  test('equality counts as met, to 1e-12: a bound that much lower is met as well, one three times that is not', async () => {
    await load([...Array(2).fill(['p', 'a']), ...Array(2).fill(['p', 'b']), ...Array(4).fill(['q', 'b'])]);
    const distribution = [
      { value: 'a', records: 2 },
      { value: 'b', records: 6 },
    ];
    const failingOf = async (choice: ShareChoice) => (await recountShares(run, choice, distribution)).recordsFailing;
    // a has half of the class p, and b all of q
    const frequency = { column: 'c1', model: 'frequency', values: ['a'] } as const;
    expect(await failingOf({ ...frequency, alpha: 0.5 - 1e-12 })).toBe(0);
    expect(await failingOf({ ...frequency, alpha: 0.5 - 3e-12 })).toBe(4);
    // a has a quarter of all: twice as much of p, |log₂ 2| = 1, which has to stay below δ
    const disclosure = { column: 'c1', model: 'disclosure', values: 'present' } as const;
    expect(await failingOf({ ...disclosure, delta: 1 + 1e-12 })).toBe(4);
    expect(await failingOf({ ...disclosure, delta: 1 + 3e-12 })).toBe(0);
  });

  test('the order of values is that of their first rows', async () => {
    await load([...Array(2).fill(['p', 'a']), ...Array(3).fill(['q', 'b']), ...Array(2).fill(['r', 'c'])]);
    const distribution = ['a', 'b', 'c'].map((value) => ({ value, records: value === 'b' ? 3 : 2 }));
    // a, b, c: of p three sevenths move by one place and two by two, of two; of q four by one; of r as of p
    const twice = [['a'], ['b'], ['c'], ['a']];
    const ordered = { column: 'c1', t: 0.4, distance: 'ordered' } as const;
    const { worst, recordsFailing } = await recountCloseness(run, ordered, distribution, twice);
    expect(worst).toBeCloseTo(0.5, 12);
    expect(recordsFailing).toBe(4);
  });

  test('where all records have one value nothing can be gained and nothing moves', async () => {
    await load(Array(3).fill(['p', 'a']));
    const distribution = [{ value: 'a', records: 3 }];
    const likeness = { column: 'c1', model: 'likeness', beta: 1, form: 'enhanced' } as const;
    expect(await recountShares(run, likeness, distribution)).toEqual({ worst: 0, recordsFailing: 0 });
    for (const distance of ['equal', 'ordered', 'hierarchical'] as const)
      for (const tree of [[['a', '*']], [['a']]])
        expect(await recountCloseness(run, { column: 'c1', t: 0, distance }, distribution, tree)).toEqual({
          worst: 0,
          recordsFailing: 0,
        });
  });

  test('agrees with plain arrays on the classes, their sizes and those that are too small', async () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('p', 'q', '*'), fc.constantFrom('x', 'y', '*')), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 6 }), fc.boolean(), async (all, k, isMarked) => {
        await loadRows(all);
        const isMark = (row: readonly string[]) => isMarked && row.every((cell) => cell === '*');
        const kept = all.filter((row) => !isMark(row));
        const sizes = [...Map.groupBy(kept, (row) => row.join()).values()].map((members) => members.length);
        const { classSizes, ...counted } = await recountClasses(run, ['c0', 'c1'], isMarked ? { text: '*' } : null, k);
        expect(counted).toEqual({
          classes: sizes.length,
          smallestClass: sizes.length === 0 ? null : Math.min(...sizes),
          recordsBelow: sum(sizes.filter((size) => size < k)),
          markedRecords: all.length - kept.length,
          uniques: sizes.filter((size) => size === 1).length,
        });
        expect([sum(classSizes.map((one) => one.classes)), sum(classSizes.map((one) => one.records))]).toEqual([
          sizes.length,
          kept.length,
        ]);
      }),
      { seed: 68, numRuns: 60 },
    );
  });

  test('agrees with plain arrays on diversity', async () => {
    const choice = fc.oneof(
      fc.record({
        column: fc.constant('c1'),
        model: fc.constantFrom('distinct' as const, 'entropy' as const),
        l: fc.integer({ min: 1, max: 4 }),
      }),
      fc.record({
        column: fc.constant('c1'),
        model: fc.constant('recursive' as const),
        l: fc.integer({ min: 1, max: 3 }),
        c: fc.constantFrom(0.5, 1, 2, 3),
      }),
    );
    await fc.assert(
      fc.asyncProperty(records, choice, async (rows, one) => {
        await load(rows);
        const { recordsFailing } = await recountDiversity(run, one);
        expect(recordsFailing).toBe(failing(rows, (members) => failsDiversity(one, members)));
      }),
      { seed: 65, numRuns: 60 },
    );
  });

  test('agrees with plain arrays on closeness', async () => {
    await fc.assert(
      fc.asyncProperty(
        recordsOf([...values, suppressed]),
        fc.constantFrom(...trees),
        fc.constantFrom('equal' as const, 'ordered' as const, 'hierarchical' as const),
        fc.constantFrom(0.1, 0.2, 0.35),
        async (rows, tree, distance, t) => {
          await load(rows);
          const distribution = [...values, suppressed]
            .filter((value) => countOf(rows, value) > 0)
            .map((value) => ({ value, records: countOf(rows, value) }));
          const { worst, recordsFailing } = await recountCloseness(
            run,
            { column: 'c1', t, distance },
            distribution,
            tree,
          );
          const distances = classesOf(rows).map((members) => distanceOf(distance, tree, members, rows));
          expect(worst).toBeCloseTo(Math.max(...distances), 10);
          expect(recordsFailing).toBe(
            failing(rows, (members) => distanceOf(distance, tree, members, rows) > t + 1e-12),
          );
        },
      ),
      { seed: 66, numRuns: 90 },
    );
  });
});
