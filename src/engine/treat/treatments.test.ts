import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { treatTable } from '../../../test/support/treatTable.ts';
import type { RecipeColumn, RecordStep, Treatment } from '../recipe/recipe.ts';
import { openRun, type Run } from '../run.ts';
import { raw, sql, statement } from '../sql.ts';
import { describeObjectors } from './objectors.ts';
import { applyRecordSteps } from './recordSteps.ts';
import { planTreatments, stateAfter } from './treatmentPlan.ts';

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
const top = (from: number, label: string, item: 4 | 5 = 4): Treatment => ({
  kind: 'topCode',
  item,
  from,
  label,
  atLeast: null,
});

/** The values after the treatments of one column, and the text of the statement. */
async function treat(treatments: readonly Treatment[], values: readonly string[]) {
  const { after, text } = await treatTable(run, { 年齢: values }, { 年齢: treatments });
  return { text, after: after.年齢 };
}

describe('treatments as SQL', () => {
  test('topCode and bottomCode read the number in the text, in any width', async () => {
    const values = ['116歳', '89歳', '90歳以上', '90', '９１歳', '不明', '', '1,200万円'];
    const coded = await treat([top(90, '90歳以上')], values);
    expect(coded.after).toEqual(['90歳以上', '89歳', '90歳以上', '90歳以上', '90歳以上', '不明', '', '90歳以上']);
    expect(coded.text).toMatch(
      /^\(SELECT \*, CASE WHEN TRY_CAST\(.* AS DOUBLE\) >= \$\d THEN \$\d ELSE "c0" END AS "s0" FROM t\)$/,
    );
    const bottom = await treat(
      [{ kind: 'bottomCode', item: 4, from: 18, label: '18歳以下', atLeast: null }],
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

  test('datePart keeps as much as a value says: a time goes, a month without a day stays', async () => {
    const values = ['2019-07-01 10:30', '平成31年7月', '2019年', ''];
    expect((await treat([{ kind: 'datePart', item: 5, part: 'month' }], values)).after).toEqual([
      '2019-07',
      '2019-07',
      null,
      null,
    ]);
    const years = await treat([{ kind: 'datePart', item: 5, part: 'year' }], values);
    expect(years.after).toEqual(['2019', '2019', '2019', null]);
    const { notes } = await treatTable(
      run,
      { 生年月日: values },
      { 生年月日: [{ kind: 'datePart', item: 5, part: 'year' }] },
    );
    expect(notes).toEqual([
      '列「生年月日」に、元号の期間の外の日付が 1 件あります: 「平成31年7月」の 1 件。西暦に直して扱いました。書き誤りでないか、確かめてください。',
    ]);
  });

  test('by hand: the threshold is the value at which the merged class reaches its size', async () => {
    const coding = (kind: 'topCode' | 'bottomCode', label: string): Treatment => ({
      kind,
      item: 4,
      from: null,
      label,
      atLeast: 3,
    });
    const table = { 年齢: ['116歳', '95歳', '95歳', '80', '40', '３', '不明'] };
    const treated = await treatTable(run, table, { 年齢: [coding('topCode', '{from}以上')] });
    expect(treated.after.年齢).toEqual(['95以上', '95以上', '95以上', '80', '40', '３', '不明']);
    expect(treated.resolved.年齢).toEqual([{ kind: 'topCode', item: 4, from: 95, label: '95以上', atLeast: 3 }]);
    const bottom = await treatTable(run, table, { 年齢: [coding('bottomCode', '{from}以下')] });
    expect(bottom.after.年齢).toEqual(['116歳', '95歳', '95歳', '80以下', '80以下', '80以下', '不明']);
    const few = treatTable(run, { 年齢: ['1', '2', '不明'] }, { 年齢: [coding('topCode', '高')] });
    await expect(few).rejects.toThrow(/年齢.*topCode → atLeast.*「3」.*2 件/);
  });

  test('a threshold by size is the most telling one: the class reaches its size, and one value further it does not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -5, max: 20 }), { minLength: 4, maxLength: 30 }),
        fc.integer({ min: 2, max: 4 }),
        async (numbers, atLeast) => {
          const coding: Treatment = { kind: 'topCode', item: 4, from: null, label: '高', atLeast };
          const { resolved } = await treatTable(run, { 値: numbers.map(String) }, { 値: [coding] });
          const [found] = resolved.値 ?? [];
          const from = found?.kind === 'topCode' ? (found.from ?? Number.NaN) : Number.NaN;
          expect(numbers).toContain(from);
          expect(numbers.filter((one) => one >= from).length).toBeGreaterThanOrEqual(atLeast);
          expect(numbers.filter((one) => one > from).length).toBeLessThan(atLeast);
        },
      ),
      { seed: 4, numRuns: 20 },
    );
  });

  test('suppressCell sees the value of the source, whatever came before', async () => {
    const { after } = await treat(
      [
        top(50, '50以上'),
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
        column([top(80, '80歳以上', 5), top(90, '90歳以上')], '年齢'),
      ],
      new Map([
        ['コード', 'c0'],
        ['年齢', 'c1'],
      ]),
      { seed: '', keys: null },
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
      { from: numbers, count: raw('count(*)'), each: raw('1'), distinct: null },
      [
        { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'above', number: 89 } } },
        { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'matches', pattern: '^9' } } },
        { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'equals', value: '5' } } },
        { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'below', number: 1 } } },
      ],
      { sourceOf, seed: 'f'.repeat(32), listed: new Map() },
    );
    expect(dropped).toEqual([10, 1, 1, 1]);
    expect(await remaining(from)).toEqual(
      Array.from({ length: 89 }, (_, i) => i + 1).filter((i) => i !== 5 && i !== 9),
    );
  });

  test('objectors go by their key, in any width, and condition and share choose who stays', async () => {
    const objectors: RecordStep = {
      kind: 'objectors',
      item: 5,
      file: { csv: 'list.csv', delimiter: ',', encoding: 'utf-8' },
      key: ['番号'],
    };
    const steps: RecordStep[] = [
      objectors,
      { kind: 'keep', item: 5, condition: { column: '番号', test: { is: 'below', number: 50 } } },
      { kind: 'sample', item: 5, share: 0.25 },
    ];
    const listed = new Map([[objectors, [['7', ' １２ ', '999']]]]);
    const context = { sourceOf, seed: 'c'.repeat(32), listed };
    const { from, dropped } = await applyRecordSteps(
      run,
      { from: numbers, count: raw('count(*)'), each: raw('1'), distinct: null },
      steps,
      context,
    );
    expect(dropped).toEqual([2, 50, 36]);
    const left = await remaining(from);
    expect(left).toHaveLength(12);
    expect(left.every((number) => number < 50 && number !== 7 && number !== 12)).toBe(true);
    expect(await describeObjectors(run, numbers, steps, sourceOf)).toEqual([
      '異議の一覧 list.csv の 3 件のうち 2 件が元のデータにありました。残る 1 件は見つかりません。書き方の違いで漏れていないか、確かめてください。',
    ]);
    await run.execute({ text: 'DROP TABLE sample_2' });
  });

  test('98: every record is as likely to be drawn', async () => {
    const drawn = new Map<number, number>();
    const rounds = 200;
    for (let round = 0; round < rounds; round++) {
      const context = { sourceOf, seed: round.toString(16).padStart(32, '0'), listed: new Map() };
      const step: RecordStep = { kind: 'sample', item: 5, rows: 50 };
      const { from } = await applyRecordSteps(
        run,
        { from: numbers, count: raw('count(*)'), each: raw('1'), distinct: null },
        [step],
        context,
      );
      for (const number of await remaining(from)) drawn.set(number, (drawn.get(number) ?? 0) + 1);
      await run.execute({ text: 'DROP TABLE sample_0' });
    }
    const counts = Array.from({ length: 100 }, (_, number) => drawn.get(number) ?? 0);
    // Hypergeometric draws: each record in half of the rounds, and together less spread than independent ones.
    const chi = counts.reduce((sum, count) => sum + (count - rounds / 2) ** 2 / (rounds / 4), 0);
    expect(chi).toBeGreaterThan(100 - 5 * Math.sqrt(200));
    expect(chi).toBeLessThan(100 + 5 * Math.sqrt(200));
  });

  test('scenario 98: a sample has the wanted size, is the same for the same seed, and is drawn from what is left', async () => {
    const steps = [
      { kind: 'drop', item: 5, condition: { column: '番号', test: { is: 'below', number: 50 } } },
      { kind: 'sample', item: 5, rows: 20 },
    ] as const;
    const draws: number[][] = [];
    for (const seed of ['a', 'a', 'b']) {
      const { from, dropped } = await applyRecordSteps(
        run,
        { from: numbers, count: raw('count(*)'), each: raw('1'), distinct: null },
        steps,
        {
          sourceOf,
          seed: seed.repeat(32),
          listed: new Map(),
        },
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
