import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import { readHierarchyFile } from './hierarchyFile.ts';
import { importTable } from './import/importTable.ts';
import { InputError } from './inputError.ts';
import { readRecipe } from './recipe/readRecipe.ts';
import type { StandardItem } from './recipe/recipe.ts';
import { openRun, type Run } from './run.ts';
import { joined, name, raw, sql, statement } from './sql.ts';
import { makeLookups } from './treat/lookups.ts';
import { planTreatments, stateAfter } from './treat/treatmentPlan.ts';
import { treatedSql } from './treat/treatmentSql.ts';
import { verify } from './verifyFolder.ts';

/** 加工基準に基づく加工例: the two tables before, and 表1 after each item of the standard. */
const table1 = `個人コード	氏名	住所	年齢	性別	電話番号	マイナンバー
120000001	千葉松子	市川市市川3-4-6	116歳	女	090-1234-5678	123456789012
120000002	市川太郎	市川市八幡1-2-3	50歳	男	047-123-4567	123456789013
`;
const table2 = `個人コード	氏名	職業	世帯年収
120000001	千葉松子	無職	200万円
120000002	市川太郎	会社員	1,200万円
`;
const after: Readonly<Record<StandardItem, string>> = {
  1: `個人コード	住所	年齢	性別	電話番号	マイナンバー
120000001	市川市市川	116歳	女	090-	123456789012
120000002	市川市八幡	50歳	男	047-	123456789013
`,
  2: `個人コード	住所	年齢	性別	電話番号
120000001	市川市市川	116歳	女	090-
120000002	市川市八幡	50歳	男	047-
`,
  3: `住所	年齢	性別	電話番号
市川市市川	116歳	女	090-
市川市八幡	50歳	男	047-
`,
  4: `住所	年齢	性別	電話番号
市川市市川	90歳以上	女	090-
市川市八幡	50歳	男	047-
`,
  5: `住所	年齢	性別	電話番号
市川市市川	80歳以上	女	090-
市川市八幡	50歳	男	047-
`,
};
/** Those who live near, so that the last step has a class to join: no other of them is over 90. */
const neighbours = `120000003	住民一	市川市市川9-9-1	81歳	女	090-0000-0001	000000000011
120000004	住民二	市川市市川9-9-2	84歳	女	090-0000-0002	000000000012
120000005	住民三	市川市八幡9-9-3	50歳	男	047-000-0003	000000000013
120000006	住民四	市川市八幡9-9-4	50歳	男	047-000-0004	000000000014
`;
const addresses = [
  ...['3-4-6', '9-9-1', '9-9-2'].map((number) => `市川市市川${number},市川市市川,市川市`),
  ...['1-2-3', '9-9-3', '9-9-4'].map((number) => `市川市八幡${number},市川市八幡,市川市`),
].join('\n');

const recipe = {
  source: { path: 'table1.tsv', delimiter: '\t' },
  columns: {
    個人コード: { role: 'linkingCode', treat: [{ dropColumn: {} }] },
    氏名: { role: 'identifying', treat: [{ dropColumn: {} }] },
    住所: { role: 'quasi', treat: [{ item: 1, generalize: { csv: 'address.csv', level: 1 } }] },
    年齢: {
      role: 'quasi',
      treat: [{ topCode: { from: 90, label: '90歳以上' } }, { item: 5, topCode: { from: 80, label: '80歳以上' } }],
    },
    性別: { role: 'quasi' },
    電話番号: { role: 'identifying', treat: [{ generalize: { truncateAfter: '-' } }] },
    マイナンバー: { role: 'identificationCode', treat: [{ dropColumn: {} }] },
  },
  privacy: { k: 3 },
  seed: '0123456789abcdef0123456789abcdef',
  output: { delimiter: '\t' },
};

const folder = mkdtempSync(join(tmpdir(), 'tokumei-example-'));
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const linesOf = (text: string) => {
  const [header, ...rows] = text.trimEnd().split('\n');
  return { header, rows: rows.toSorted() };
};

