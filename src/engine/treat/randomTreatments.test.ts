import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { treatTable } from '../../../test/support/treatTable.ts';
import type { Treatment } from '../recipe/recipe.ts';
import { openRun, type Run } from '../run.ts';
import { drawRange } from './draws.ts';
import { noiseTable } from './noiseTable.ts';

let run: Run;
const folder = mkdtempSync(join(tmpdir(), 'tokumei-draws-'));
beforeAll(async () => {
  run = await openRun({ folder, memoryMiB: 256, threads: 2 });
});
afterAll(() => {
  run.close();
  rmSync(folder, { recursive: true });
});

type Of<Kind extends Treatment['kind']> = Extract<Treatment, { kind: Kind }>;
const swap = (change: Partial<Of<'swap'>> = {}): Of<'swap'> => ({
  kind: 'swap',
  item: 5,
  rate: 1,
  within: [],
  group: null,
  ...change,
});
const noise = (change: Partial<Of<'addNoise'>> = {}): Of<'addNoise'> => ({
  kind: 'addNoise',
  item: 5,
  distribution: 'laplace',
  scale: 3,
  round: 1,
  min: null,
  max: null,
  ...change,
});

const seedOf = (number: number) => number.toString(16).padStart(32, '0');
const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0);
/** The draw of a text, with node's own digest. */
const drawOf = (use: string, seed: string, text: string | number) => {
  const key = createHash('sha256').update(`${use}:${seed}`).digest('hex');
  return Number.parseInt(createHash('sha256').update(`${key}${text}`).digest('hex').slice(0, 13), 16);
};

describe('データ交換（スワップ）', () => {
  test('by hand: the two records with the smallest draws exchange, then the next two', async () => {
    const values = ['甲', '乙', '丙', '丁', '戊'];
    const order = [0, 1, 2, 3, 4].toSorted(
      (a, b) => drawOf('swap:column:町', seedOf(1), a) - drawOf('swap:column:町', seedOf(1), b),
    );
    const expected = [...values];
    for (const [one = 0, other = 0] of [order.slice(0, 2), order.slice(2, 4)])
      [expected[one], expected[other]] = [values[other] ?? '', values[one] ?? ''];
    const { after } = await treatTable(run, { 町: values }, { 町: [swap()] }, seedOf(1));
    expect(after.町).toEqual(expected);
  });

  test('no value is lost or leaves its group, and no more records take part than the rate says', async () => {
    const record = fc.tuple(fc.constantFrom('甲', '乙', '丙', '', '丁'), fc.constantFrom('東', '西', '南'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.nat(1000),
        async (rows, rate, number) => {
          const table = { 町: rows.map(([town]) => town), 区: rows.map(([, ward]) => ward) };
          const { after } = await treatTable(run, table, { 町: [swap({ rate, within: ['区'] })] }, seedOf(number));
          const pairsOf = (towns: readonly (string | null)[] = []) =>
            towns.map((town, index) => `${town}/${table.区[index]}`).toSorted();
          expect(pairsOf(after.町)).toEqual(pairsOf(table.町));
          for (const ward of ['東', '西', '南']) {
            const own = rows.flatMap((row, index) => (row[1] === ward ? [index] : []));
            const moved = own.filter((index) => after.町?.[index] !== table.町[index]).length;
            expect(moved).toBeLessThanOrEqual(
              2 * Math.min(Math.floor(own.length / 2), Math.ceil((rate * own.length) / 2)),
            );
          }
        },
      ),
      { seed: 116, numRuns: 25 },
    );
  });

  test('every record is as likely to take part, and the rate is met on average, in small groups too', async () => {
    const [groups, rounds] = [400, 20];
    const table = {
      値: Array.from({ length: groups * 3 }, (_, index) => String(index)),
      組: Array.from({ length: groups * 3 }, (_, index) => String(index % groups)),
    };
    const moved = [0, 0, 0];
    for (let round = 0; round < rounds; round++) {
      const { after } = await treatTable(run, table, { 値: [swap({ rate: 0.5, within: ['組'] })] }, seedOf(round));
      for (const [index, value] of (after.値 ?? []).entries())
        if (value !== String(index)) moved[Math.floor(index / groups)] = (moved[Math.floor(index / groups)] ?? 0) + 1;
    }
    const trials = groups * rounds;
    // Of three records, one pair with probability 3/4: each takes part with probability 1/2.
    const deviation = Math.sqrt(trials / 4);
    for (const count of moved) expect(Math.abs(count - trials / 2)).toBeLessThan(4 * deviation);
  });

  test('columns of one group move together, and the same seed moves the same records', async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => String(index));
    const table = { 町: numbers.map((one) => `町${one}`), 郵便番号: numbers };
    const together = { 町: [swap({ group: '住所' })], 郵便番号: [swap({ group: '住所' })] };
    const first = await treatTable(run, table, together, seedOf(7));
    expect(first.after.町).toEqual(first.after.郵便番号?.map((one) => `町${one}`));
    expect(first.after.町).not.toEqual(table.町);
    expect((await treatTable(run, table, together, seedOf(7))).after).toEqual(first.after);
    expect((await treatTable(run, table, together, seedOf(8))).after).not.toEqual(first.after);
  });
});

