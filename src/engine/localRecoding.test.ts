import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import { verify } from './verifyFolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-local-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);

const towns = ['本町,中区,市', '港町,中区,市', '原,緑区,市', '谷,緑区,市'];
const people = ['本町,風邪', '本町,骨折', '港町,風邪', '港町,骨折', '港町,捻挫', '原,風邪', '谷,骨折'];

function prepare(change: Record<string, unknown> = {}): void {
  writeFileSync(file('towns.csv'), towns.join('\n'));
  writeFileSync(file('data.csv'), ['町,病名', ...people, ''].join('\n'));
  const columns = { 町: { role: 'quasi', hierarchy: { csv: 'towns.csv' } }, 病名: { role: 'other' } };
  const recipe = { source: { path: 'data.csv' }, columns, privacy: { k: 2 }, ...change };
  writeFileSync(file('recipe.json'), JSON.stringify(recipe));
}

const run = () => anonymize({ recipe: file('recipe.json'), out: file('out'), replace: true });

test('local recoding generalizes alone those who do not fit: nobody is left out, the report lists the parts and warns', async () => {
  prepare({ recoding: 'local' });
  const outcome = await run();
  expect(outcome).toMatchObject({
    kind: 'released',
    report: {
      levels: [
        { records: 5, levels: { 町: 0 }, excluded: 0 },
        { records: 2, levels: { 町: 1 }, excluded: 0 },
      ],
      suppressedRecords: 0,
      outputRows: 7,
      smallestClass: 2,
      classes: 3,
      optimal: false,
    },
  });
  const [, ...rows] = readFileSync(file('out/output.csv'), 'utf8').trimEnd().split('\n');
  const expected = people.map((row) => row.replace(/^[原谷]/, '緑区'));
  expect(rows.toSorted()).toEqual(expected.toSorted());
  expect((await verify({ folder: file('out'), source: file('data.csv') })).passed).toBe(true);
  const page = readFileSync(file('out/report.html'), 'utf8');
  expect(page).toContain('注意：記録ごとに段階を変えています');
  expect(page).toContain('2件（出力の28.6%）');
  expect(readFileSync(file('out/public-report.json'), 'utf8')).not.toContain('excluded');
});

test('it is off unless asked for', async () => {
  prepare();
  expect(await run()).toMatchObject({ kind: 'released', report: { levels: { 町: 1 }, optimal: true } });
  expect(readFileSync(file('out/report.html'), 'utf8')).not.toContain('記録ごとに段階を変えています');
});

test('a part whose records do not add up to the output does not verify', async () => {
  prepare({ recoding: 'local' });
  await run();
  const report = JSON.parse(readFileSync(file('out/report.json'), 'utf8'));
  report.levels[1].records = 3;
  writeFileSync(file('out/report.json'), JSON.stringify(report));
  const { passed, integrity } = await verify({ folder: file('out') });
  expect(passed).toBe(false);
  expect(integrity.checks.map(({ finding }) => finding)).toContain(
    '報告書の「levels → records」は 8 ですが、7 のはずです。',
  );
});

test('fewer than k records that fit nowhere are not left out: the run says no', async () => {
  prepare({ recoding: 'local', suppressionLimit: 0.5, privacy: { k: 8 } });
  expect(await run()).toMatchObject({ kind: 'refused', refusal: { code: 'noPlan', leastSuppressed: 7 } });
});

test('with persons every part counts them: a class of one person who came thrice is generalized, nobody is left out', async () => {
  writeFileSync(file('towns.csv'), towns.join('\n'));
  const visits = [
    ...Array(4).fill(['1,本町', '2,本町', '3,港町', '4,港町']).flat(),
    // 原 and 谷 have three records each, though of one person: they are two together.
    ...['5,原', '5,原', '5,原', '6,谷', '6,谷', '6,谷'],
  ];
  writeFileSync(file('data.csv'), ['番号,町', ...visits, ''].join('\n'));
  const recipe = {
    source: { path: 'data.csv' },
    columns: {
      番号: { role: 'linkingCode', treat: [{ dropColumn: {} }] },
      町: { role: 'quasi', hierarchy: { csv: 'towns.csv' } },
    },
    person: { key: ['番号'] },
    privacy: { k: 2 },
    recoding: 'local',
  };
  writeFileSync(file('recipe.json'), JSON.stringify(recipe));
  expect(await run()).toMatchObject({
    kind: 'released',
    report: {
      levels: [
        { records: 16, persons: 4, levels: { 町: 0 }, excluded: 0 },
        { records: 6, persons: 2, levels: { 町: 1 }, excluded: 0 },
      ],
      persons: 6,
      suppressedPersons: 0,
      smallestClass: 2,
    },
  });
  const page = readFileSync(file('out/report.html'), 'utf8');
  expect(page).toContain('6件（2人分）');
  expect((await verify({ folder: file('out'), source: file('data.csv') })).passed).toBe(true);
});