beforeAll(() => {
  write('address.csv', addresses);
  write('table1.tsv', table1 + neighbours);
  write('table2.tsv', table2);
  write('recipe.json', JSON.stringify(recipe));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The table as it stands after an item, as text. */
async function tableAfter(run: Run, item: StandardItem): Promise<string> {
  const { columns } = readRecipe(JSON.stringify(recipe), folder);
  const path = join(folder, 'alone.tsv');
  writeFileSync(path, table1);
  const table = await importTable(
    run,
    { path, format: 'csv', delimiter: '\t', encoding: 'utf-8' },
    { relation: `source_${item}` },
  );
  const sourceOf = new Map(table.columns.map((column) => [column.name, column.id]));
  const plan = planTreatments(columns, sourceOf, { seed: recipe.seed, keys: null });
  const address = await readHierarchyFile(folder, '住所', { csv: 'address.csv', delimiter: ',', encoding: 'utf-8' });
  await run.execute({ text: 'DROP TABLE IF EXISTS lookup_s1' });
  await run.execute({ text: 'DROP TABLE IF EXISTS lookup_s0' });
  const records = { from: name(table.relation), count: raw('count(*)'), each: raw('1'), distinct: null };
  await makeLookups(run, plan, records, { hierarchyOf: () => address, areas: null });
  const state = stateAfter(plan, item);
  const cells = joined(state.map(({ databaseColumn }) => name(databaseColumn)));
  const [lines = []] = await run.columns(
    statement(sql`SELECT concat_ws(chr(9), ${cells}) FROM ${treatedSql(plan, name(table.relation))}`),
  );
  return [state.map(({ column }) => column.name).join('\t'), ...lines, ''].join('\n');
}

describe('市川市の加工例 (CHK-PROC-8)', () => {
  test.each([1, 2, 3, 4, 5] as const)(
    'scenarios 70, 71 and 73, CHK-PROC-8: 表1 after item (%i) is the table of the example',
    async (item) => {
      const run = await openRun({ folder, memoryMiB: 256, threads: 2 });
      try {
        expect(linesOf(await tableAfter(run, item))).toEqual(linesOf(after[item]));
      } finally {
        run.close();
      }
    },
  );

  test('scenarios 74 and 75, CHK-PROC-4: the released file holds the two final rows with those of the neighbours, and four columns', async () => {
    const out = join(folder, 'out');
    const outcome = await anonymize({ recipe: join(folder, 'recipe.json'), out });
    expect(outcome.kind).toBe('released');
    const final = linesOf(after[5]);
    const released = linesOf(readFileSync(join(out, 'output.csv'), 'utf8'));
    expect(released).toEqual({ header: final.header, rows: final.rows.flatMap((row) => [row, row, row]) });
    const { report } = outcome as Extract<typeof outcome, { kind: 'released' }>;
    expect(report.treatments.map(({ item, column, changedCells }) => [item, column, changedCells])).toEqual([
      [1, '氏名', 6],
      [1, '住所', 6],
      [1, '電話番号', 6],
      [2, 'マイナンバー', 6],
      [3, '個人コード', 6],
      [4, '年齢', 1],
      [5, '年齢', 3],
    ]);
    expect(report.changedRecords).toEqual({ 1: 6, 2: 6, 3: 6, 4: 1, 5: 3 });
    const publicReport = JSON.parse(readFileSync(join(out, 'public-report.json'), 'utf8'));
    expect(publicReport.columns).toEqual([
      { name: '住所', descriptions: ['一般化（区分の表の段階 1）'] },
      { name: '年齢', descriptions: ['トップコーディング'] },
      { name: '性別', descriptions: [] },
      { name: '電話番号', descriptions: ['一般化（「-」より後ろの削除）'] },
    ]);
    expect(JSON.stringify(publicReport)).not.toContain('address.csv');
    expect(publicReport.removedColumns).toEqual(['個人コード', '氏名', 'マイナンバー']);
  });

  test('scenario 72: nothing in the released file links to 表2', async () => {
    const released = readFileSync(join(folder, 'out', 'output.csv'), 'utf8');
    const linking = table2
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split('\t').slice(0, 2));
    expect(linking.filter((value) => value !== '' && released.includes(value))).toEqual([]);
    const verification = await verify({ folder: join(folder, 'out'), source: join(folder, 'table1.tsv') });
    expect(verification.passed).toBe(true);
    expect(verification.searched.map(({ column }) => column)).toEqual([
      '個人コード',
      '氏名',
      '住所',
      '電話番号',
      'マイナンバー',
    ]);
  });

  test('scenario 76: a number of 12 digits is an individual number though its check digit is wrong', async () => {
    const { マイナンバー: _, ...columns } = recipe.columns;
    write('open.json', JSON.stringify({ ...recipe, columns: { ...columns, マイナンバー: { role: 'other' } } }));
    const run = anonymize({ recipe: join(folder, 'open.json'), out: join(folder, 'open') });
    await expect(run).rejects.toThrow(InputError);
    await expect(run).rejects.toThrow(/columns → マイナンバー.*個人識別符号.*6 件.*accepted/);
  });

  test('scenario 82: without the neighbours the two records are alone, and the run says no', async () => {
    write('alone.json', JSON.stringify({ ...recipe, source: { ...recipe.source, path: 'alone.tsv' } }));
    const outcome = await anonymize({ recipe: join(folder, 'alone.json'), out: join(folder, 'alone') });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'noPlan', leastSuppressed: 2, allowed: 0 } });
  });
});
