import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import type { Report } from './report/reportTypes.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-bad-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(csv: string, columns: object, change: object = {}) {
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
