import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecipeColumn, Treatment } from '../recipe/recipe.ts';
import { openRun, type Run } from '../run.ts';
import { name, raw, sql, statement } from '../sql.ts';
import { makeLookups } from './lookups.ts';
import { applyRecordSteps } from './recordSteps.ts';
import { planTreatments, stateAfter } from './treatmentPlan.ts';
import { treatedSql } from './treatmentSql.ts';

let run: Run;
const folder = mkdtempSync(join(tmpdir(), 'tokumei-treat-'));
beforeAll(async () => {
  run = await openRun({ folder, memoryMiB: 256, threads: 2 });
});
afterAll(() => {
  run.close();
  rmSync(folder, { recursive: true });
});

const column = (treatments: readonly Treatment[], text = '年齢'): RecipeColumn => ({
  name: text,
  role: 'quasi',
  treatments,
  hierarchy: { kind: 'none' },
  weight: 1,
  levels: {},
  accepted: null,
});

/** The values after the treatments of one column, and the text of the statement. */
async function treat(treatments: readonly Treatment[], values: readonly string[]) {
  const plan = planTreatments([column(treatments)], new Map([['年齢', 'c0']]));
  const rows = values.map((value) => sql`SELECT ${value} AS c0`);
  const from = sql`(${rows.reduce((all, one) => sql`${all} UNION ALL ${one}`)})`;
  await makeLookups(run, plan, { from, count: raw('count(*)') }, { hierarchyOf: () => undefined, areas: null });
  const [state] = stateAfter(plan, 5);
  const treated = name(state?.databaseColumn ?? '');
  const pairs = await run.rows<{ c0: string; treated: string | null }>(
    statement(sql`SELECT c0, ${treated} AS treated FROM ${treatedSql(plan, from)}`),
  );
  const after = new Map(pairs.map((pair) => [pair.c0, pair.treated]));
  return { text: statement(treatedSql(plan, raw('t'))).text, after: values.map((value) => after.get(value)) };
}

describe('treatments as SQL', () => {
  test('topCode and bottomCode read the number in the text, in any width', async () => {
    const values = ['116歳', '89歳', '90歳以上', '90', '９１歳', '不明', '', '1,200万円'];
    const top = await treat([{ kind: 'topCode', item: 4, from: 90, label: '90歳以上' }], values);
    expect(top.after).toEqual(['90歳以上', '89歳', '90歳以上', '90歳以上', '90歳以上', '不明', '', '90歳以上']);
    expect(top.text).toMatch(
      /^\(SELECT \*, CASE WHEN TRY_CAST\(.* AS DOUBLE\) >= \$\d THEN \$\d ELSE "c0" END AS "s0" FROM t\)$/,
    );
    const bottom = await treat(
      [{ kind: 'bottomCode', item: 4, from: 18, label: '18歳以下' }],
      ['3', '18歳', '19', '-5'],
    );
    expect(bottom.after).toEqual(['18歳以下', '18歳以下', '19', '18歳以下']);
  });

  test('truncateAfter keeps the separator, and suppresses a value without it', async () => {
    const { after, text } = await treat(
      [{ kind: 'truncateAfter', item: 1, separator: '-' }],
      ['090-1234-5678', '0471234567', '047-', ''],
    );
    expect(after).toEqual(['090-', null, '047-', null]);
    expect(text).toContain('left("c0", CAST(strpos("c0", $');
  });

  test('datePart reads 西暦 and 和暦, and suppresses what is no date', async () => {
    const values = ['2019-07-15', '令和元年7月15日', 'S50.1.2', '2019-02-30', '不明'];
    expect((await treat([{ kind: 'datePart', item: 5, part: 'month' }], values)).after).toEqual([
      '2019-07',
      '2019-07',
      '1975-01',
      null,
      null,
    ]);
    await run.execute({ text: 'DROP TABLE lookup_s0' });
    const years = await treat([{ kind: 'datePart', item: 5, part: 'year' }], values);
    expect(years.after).toEqual(['2019', '2019', '1975', null, null]);
    expect(years.text).toBe('(SELECT t.*, l.label AS "s0" FROM t t LEFT JOIN "lookup_s0" l ON l.value = t."c0")');
  });

  test('bands hold their number, have their width, and below `from` there is one band', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: -50, max: 50 }),
        async (numbers, width, from) => {
          const { after } = await treat([{ kind: 'bands', item: 5, width, from }], numbers.map(String));
          const expected = numbers.map((number) => {
            let low = from;
            while (low + width <= number) low += width;
            return number < from ? `<${from}` : `${low}-${low + width - 1}`;
          });
          expect(after).toEqual(expected);
        },
      ),
      { seed: 62, numRuns: 30 },
    );
  });

  test('suppressCell sees the value of the source, whatever came before', async () => {
    const { after } = await treat(
      [
        { kind: 'topCode', item: 4, from: 50, label: '50以上' },
        { kind: 'suppressCell', item: 4, condition: { column: '年齢', test: { is: 'in', values: ['60', '10'] } } },
      ],
      ['60', '70', '10', '20'],
    );
    expect(after).toEqual([null, '50以上', null, '20']);
  });

  test('steps run by item over all columns, and within an item in the order written', () => {
    const plan = planTreatments(
      [
        column([{ kind: 'dropColumn', item: 3 }], 'コード'),
        column(
          [
            { kind: 'topCode', item: 5, from: 80, label: '80歳以上' },
            { kind: 'topCode', item: 4, from: 90, label: '90歳以上' },
          ],
          '年齢',
        ),
      ],
      new Map([
        ['コード', 'c0'],
        ['年齢', 'c1'],
      ]),
    );
    expect(plan.steps.map(({ id, before, treatment }) => [id, before, treatment.item])).toEqual([
      ['s0', 'c0', 3],
      ['s1', 'c1', 4],
      ['s2', 's1', 5],
    ]);
    const databaseColumns = (item: 2 | 3 | 4 | 5) => stateAfter(plan, item).map(({ databaseColumn }) => databaseColumn);
    expect([2, 3, 4, 5].map((item) => databaseColumns(item as 2))).toEqual([['c0', 'c1'], ['c1'], ['s1'], ['s2']]);
  });
});

