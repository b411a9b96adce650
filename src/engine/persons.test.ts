import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import { verify } from './verifyFolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-persons-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);

const columns = {
  番号: { role: 'linkingCode', treat: [{ dropColumn: {} }] },
  町: { role: 'quasi', hierarchy: { csv: 'towns.csv' } },
  性別: { role: 'quasi' },
  病名: { role: 'sensitive' },
};
const towns = ['本町,中区,市', '港町,中区,市', '原,緑区,市', '谷,緑区,市'];

function run(rows: readonly (readonly string[])[], change: Record<string, unknown>) {
  writeFileSync(file('towns.csv'), towns.join('\n'));
  writeFileSync(file('data.csv'), [Object.keys(columns).join(','), ...rows.map((row) => row.join(',')), ''].join('\n'));
  const recipe = { source: { path: 'data.csv' }, columns, person: { key: ['番号'] }, privacy: { k: 2 }, ...change };
  writeFileSync(file('recipe.json'), JSON.stringify(recipe));
  return anonymize({ recipe: file('recipe.json'), out: file('out'), replace: true });
}

test('k and the smallest class count persons: three visits of one person are one', async () => {
  const rows = [
    ...Array(3).fill(['1', '本町', '女', '風邪']),
    ['2', '港町', '女', '骨折'],
    ['3', '原', '男', '風邪'],
    ['4', '原', '男', '捻挫'],
  ];
  const outcome = await run(rows, {});
  expect(outcome).toMatchObject({
    kind: 'released',
    report: { levels: { 町: 1, 性別: 0 }, persons: 4, suppressedPersons: 0, rows: 6, outputRows: 6, smallestClass: 2 },
  });
  if (outcome.kind !== 'released') return;
  const { checks } = outcome.report.verification.items[5];
  expect(checks.find(({ check }) => check === 'persons')?.numbers).toEqual({ k: 2, smallest: 2, below: 0, unknown: 0 });
  expect((await verify({ folder: file('out'), source: file('data.csv') })).passed).toBe(true);
  expect(readFileSync(file('out/report.html'), 'utf8')).toContain('2人以上');
  expect(JSON.parse(readFileSync(file('out/public-report.json'), 'utf8'))).toMatchObject({ countedIn: 'persons' });
});

test('the limit counts persons; a person of whom one record is left out is counted', async () => {
  const rows = [
    ['1', '本町', '女', '風邪'],
    ['1', '原', '男', '風邪'],
    ['2', '本町', '女', '風邪'],
    ['3', '本町', '女', '骨折'],
    ['4', '港町', '女', '骨折'],
    ['5', '港町', '女', '骨折'],
  ];
  const frozen = { ...columns, 町: { ...columns.町, levels: { max: 0 } }, 性別: { role: 'quasi', levels: { max: 0 } } };
  expect(await run(rows, { columns: frozen, suppressionLimit: 0.2 })).toMatchObject({
    kind: 'released',
    report: { persons: 5, suppressedRecords: 1, suppressedPersons: 1, outputRows: 5, suppressedBy: { k: 1 } },
  });
  expect((await verify({ folder: file('out') })).passed).toBe(true);
  expect(await run(rows, { columns: frozen, suppressionLimit: 0.19 })).toMatchObject({
    kind: 'refused',
    refusal: {
      code: 'noPlan',
      leastSuppressed: 1,
      allowed: 0,
      message: expect.stringContaining('最も少ない場合で 1 人'),
    },
  });
});

test('records without a key count as one person, and the report says so', async () => {
  const rows = [...Array(4).fill(['', '本町', '女', '風邪']), ['1', '本町', '女', '風邪']];
  expect(await run(rows, {})).toMatchObject({
    kind: 'released',
    report: { persons: 2, smallestClass: 2, notes: [expect.stringContaining('空の記録が 4 件')] },
  });
});

const record = fc.tuple(
  fc.constantFrom('1', '2', '3', '4', '5', '6'),
  fc.constantFrom('本町', '港町', '原', '谷'),
  fc.constantFrom('男', '女'),
  fc.constantFrom('風邪', '骨折', '捻挫'),
);

test('every class that is released holds k persons and meets the models in persons, as plain loops count them', async () => {
  let [released, several] = [0, 0];
  const models = fc.constantFrom<Record<string, unknown>>(
    { diversity: [{ column: '病名', model: 'distinct', l: 2 }] },
    { diversity: [{ column: '病名', model: 'recursive', l: 2, c: 2 }] },
    { frequency: [{ column: '病名', alpha: 0.7 }] },
    { closeness: [{ column: '病名', t: 0.4, distance: 'equal' }] },
    { likeness: [{ column: '病名', beta: 1, form: 'enhanced' }] },
    { disclosure: [{ column: '病名', delta: 2, values: 'present' }] },
  );
  const check = async (rows: [string, string, string, string][], k: number, model: Record<string, unknown>) => {
    const outcome = await run(rows, { privacy: { k, ...model }, suppressionLimit: 0.6 });
    expect(outcome.kind).not.toBe('rejected');
    if (outcome.kind !== 'released') return;
    released++;
    const { report } = outcome;
    const labelOf = new Map(towns.map((line) => [line.split(',')[0], line.split(',')]));
    const [townLevel = 0, sexLevel] = Object.values(report.levels);
    const labelled = rows.map(([person, town, sex, illness]) => ({
      person,
      illness,
      label: [labelOf.get(town)?.[townLevel], sexLevel === 0 ? sex : '*'].join(),
    }));
    const [, ...lines] = readFileSync(file('out/output.csv'), 'utf8').trimEnd().split('\n');
    const kept = new Set(lines.map((line) => line.split(',').slice(0, 2).join()));
    const classes = [...Map.groupBy(labelled, ({ label }) => label)];
    const personsOf = (members: typeof labelled) => new Set(members.map(({ person }) => person)).size;
    const sizes = classes.filter(([label]) => kept.has(label)).map(([, members]) => personsOf(members));
    if (lines.length > 0) expect(report.smallestClass).toBe(Math.min(...sizes));
    expect(sizes.every((size) => size >= k)).toBe(true);
    const left = labelled.filter(({ label }) => !kept.has(label));
    expect(report.suppressedPersons).toBe(personsOf(left));
    expect(report.suppressedRecords).toBe(left.length);
    expect(report.persons).toBe(personsOf(labelled));
    if (sizes.length > 1) several++;
    expect((await verify({ folder: file('out') })).passed).toBe(true);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 6, maxLength: 40 }), fc.integer({ min: 1, max: 3 }), models, check),
    { seed: 73, numRuns: 15 },
  );
  expect([released > 7, several > 2]).toEqual([true, true]);
});
