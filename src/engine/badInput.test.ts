import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import type { Report } from './report/reportTypes.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(csv: string | Buffer, columns: object, change: object = {}) {
  writeFileSync(join(folder, 'data.csv'), csv);
  const recipe = { source: { path: 'data.csv' }, columns, privacy: { k: 1 }, suppressionLimit: 1, ...change };
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  const out = join(folder, 'out');
  const outcome = await anonymize({ recipe: join(folder, 'recipe.json'), out, replace: true });
  expect(outcome.kind).toBe('released');
  const { report } = outcome as { report: Report };
  return { report, lines: readFileSync(join(out, 'output.csv'), 'utf8').trimEnd().split('\n').toSorted() };
}

test('full-width digits are numbers, NaN is none: its cell is suppressed, counted and listed', async () => {
  const treat = [{ generalize: { bands: { widths: [10] } } }];
  const { report, lines } = await run('歳\n３１\nNaN\n31\n', { 歳: { role: 'quasi', treat } });
  expect(lines).toEqual(['*', '30-39', '30-39', '歳']);
  expect(report.treatments).toMatchObject([{ unreadableCells: 1, unreadable: ['NaN'] }]);
  const banded = run('歳\n３１\nNaN\n', { 歳: { role: 'quasi', hierarchy: { builtIn: 'age' } } });
  await expect(banded).rejects.toThrow('列「歳」の階層: 読めない値が 1 件あります: 「NaN」1 件');
});

test('a coding leaves what it can’t read as a number, and says so; so does a condition on a number', async () => {
  const values = ['95', '８０歳', '1e5', '0x7F', 'NaN', 'Infinity', '△5', '九十', '不明', '40', '"1,000"', ''];
  const csv = ['歳', ...values, ''].map((value) => (value === '' ? '""' : value)).join('\n');
  const unread = ['0x7F', '1e5', 'Infinity', 'NaN', '△5', '不明', '九十'];
  const treat = [{ topCode: { from: 80, label: '80歳以上' } }];
  const coded = await run(csv, { 歳: { role: 'quasi', treat } });
  expect(coded.lines.filter((line) => line === '80歳以上')).toHaveLength(3);
  expect(coded.report.treatments).toMatchObject([{ changedCells: 3, unreadableCells: 7, unreadable: unread }]);
  const html = readFileSync(join(folder, 'out', 'report.html'), 'utf8');
  expect(html).toContain(
    '「歳」のトップコーディングで数として読めなかった7個の値をそのまま残しました（例: 0x7F、1e5、Infinity、NaN、△5）。',
  );
  expect(coded.report.verification.items[4].checks).toContainEqual(
    expect.objectContaining({
      passed: true,
      finding: '「歳」に、80 以上の値はありません（数として読めない値が 7 件あります）。',
    }),
  );
  const conditions = { records: [{ drop: { column: '歳', above: 90 } }] };
  const dropped = await run(csv, { 歳: { role: 'quasi' } }, conditions);
  expect(dropped.report.notes).toContainEqual(
    expect.stringMatching(
      /列「歳」の条件（above 90）に、数として読めないか、読み方の決まらない値が 7 件あります: 「0x7F」「1e5」/,
    ),
  );
});

test('a day outside of its era is the day that it means', async () => {
  const treat = [{ generalize: { datePart: 'month' } }];
  const { lines } = await run('日\n平成31年7月1日\n2019-07-31\n', { 日: { role: 'quasi', treat } });
  expect(lines).toEqual(['2019-07', '2019-07', '日']);
});

test('a recipe for another file, and limits that contradict each other, are refused and leave nothing', async () => {
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  await expect(run('日\n1\n', { 別: { role: 'quasi' } })).rejects.toThrow('役割の決まっていない列があります: 「日」');
  const levels = { min: 2, max: 1 };
  await expect(run('日\n1\n', { 日: { role: 'quasi', levels } })).rejects.toThrow('min 2 が max 1 より大きく');
  expect(readdirSync(folder).toSorted()).toEqual(['data.csv', 'recipe.json']);
});

test('a number that is too large to be exact has no band: the hierarchy refuses it, a treatment suppresses and lists it', async () => {
  const large = '9007199254740993';
  const banded = run(`数\n${large}\n5\n`, { 数: { role: 'quasi', hierarchy: { bands: { widths: [10] } } } });
  await expect(banded).rejects.toThrow(`「${large}」1 件（けた数が多く、数として正確に扱えません）`);
  const treat = [{ generalize: { bands: { widths: [10] } } }];
  const { report, lines } = await run(`数\n${large}\n5\n`, { 数: { role: 'quasi', treat } });
  expect(lines).toEqual(['*', '0-9', '数']);
  expect(report.treatments).toMatchObject([{ unreadableCells: 1, unreadable: [large] }]);
});

test('a byte order mark where two files were joined is refused by the value behind it; within a text it stays', async () => {
  const joined = run('番号,名\n1,あ\n\uFEFF番号,名\n2,い\n', { 番号: { role: 'other' }, 名: { role: 'other' } });
  await expect(joined).rejects.toThrow(/data\.csv 3行目: 値「番号」の先頭に BOM（U\+FEFF）があります/);
  // Far from the beginning, and in a file of another encoding.
  const many = Array.from({ length: 100_000 }, (_, row) => `${row},あ`);
  const late = Buffer.from(`\uFEFF番号,名\n${many.join('\n')}\n9,"\uFEFFい"\n`, 'utf16le');
  const columns = { 番号: { role: 'other' }, 名: { role: 'other' } };
  await expect(run(late, columns, { source: { path: 'data.csv', encoding: 'utf-16' } })).rejects.toThrow(
    /data\.csv 100002行目: 値「い」の先頭に BOM/,
  );
  const { lines } = await run('名\nあ\uFEFFい\nう\n', { 名: { role: 'other' } });
  expect(lines).toContain('あ\uFEFFい');
});

test('every refused row is named with its line and its reason, the first twenty in the message itself', async () => {
  const rows = Array.from({ length: 25 }, (_, index) => (index % 2 === 0 ? '1' : '1,2,3'));
  writeFileSync(join(folder, 'data.csv'), ['a,b', ...rows, ''].join('\n'));
  const columns = { a: { role: 'other' }, b: { role: 'other' } };
  const recipe = { source: { path: 'data.csv' }, columns, privacy: { k: 1 }, refusedRows: 3 };
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  const outcome = await anonymize({ recipe: join(folder, 'recipe.json'), out: join(folder, 'out'), replace: true });
  if (outcome.kind !== 'refused' || outcome.refusal.code !== 'refusedRows') throw new Error(outcome.kind);
  const { message, refused } = outcome.refusal;
  expect(refused).toHaveLength(25);
  expect(message).toContain('読めない行が 25 行あり、手順書の refusedRows（3 行まで）を超えます');
  expect(message).toMatch(/2 行目: 1項目あります.* 3 行目: 3項目あります.* 21 行目: .* ほか 5 行。$/);
});

test('a result below a place that takes no folders is refused at once', async () => {
  writeFileSync(join(folder, 'data.csv'), '名\nあ\n');
  const recipe = { source: { path: 'data.csv' }, columns: { 名: { role: 'other' } }, privacy: { k: 1 } };
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  const refused = anonymize({ recipe: join(folder, 'recipe.json'), out: '/proc/tokumei/results/out' });
  await expect(refused).rejects.toThrow('/proc/tokumei/results/out: 出力先に書き込めません（ENOENT）');
});
