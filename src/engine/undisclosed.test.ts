import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import { readRecipe } from './recipe/readRecipe.ts';
import { planTreatments } from './treat/treatmentPlan.ts';
import { verify } from './verifyFolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-undisclosed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ground = '法78条1項3号（法人に関する情報）';
const columns = {
  氏名: { role: 'identifying', treat: [{ dropColumn: {} }] },
  年齢: { role: 'quasi', treat: [{ topCode: { from: 90, label: '90歳以上' } }] },
  取引先: { role: 'other', undisclosed: ground },
};
const recipe = {
  source: { path: 'data.csv' },
  columns,
  privacy: { k: 2 },
  seed: '0123456789abcdef0123456789abcdef',
};
const rows = Array.from({ length: 8 }, (_, index) => `住民${index},${index < 4 ? 40 : 95},秘密商会${index}`);

test('scenario 81, CHK-PROC-6, 法60条3項: what is not to be disclosed is taken out before item (1), with its ground, and nothing of it is released', async () => {
  writeFileSync(join(folder, 'data.csv'), ['氏名,年齢,取引先', ...rows, ''].join('\n'));
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  const out = join(folder, 'out');
  const outcome = await anonymize({ recipe: join(folder, 'recipe.json'), out });
  if (outcome.kind !== 'released') throw new Error(JSON.stringify(outcome));
  const [first] = outcome.report.treatments;
  expect(first).toMatchObject({ item: 1, column: '取引先', changedCells: 8 });
  expect(first?.description).toContain(`不開示情報（${ground}）のため、加工の前に除いた`);
  expect(outcome.report.treatments.map(({ column }) => column)).toEqual(['取引先', '氏名', '年齢']);
  expect(readFileSync(join(out, 'output.csv'), 'utf8').split('\n')[0]).toBe('年齢');
  const told = readFileSync(join(out, 'public-report.json'), 'utf8');
  expect(JSON.parse(told).removedColumns).toEqual(['氏名', '取引先']);
  for (const text of [told, readFileSync(join(out, 'output.csv'), 'utf8')]) expect(text).not.toContain('秘密商会');
  const verification = await verify({ folder: out, source: join(folder, 'data.csv') });
  expect([verification.passed, verification.searched.map(({ column }) => column)]).toEqual([true, ['氏名', '取引先']]);
});

test('CHK-PROC-6: it goes first wherever it stands, and no step, condition or key reads it', () => {
  const read = (change: object) => readRecipe(JSON.stringify({ ...recipe, ...change }), folder);
  const sourceOf = new Map(Object.keys(columns).map((name, index) => [name, `c${index}`]));
  const { steps } = planTreatments(read({}).columns, sourceOf, { seed: recipe.seed, keys: null });
  expect(steps.map(({ column }) => column.name)).toEqual(['取引先', '氏名', '年齢']);
  for (const change of [
    { records: [{ drop: { column: '取引先', equals: 'x' } }] },
    { records: [{ objectors: { csv: 'o.csv', key: ['取引先'] } }] },
    { person: { key: ['取引先'] } },
    { columns: { ...columns, 年齢: { role: 'quasi', treat: [{ swap: { rate: 0.1, within: ['取引先'] } }] } } },
    { columns: { ...columns, 年齢: { role: 'quasi', treat: [{ suppressCell: { column: '取引先', equals: 'x' } }] } } },
  ])
    expect(() => read(change)).toThrow(/columns → 取引先 → undisclosed.*使えません/);
  const treated = { role: 'free', undisclosed: ground, treat: [{ dropColumn: {} }] };
  expect(() => read({ columns: { ...columns, 取引先: treated } })).toThrow(/取引先 → undisclosed.*treat は書けません/);
  expect(() => read({ columns: { ...columns, 取引先: { role: 'other', undisclosed: ' ' } } })).toThrow(/undisclosed/);
});