describe('ノイズ（誤差）の付加', () => {
  test('by hand: the draw of a record is looked up in the table of the distribution', async () => {
    const { low, steps } = noiseTable('laplace', 3);
    const { after } = await treatTable(run, { 額: ['100', '100', '100', '7.4'] }, { 額: [noise()] }, seedOf(5));
    const expected = [100, 100, 100, 7].map((value, row) => {
      const draw = drawOf('noise:額', seedOf(5), row);
      return String(value + (steps[low.findLastIndex((start) => start <= draw)] ?? 0));
    });
    expect(after.額).toEqual(expected);
  });

  test('what is no number is suppressed, an empty cell stays empty, and the label of a coding stays', async () => {
    const coding: Treatment = { kind: 'topCode', item: 4, from: 80, label: '80以上', atLeast: null };
    const { after } = await treatTable(
      run,
      { 額: ['不明', '', '91', '１２'] },
      { 額: [coding, noise({ scale: 0.01 })] },
    );
    expect(after.額).toEqual([null, '', '80以上', '12']);
  });

  test('results are multiples of `round` within the bounds, as exact text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(0.05, 0.1, 0.25, 1, 10),
        fc.constantFrom('laplace' as const, 'gaussian' as const),
        async (tenths, round, distribution) => {
          const treatment = noise({ distribution, scale: 20 * round, round, min: -20, max: 30 });
          const { after } = await treatTable(
            run,
            { 額: tenths.map((one) => (one / 10).toFixed(1)) },
            { 額: [treatment] },
          );
          const decimals = String(round).split('.')[1]?.length ?? 0;
          for (const text of after.額 ?? []) {
            expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
            const multiple = Number(text) / round;
            expect(Math.abs(multiple - Math.round(multiple))).toBeLessThan(1e-9);
            expect(Number(text)).toBeGreaterThanOrEqual(-20);
            expect(Number(text)).toBeLessThanOrEqual(30);
          }
        },
      ),
      { seed: 62, numRuns: 15 },
    );
  });

  test.each<['laplace' | 'gaussian', number]>([
    ['laplace', 0.4],
    ['laplace', 12],
    ['gaussian', 1.5],
    ['gaussian', 40],
  ])('the table of %s noise of scale %d is symmetric and has the variance of its formula', (distribution, scale) => {
    const { low, steps } = noiseTable(distribution, scale);
    const widths = [...low].map((start, index) => (low[index + 1] ?? drawRange) - start);
    expect(sum(widths)).toBe(drawRange);
    const chance = new Map([...steps].map((step, index) => [step, (widths[index] ?? 0) / drawRange]));
    for (const [step, one] of chance) expect(Math.abs(one - (chance.get(-step) ?? 0))).toBeLessThan(4 / drawRange);
    const variance = sum([...chance].map(([step, one]) => step * step * one));
    const q = Math.exp(-1 / scale);
    // From scale 1.5 on the discrete Gaussian has the variance of the continuous one but for less than 1e-15.
    const expected = distribution === 'laplace' ? (2 * q) / (1 - q) ** 2 : scale ** 2;
    expect(Math.abs(variance / expected - 1)).toBeLessThan(1e-9);
  });

  test('drawn noise is spread as its table says (chi-squared), and independent of the neighbour', async () => {
    const rows = 20_000;
    const table = { 額: Array.from({ length: rows }, () => '0') };
    const { after } = await treatTable(run, table, { 額: [noise({ scale: 2 })] }, seedOf(11));
    const drawn = (after.額 ?? []).map(Number);
    const { low, steps } = noiseTable('laplace', 2);
    const expected = new Map(
      [...steps].map((step, index) => [step, (((low[index + 1] ?? drawRange) - (low[index] ?? 0)) / drawRange) * rows]),
    );
    const cells = [...expected].filter(([, wanted]) => wanted >= 10);
    const chi = sum(cells.map(([step, wanted]) => (drawn.filter((one) => one === step).length - wanted) ** 2 / wanted));
    expect(chi).toBeLessThan(cells.length + 5 * Math.sqrt(2 * cells.length));
    const square = sum(drawn.map((one) => one * one));
    const besideNext = sum(drawn.slice(1).map((one, index) => one * (drawn[index] ?? 0)));
    expect(Math.abs(besideNext / square)).toBeLessThan(5 / Math.sqrt(rows));
  });

  test('the same seed gives the same noise, another seed or column another', async () => {
    const values = Array.from({ length: 50 }, () => '0');
    const table = { 額: values, 量: values };
    const treatments = { 額: [noise()], 量: [noise()] };
    const { after } = await treatTable(run, table, treatments, seedOf(1));
    expect(after.額).not.toEqual(after.量);
    expect((await treatTable(run, table, treatments, seedOf(1))).after).toEqual(after);
    expect((await treatTable(run, table, treatments, seedOf(2))).after.額).not.toEqual(after.額);
  });
});
