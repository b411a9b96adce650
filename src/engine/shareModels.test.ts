import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import { verify } from './verifyFolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-shares-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Of each age four in five have one of the two values; of all, half. */
const rows = [
  '20,風邪',
  '20,風邪',
  '20,風邪',
  '20,風邪',
  '20,骨折',
  '30,骨折',
  '30,骨折',
  '30,骨折',
  '30,骨折',
  '30,風邪',
];

async function release(privacy: Record<string, unknown>) {
  writeFileSync(join(folder, 'data.csv'), ['年齢,病名', ...rows, ''].join('\n'));
  const columns = { 年齢: { role: 'quasi' }, 病名: { role: 'sensitive' } };
  const recipe = { source: { path: 'data.csv' }, columns, privacy: { k: 2, ...privacy } };
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  return anonymize({ recipe: join(folder, 'recipe.json'), out: join(folder, 'out'), replace: true });
}

const only = (change: Record<string, unknown>) => [{ column: '病名', ...change }];

test.each<[string, Record<string, unknown>, number, string]>([
  ['four in five are at most α', { frequency: only({ alpha: 0.8 }) }, 0, '値の割合の上限（α）'],
  ['four in five are more than α', { frequency: only({ alpha: 0.79 }) }, 1, '値の割合の上限（α）'],
  [
    'only one in five when of 骨折',
    { frequency: only({ alpha: 0.79, values: ['骨折'] }) },
    1,
    '値（骨折）の割合の上限',
  ],
  ['log₂ of two fifths is −1.3219', { disclosure: only({ delta: 1.322 }) }, 0, '割合の変わり方の限度（δ）'],
  ['and is beyond δ', { disclosure: only({ delta: 1.3219 }) }, 1, '割合の変わり方の限度（δ）'],
  ['a gain of three fifths', { likeness: only({ beta: 0.6, form: 'basic' }) }, 0, '割合の増え方の限度（β、basic）'],
  ['is beyond β', { likeness: only({ beta: 0.59, form: 'basic' }) }, 1, '割合の増え方の限度（β、basic）'],
  ['is below −ln ½', { likeness: only({ beta: 5, form: 'enhanced' }) }, 0, '割合の増え方の限度（β、enhanced）'],
])('%s: the least levels that meet it are found, verified and described', async (_, privacy, level, words) => {
  const outcome = await release(privacy);
  expect(outcome).toMatchObject({ kind: 'released', report: { levels: { 年齢: level }, optimal: true } });
  const verified = await verify({ folder: join(folder, 'out'), source: join(folder, 'data.csv') });
  expect(verified.passed).toBe(true);
  const [model = ''] = Object.keys(privacy);
  expect(verified.items[5].checks.filter(({ check }) => check === model)).toHaveLength(1);
  expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).toContain(words);
});

test('a forged output with a class over the bound does not verify', async () => {
  await release({ frequency: only({ alpha: 0.8 }) });
  const output = join(folder, 'out', 'output.csv');
  writeFileSync(output, readFileSync(output, 'utf8').replace('20,骨折', '20,風邪'));
  const { items } = await verify({ folder: join(folder, 'out') });
  expect(items[5].checks.filter(({ passed }) => !passed).map(({ check }) => check)).toEqual(['frequency']);
});

test('a bounded value that does not occur is bad input that names it', async () => {
  await expect(release({ frequency: only({ alpha: 0.5, values: ['風邪', '捻挫'] }) })).rejects.toThrow(
    /frequency → values.*「病名」に値「捻挫」/,
  );
});