describe('record steps', () => {
  const numbers = raw('(SELECT CAST(range AS VARCHAR) AS c0, range AS row FROM range(100))');
  const sourceOf = new Map([['番号', 'c0']]);
  const remaining = async (from: typeof numbers) =>
    (await run.rows<{ c0: string }>(statement(sql`SELECT c0 FROM ${from} ORDER BY row`))).map(({ c0 }) => Number(c0));

  test('each record is dropped once and counted for the first step that drops it', async () => {
    const { from, dropped } = await applyRecordSteps(
      run,
      { from: numbers, count: raw('count(*)') },
      [
        { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'above', number: 89 } } },
        { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'matches', pattern: '^9' } } },
        { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'equals', value: '5' } } },
        { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'below', number: 1 } } },
      ],
      sourceOf,
      'f'.repeat(32),
    );
    expect(dropped).toEqual([10, 1, 1, 1]);
    expect(await remaining(from)).toEqual(
      Array.from({ length: 89 }, (_, i) => i + 1).filter((i) => i !== 5 && i !== 9),
    );
  });

  test('98: a sample has the wanted size, is the same for the same seed, and is drawn from what is left', async () => {
    const steps = [
      { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'below', number: 50 } } },
      { kind: 'sample', item: 5, rows: 20 },
    ] as const;
    const draws: number[][] = [];
    for (const seed of ['a', 'a', 'b']) {
      const { from, dropped } = await applyRecordSteps(
        run,
        { from: numbers, count: raw('count(*)') },
        steps,
        sourceOf,
        seed.repeat(32),
      );
      expect(dropped).toEqual([50, 30]);
      draws.push(await remaining(from));
      await run.execute({ text: 'DROP TABLE sample_1' });
    }
    expect(draws[0]).toHaveLength(20);
    expect(draws[0]?.every((number) => number >= 50)).toBe(true);
    expect(draws[1]).toEqual(draws[0]);
    expect(draws[2]).not.toEqual(draws[0]);
  });
});
