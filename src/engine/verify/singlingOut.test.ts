import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOfValues, openRun, type Run } from '../run.ts';
import { joined, name, raw, sql, statement } from '../sql.ts';
import { affordable, singleOut } from './singlingOut.ts';

let run: Run;
const folder = mkdtempSync(join(tmpdir(), 'tokumei-single-'));
beforeAll(async () => {
  run = await openRun({ folder, memoryMiB: 256, threads: 2 });
});
afterAll(() => {
  run.close();
  rmSync(folder, { recursive: true });
});

const ids = ['c0', 'c1', 'c2', 'c3'];
const published = (covered: readonly string[]) =>
  ids.map((id) => ({ id, header: `列${id}`, covered: covered.includes(id) }));

async function load(rows: readonly (readonly string[])[]): Promise<void> {
  await run.execute({ text: 'DROP TABLE IF EXISTS found' });
  const columns = ids.map(
    (id, index) => sql`unnest(${listOfValues(rows.map((row) => row[index] ?? ''))}::VARCHAR[]) AS ${name(id)}`,
  );
  await run.execute(
    statement(sql`CREATE TABLE found AS SELECT *, count(*) AS n FROM (SELECT ${joined(columns)}) GROUP BY ALL`),
  );
}

/** The sets of up to three of the four columns, by plain loops. */
function naive(rows: readonly (readonly string[])[]) {
  const alone: { columns: number[]; records: number }[] = [];
  for (let mask = 1; mask < 15; mask++) {
    const columns = [0, 1, 2, 3].filter((column) => mask & (1 << column));
    const keys = rows.map((row) => columns.map((column) => row[column]).join('|'));
    const records = keys.filter((key) => keys.filter((one) => one === key).length === 1).length;
    if (columns.length <= 3) alone.push({ columns, records });
  }
  return alone;
}

const row = fc.tuple(...ids.map(() => fc.constantFrom('a', 'b', 'c', 'd')));

test('counts who is alone on every set of up to three columns as plain loops do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
      await load(rows);
      const expected = naive(rows);
      const { upTo, sizes, worst } = await singleOut(run, published([]));
      expect(upTo).toBe(3);
      for (const { columns, sets, telling, mostAlone } of sizes) {
        const own = expected.filter((one) => one.columns.length === columns).map(({ records }) => records);
        expect([sets, telling, mostAlone]).toEqual([
          own.length,
          own.filter((records) => records > 0).length,
          Math.max(...own),
        ]);
      }
      const found = expected.filter(({ records }) => records > 0);
      expect(worst.map(({ columns, records }) => `${columns.join()} ${records}`).toSorted()).toEqual(
        found.map(({ columns, records }) => `${columns.map((one) => `列c${one}`).join()} ${records}`).toSorted(),
      );
    }),
    { seed: 74, numRuns: 40 },
  );
});

test('listed are up to twenty sets that leave somebody alone, most records first, then fewer columns', async () => {
  await run.execute({ text: 'DROP TABLE IF EXISTS found' });
  // of four records the first column tells two apart, each other one a single one
  const many = Array.from({ length: 6 }, (_, index) => `c${index}`);
  const columns = many.map((id, index) =>
    index === 0 ? sql`least(range, 2) AS ${name(id)}` : sql`greatest(range, 2) AS ${name(id)}`,
  );
  await run.execute(statement(sql`CREATE TABLE found AS SELECT ${joined(columns)}, 1 AS n FROM ${raw('range(4)')}`));
  const { worst } = await singleOut(
    run,
    many.map((id) => ({ id, header: id, covered: false })),
  );
  const sizes = worst.map(({ columns: own, records }) => [records, own.length]);
  // all four with the first column and another; two with the first alone; one with each set of the others
  expect(sizes).toEqual([...Array(5).fill([4, 2]), ...Array(10).fill([4, 3]), ...[[2, 1]], ...Array(4).fill([1, 1])]);
});

test('sets of columns whose classes were counted are known to leave nobody alone, and are right without a look', async () => {
  const classes = ['a,a', 'a,b', 'b,c'].flatMap((quasi) => [`${quasi},x,1`, `${quasi},y,2`, `${quasi},y,3`]);
  await load(classes.map((line) => line.split(',')));
  const [all, known] = [await singleOut(run, published([])), await singleOut(run, published(['c0', 'c1']))];
  expect(known).toEqual(all);
  expect(known.sizes.map(({ telling }) => telling)).toEqual([0, 4, 4]);
});

test('sets grow up to three columns while all of them are 20,000, and rows times those to be grouped 2 × 10⁹', () => {
  const upTo = (open: number, covered: number, rows: number) => {
    const columns = Array.from({ length: open + covered }, (_, index) => ({ covered: index >= open }));
    return affordable(columns, rows);
  };
  // 49 columns have 49 + 1,176 + 18,424 sets, 199 have 199 + 19,701
  expect([49, 50, 199, 200, 20_000, 20_001].map((columns) => upTo(columns, 0, 1))).toEqual([3, 2, 2, 1, 1, 0]);
  // three columns: 7 sets, 6 of up to two, 3 of one
  const most = [2e9 / 7, 2e9 / 6, 2e9 / 3].map(Math.floor);
  expect(most.map((rows) => upTo(3, 0, rows))).toEqual([3, 2, 1]);
  expect(most.map((rows) => upTo(3, 0, rows + 1))).toEqual([2, 1, 0]);
  // of two covered ones 3 sets are known: 4 remain
  expect([upTo(1, 2, 5e8), upTo(1, 2, 5e8 + 1), upTo(0, 3, 1e12)]).toEqual([3, 2, 3]);
});

test('where there are too many columns the sets are smaller, and it says so', async () => {
  await run.execute({ text: 'DROP TABLE IF EXISTS found' });
  const many = Array.from({ length: 60 }, (_, index) => `c${index}`);
  const columns = joined(many.map((id) => sql`range AS ${name(id)}`));
  await run.execute(statement(sql`CREATE TABLE found AS SELECT ${columns}, 1 AS n FROM ${raw('range(3)')}`));
  const { upTo, sizes } = await singleOut(
    run,
    many.map((id) => ({ id, header: id, covered: false })),
  );
  expect(upTo).toBe(2);
  expect(sizes).toEqual([
    { columns: 1, sets: 60, telling: 60, mostAlone: 3 },
    { columns: 2, sets: 1770, telling: 1770, mostAlone: 3 },
  ]);
});
