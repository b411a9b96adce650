import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import { importTable } from './import/importTable.ts';
import type { Report } from './report/reportTypes.ts';
import { openRun } from './run.ts';
import { verify } from './verifyFolder.ts';

const root = mkdtempSync(join(tmpdir(), 'tokumei-formats-'));
let folder = root;
let made = 0;
beforeEach(() => {
  made += 1;
  folder = join(root, String(made));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

const header = ['番号', '年齢', '町', '備考'];
const rows = [
  ['001', '31', '市川', 'a,b'],
  ['002', '32', '八幡', '=1+1'],
  ['003', '31', '市川', '改\n行'],
  ['004', '32', '八幡', ''],
  ['005', '99', '港', '𠮷'],
];
const cellText = (text: string) => `"${text.replaceAll('"', '""')}"`;

beforeAll(async () => {
  const csv = [header, ...rows].map((row) => `${row.map(cellText).join(',')}\n`).join('');
  writeFileSync(join(root, 'data.csv'), csv);
  const book = new exceljs.Workbook();
  book.addWorksheet('名簿').addRows([header, ...rows]);
  await book.xlsx.writeFile(join(root, 'data.xlsx'));
  const run = await openRun({ folder: root, memoryMiB: 256 });
  const from = `read_csv('${join(root, 'data.csv')}', header = true, all_varchar = true)`;
  await run.execute({ text: `COPY (SELECT * FROM ${from}) TO '${join(root, 'data.parquet')}' (FORMAT parquet)` });
  run.close();
});

const recipeOf = (source: object, output: object) => ({
  source,
  columns: {
    番号: { role: 'linkingCode', treat: [{ dropColumn: {} }] },
    年齢: { role: 'quasi' },
    町: { role: 'quasi' },
    備考: { role: 'other' },
  },
  privacy: { k: 2 },
  suppressionLimit: 0.2,
  seed: '0123456789abcdef0123456789abcdef',
  output,
});

async function released(source: object, output: object): Promise<Report> {
  const recipe = join(folder, 'recipe.json');
  writeFileSync(recipe, JSON.stringify(recipeOf(source, output)));
  const outcome = await anonymize({ recipe, out: join(folder, 'out'), replace: true });
  expect(outcome).toMatchObject({ kind: 'released' });
  return (outcome as { report: Report }).report;
}

const sources = ['csv', 'xlsx', 'parquet'].map((format) => ({ path: join(root, `data.${format}`), format }));

describe('the same table in any format', () => {
  test.each(sources)('comes out the same from $format', async (source) => {
    const report = await released(source, {});
    expect(report).toMatchObject({ rows: 5, outputRows: 4, suppressedRecords: 1 });
    const lines = readFileSync(join(folder, 'out', 'output.csv'), 'utf8').split('\n');
    expect(lines.toSorted()).toEqual(
      ['', '31,市川,"a,b"', '31,市川,"改', '32,八幡,', '32,八幡,=1+1', '年齢,町,備考', '行"'].toSorted(),
    );
    const checked = await verify({ folder: join(folder, 'out'), source: source.path });
    expect(checked).toMatchObject({ passed: true, withSource: true });
  });

  test('a workbook holds the released rows as text, a suppressed cell as nothing, and passes its verification', async () => {
    const output = { format: 'xlsx', suppressedRecords: 'mark' };
    const report = await released(sources[1] ?? {}, output);
    expect(report).toMatchObject({ outputFile: 'output.xlsx', outputRows: 5, suppressedRecords: 1 });
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(folder, 'out', 'output.xlsx'));
    const found: unknown[][] = [];
    book
      .getWorksheet('匿名加工情報')
      ?.eachRow((row) => found.push([1, 2, 3].map((column) => row.getCell(column).value ?? '')));
    const order = (table: unknown[][]) => table.map((row) => JSON.stringify(row)).toSorted();
    expect(order(found)).toEqual(
      order([
        ['年齢', '町', '備考'],
        ['31', '市川', 'a,b'],
        ['31', '市川', '改\n行'],
        ['32', '八幡', '=1+1'],
        ['32', '八幡', ''],
        ['', '', '𠮷'],
      ]),
    );
    expect(await verify({ folder: join(folder, 'out') })).toMatchObject({ passed: true });
    const bytes = readFileSync(join(folder, 'out', 'output.xlsx'));
    await released(sources[1] ?? {}, output);
    expect(readFileSync(join(folder, 'out', 'output.xlsx')).equals(bytes)).toBe(true);
  });

  test('a value that is longer than a cell of a sheet is refused before anything is written', async () => {
    writeFileSync(join(folder, 'long.csv'), `備考\n${'長'.repeat(32_768)}\n短\n`);
    const recipe = join(folder, 'recipe.json');
    const columns = { 備考: { role: 'other' } };
    const source = { path: 'long.csv' };
    writeFileSync(recipe, JSON.stringify({ source, columns, privacy: { k: 1 }, output: { format: 'xlsx' } }));
    const outcome = await anonymize({ recipe, out: join(folder, 'out') });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'tooLarge' } });
    expect((outcome as { refusal: { message: string } }).refusal.message).toContain('列「備考」に 32,768 文字の値');
  });
});

describe('Parquet that can’t be used', () => {
  test('a broken page is found when it is read, a nested column is named', async () => {
    const run = await openRun({ folder, memoryMiB: 256 });
    const path = join(folder, 'x.parquet');
    const source = { path, format: 'parquet', delimiter: ',', encoding: 'utf-8' } as const;
    await run.execute({
      text: `COPY (SELECT range AS a, md5(range::VARCHAR) AS b FROM range(50000)) TO '${path}' (FORMAT parquet)`,
    });
    const bytes = readFileSync(path);
    bytes.fill(0, 1000, 200_000);
    writeFileSync(path, bytes);
    await expect(importTable(run, source)).rejects.toThrow('Parquetとして読めません');
    await run.execute({ text: `COPY (SELECT [1, 2] AS 並び, 1 AS 数) TO '${path}' (FORMAT parquet)` });
    await expect(importTable(run, source)).rejects.toThrow('一つの値でない列は使えません: 「並び」（INTEGER[]）');
    run.close();
  });
});
