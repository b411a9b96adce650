import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import { InputError } from './inputError.ts';
import { profile } from './profile/profileFile.ts';
import { readRecipe } from './recipe/readRecipe.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-scope-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Individual numbers with their check digit. */
const numbers = ['123456789018', '000000000019', '111111111118', '222222222226'];
const rows = Array.from({ length: 40 }, (_, index) => `見本　${index}郎,${numbers[index % 4]},${30 + (index % 2)}`);
writeFileSync(join(folder, 'data.csv'), ['氏名,個人番号,年齢', ...rows, ''].join('\n'));

const columns = {
  氏名: { role: 'identifying', treat: [{ dropColumn: {} }] },
  個人番号: { role: 'identificationCode', treat: [{ dropColumn: {} }] },
  年齢: { role: 'quasi' },
};
const recipe = (change: object) => ({ source: { path: 'data.csv' }, columns, privacy: { k: 2 }, ...change });

test('CHK-PROC-7, 法2条1項: what identifies is of two classes, descriptions and 個人識別符号; both are found, and neither stays untreated', async () => {
  const found = await profile({ path: join(folder, 'data.csv') });
  expect(found.columns.map(({ name, role, item }) => [name, role, item])).toEqual([
    ['氏名', 'identifying', 1],
    ['個人番号', 'identificationCode', 2],
    ['年齢', 'quasi', 5],
  ]);
  for (const name of ['氏名', '個人番号'] as const) {
    const untreated = { ...columns, [name]: { role: columns[name].role } };
    expect(() => readRecipe(JSON.stringify(recipe({ columns: untreated })), folder)).toThrow(InputError);
  }
});

test('CHK-PROC-7: the source is the file whole or in part, and what identifies is looked for in the result of either', async () => {
  for (const [name, records, released] of [
    ['whole', [], 40],
    ['part', [{ keep: { column: '年齢', equals: '30' } }], 20],
  ] as const) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(recipe(records.length > 0 ? { records } : {})));
    const outcome = await anonymize({ recipe: join(folder, `${name}.json`), out: join(folder, name) });
    if (outcome.kind !== 'released') throw new Error(JSON.stringify(outcome));
    const { outputRows, verification } = outcome.report;
    expect([outputRows, verification.passed]).toEqual([released, true]);
    expect(verification.searched.map(({ column }) => column)).toEqual(['氏名', '個人番号']);
  }
});
