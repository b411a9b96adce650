import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { forgeOutput } from '../../test/support/forgeOutput.ts';
import { japaneseAreas } from '../adapters/areas/japaneseAreas.ts';
import { anonymize } from './anonymize.ts';
import type { VerificationReport } from './report/reportTypes.ts';
import { verify } from './verifyFolder.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-against-source-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);

async function release(lines: readonly string[], recipe: Record<string, unknown>, areas?: typeof japaneseAreas) {
  writeFileSync(file('data.csv'), [...lines, ''].join('\n'));
  const whole = {
    source: { path: 'data.csv' },
    privacy: { k: 2 },
    seed: '0123456789abcdef0123456789abcdef',
    ...recipe,
  };
  writeFileSync(file('recipe.json'), JSON.stringify(whole));
  const parts = areas ? { areas } : {};
  const outcome = await anonymize({ recipe: file('recipe.json'), out: file('out'), replace: true, ...parts });
  expect(outcome.kind, JSON.stringify(outcome)).toBe('released');
}

const forge = (change: (lines: string[]) => string[]) => forgeOutput(file('out'), change);
const alone = (more: object = {}) => verify({ folder: file('out'), ...more });
const withSource = (more: object = {}) => alone({ source: file('data.csv'), ...more });
const checksOf = ({ integrity, items }: VerificationReport) =>
  [integrity, ...Object.values(items)].flatMap(({ checks }) => checks);
const find = (verification: VerificationReport, name: string) =>
  checksOf(verification).find(({ check }) => check === name);
const failed = (verification: VerificationReport) =>
  new Set(
    checksOf(verification)
      .filter(({ passed }) => !passed)
      .map(({ check }) => check),
  );

describe('persons are recounted', () => {
  const columns = {
    番号: { role: 'linkingCode', treat: [{ dropColumn: {} }] },
    町: { role: 'quasi' },
    病名: { role: 'sensitive' },
  };
  const person = { key: ['番号'] };
  const privacy = { k: 2, frequency: [{ column: '病名', alpha: 0.9 }] };
  // One person came thrice: the class has five records of three persons.
  const lines = ['番号,町,病名', '1,本町,風邪', '1,本町,風邪', '1,本町,風邪', '2,本町,骨折', '3,本町,風邪'];
  const kept = { ...columns, 番号: { role: 'linkingCode', treat: [{ pseudoId: { length: 16 } }] } };

  test('with the source, by treating it once more', async () => {
    await release(lines, { columns, person, privacy });
    const verification = await withSource();
    expect(verification.passed).toBe(true);
    expect(find(verification, 'persons')?.numbers).toEqual({ k: 2, smallest: 3, below: 0, unknown: 0 });
    expect(find(verification, 'frequency')?.numbers).toMatchObject({ worst: 2 / 3 });
    expect(verification.risk).toMatchObject({ countedIn: 'persons', units: 3 });
  });

  test('without the source it says which conditions it did not recount, and how they can be', async () => {
    await release(lines, { columns, person, privacy });
    const verification = await alone();
    expect(verification).toMatchObject({ passed: true, risk: null });
    expect(find(verification, 'persons')).toBeUndefined();
    const said = find(verification, 'personsNotRecounted')?.finding;
    expect(said).toContain('k = 2 人、「病名」の割合の条件は、数え直していません');
    expect(said).toContain('--source');
  });

  test('from the output alone where it holds a pseudo-ID of every person', async () => {
    await release(lines, { columns: kept, person, privacy });
    const verification = await alone();
    expect(verification.passed).toBe(true);
    expect(find(verification, 'persons')?.numbers).toEqual({ k: 2, smallest: 3, below: 0, unknown: 0 });
    expect(find(verification, 'personsNotRecounted')).toBeUndefined();
    // The records of 2 and 3 now carry the pseudo-ID of 1: five records as before, but of one person.
    forge(([header = '', ...rows]) => {
      const ids = rows.map((row) => row.split(',')[0] ?? '');
      const often = ids.find((id) => ids.filter((one) => one === id).length === 3) ?? '';
      return [header, ...rows.map((row) => row.replace(/^[^,]*/, often))];
    });
    expect(failed(await alone())).toContain('persons');
  });

  test('a class of enough records and too few persons does not pass with the source', async () => {
    await release(lines, { columns, person, privacy });
    const report = JSON.parse(readFileSync(file('out/report.json'), 'utf8'));
    report.recipe.privacy.k = 4;
    writeFileSync(file('out/report.json'), JSON.stringify(report));
    expect(failed(await alone())).not.toContain('k');
    expect(failed(await withSource())).toContain('persons');
  });

  test('where characters were replaced for the encoding the persons are still found', async () => {
    const rare = ['番号,町,病名', '1,𠮷町,風邪', '2,𠮷町,骨折'];
    const output = { encoding: 'cp932', unencodable: { replaceWith: '〓' } };
    await release(rare, { columns, person, output });
    expect((await withSource()).passed).toBe(true);
  });
});

describe('every value is one of the level that the report claims', () => {
  const towns = ['本町,中区,市', '港町,中区,市', '原,緑区,市', '谷,緑区,市'];
  writeFileSync(file('towns.csv'), towns.join('\n'));
  const frozen = (level: number) => ({ min: level, max: level });

  test.each<[string, string[], Record<string, unknown>, string, string]>([
    [
      'a hierarchy file',
      ['本町', '港町', '原', '谷'],
      { hierarchy: { csv: 'towns.csv' }, levels: frozen(1) },
      '緑区',
      '本町',
    ],
    [
      'bands',
      ['31', '34', '38', '37'],
      { hierarchy: { bands: { widths: [5, 10] } }, levels: frozen(1) },
      '30-34',
      '31-35',
    ],
    [
      'ages',
      ['31歳', '34', '38', '37'],
      { hierarchy: { builtIn: 'age', widths: [5, 10] }, levels: frozen(2) },
      '30-39',
      '30-34',
    ],
    [
      'dates',
      ['平成31年4月1日', '2019-05-02'],
      { hierarchy: { builtIn: 'date', levels: ['year'] }, levels: frozen(1) },
      '2019',
      '2019-05',
    ],
    [
      'postal codes',
      ['272-0021', '2720022'],
      { hierarchy: { builtIn: 'postalCode', levels: ['5'] }, levels: frozen(1) },
      '272-00**',
      '272-0021',
    ],
    [
      'phone numbers',
      ['090-1234-5678', '090-2345-6789'],
      { hierarchy: { builtIn: 'phone' }, levels: frozen(1) },
      '090-',
      '090-1',
    ],
    [
      'municipality codes',
      ['14103', '14104'],
      { hierarchy: { builtIn: 'municipality', levels: ['municipality'] }, levels: frozen(1) },
      '神奈川県横浜市',
      '神奈川県横浜市西区',
    ],
    [
      'addresses',
      ['横浜市西区みなとみらい1-1', '横浜市西区高島2-1'],
      { hierarchy: { builtIn: 'address', levels: ['municipality'] }, levels: frozen(1) },
      '神奈川県横浜市',
      '神奈川県横浜市西区',
    ],
    ['redacted codes', ['A1234', 'A1239'], { hierarchy: { redact: {} }, levels: frozen(1) }, 'A123*', 'A1234'],
    ['no hierarchy', ['a', 'b'], { levels: frozen(1) }, '*', 'a'],
  ])('%s: another value is found in the output alone, and with the source', async (_, values, column, right, wrong) => {
    const columns = { 値: { role: 'quasi', ...column } };
    await release(['値', ...values, ...values], { columns }, japaneseAreas);
    expect(failed(await withSource({ areas: japaneseAreas }))).toEqual(new Set());
    expect(readFileSync(file('out/output.csv'), 'utf8').split('\n')).toContain(right);
    forge((lines) => lines.map((line) => (line === right ? wrong : line)));
    expect(failed(await alone({ areas: japaneseAreas }))).toContain('generalizedValues');
    expect(failed(await withSource({ areas: japaneseAreas }))).toContain('derivedRows');
  });

  test('without the tables of municipalities it says that addresses were not looked at', async () => {
    const columns = {
      値: { role: 'quasi', hierarchy: { builtIn: 'address', levels: ['municipality'] }, levels: frozen(1) },
    };
    await release(['値', '横浜市西区', '横浜市中区'], { columns }, japaneseAreas);
    const verification = await alone();
    expect(verification.passed).toBe(true);
    expect(find(verification, 'generalizedNotChecked')?.finding).toContain('市区町村の表が渡されていない');
  });
});

test('a value that a treatment cut to a level is looked at as well, and its whole is searched in every cell', async () => {
  const 住所 = { role: 'quasi', treat: [{ generalize: { builtIn: 'address', level: 'town' }, item: 1 }] };
  const columns = { 住所, メモ: { role: 'other' } };
  const homes = ['千葉県市川市八幡1-1-1', '千葉県市川市八幡2-2-2'];
  await release(['住所,メモ', ...homes.map((home) => `${home},a`)], { columns }, japaneseAreas);
  expect(failed(await withSource({ areas: japaneseAreas }))).toEqual(new Set());
  forge(([header = '', first = '', ...rows]) => [header, first.replace('八幡', '八幡9-9'), ...rows]);
  expect(failed(await alone({ areas: japaneseAreas }))).toContain('generalizedValues');
  await release(['住所,メモ', ...homes.map((home) => `${home},a`)], { columns }, japaneseAreas);
  forge(([header = '', first = '', ...rows]) => [header, `${first}（${homes[1]}）`, ...rows]);
  expect(failed(await withSource({ areas: japaneseAreas }))).toContain('removedValues');
});

describe('pseudo-IDs stand for the values of the source, one for each', () => {
  const columns = {
    番号: { role: 'linkingCode', treat: [{ pseudoId: { length: 8 } }] },
    町: { role: 'quasi' },
    病名: { role: 'sensitive' },
  };
  const visits = Array.from({ length: 60 }, (_, row) => `番${row % 20},${row % 2 ? '本町' : '港町'},病${row}`);
  const lines = [Object.keys(columns).join(','), ...visits];
  const mapping = async () => find(await withSource(), 'pseudoIdMapping');
  const cellsOf = (rows: string[]) => rows.map((row) => row.split(','));

  test('as many as there are values, also of a sample, of marked records and with local recoding', async () => {
    const whole = { passed: true, numbers: { unpaired: 0 } };
    await release(lines, { columns });
    expect(await mapping()).toMatchObject({
      ...whole,
      finding: expect.stringContaining('（20 種類）は、元の値と一対一'),
    });
    for (const change of [
      { records: [{ sample: { rows: 40 } }, { synthesize: { share: 0.2 } }], privacy: { k: 2 } },
      { recoding: 'local', privacy: { k: 31 }, suppressionLimit: 1 },
      { privacy: { k: 31 }, suppressionLimit: 1, output: { suppressedRecords: 'mark' } },
    ]) {
      await release(lines, { columns, ...change });
      expect(await mapping()).toMatchObject(whole);
    }
  });

  test.each<[string, number, (cells: string[][]) => void]>([
    [
      'two that change places between records',
      2,
      (cells) => {
        const [one = []] = cells;
        const other = cells.find((row) => row[0] !== one[0] && row[2] !== one[2]) ?? [];
        [one[0], other[0]] = [`${other[0]}`, `${one[0]}`];
      },
    ],
    [
      'one of two values',
      2,
      (cells) => {
        const [one, other] = [...new Set(cells.map(([id = '']) => id))];
        for (const row of cells) if (row[0] === other) row[0] = `${one}`;
      },
    ],
    [
      'two of one value',
      2,
      (cells) => {
        (cells[0] ?? [])[0] = '00000000';
      },
    ],
  ])('%s are found, though all other columns are as they were', async (_, unpaired, change) => {
    await release(lines, { columns });
    forge(([header = '', ...rows]) => {
      const cells = cellsOf(rows);
      change(cells);
      return [header, ...cells.map((row) => row.join(','))];
    });
    const verification = await withSource();
    expect(find(verification, 'derivedRows')?.passed).toBe(true);
    expect(find(verification, 'pseudoIdMapping')).toMatchObject({ passed: false, numbers: { unpaired } });
  });
});

describe('the rows are those that the recipe makes of the source', () => {
  const columns = {
    氏名: { role: 'identifying', treat: [{ dropColumn: {} }] },
    年齢: { role: 'quasi', hierarchy: { bands: { widths: [10] } } },
    血圧: { role: 'other', treat: [{ addNoise: { distribution: 'laplace', scale: 2, round: 1 } }] },
    病名: { role: 'sensitive', treat: [{ swap: { rate: 0.5 } }] },
  };
  const people = Array.from({ length: 30 }, (_, index) =>
    [`見本${index}太郎`, 20 + index, 110 + (index % 7), index % 3 === 0 ? '骨折' : '風邪'].join(','),
  );
  const lines = [Object.keys(columns).join(','), ...people];

  test.each<[string, Record<string, unknown>]>([
    ['draws and generalization', {}],
    ['marked records', { privacy: { k: 11 }, suppressionLimit: 1, output: { suppressedRecords: 'mark' } }],
    [
      'a sample, a synthetic share and neutral formulas',
      { records: [{ sample: { rows: 25 } }, { synthesize: { share: 0.2 } }], output: { neutralizeFormulas: true } },
    ],
    ['local recoding', { recoding: 'local', privacy: { k: 4 }, suppressionLimit: 0.5 }],
    ['another order', { shuffle: false, shuffleReason: '検査の試験のため' }],
  ])('again with %s', async (_, change) => {
    await release(lines, { columns, ...change });
    const verification = await withSource();
    expect(failed(verification)).toEqual(new Set());
    expect(find(verification, 'derivedRows')?.passed).toBe(true);
  });

  test('two values that change places between rows are found, though every column keeps its values', async () => {
    await release(lines, { columns });
    forge(([header = '', ...rows]) => {
      const cells = rows.map((row) => row.split(','));
      const [one = [], other = []] = [cells[0], cells.find((row) => row[0] !== cells[0]?.[0])];
      [one[1], other[1]] = [`${other[1]}`, `${one[1]}`];
      return [header, ...cells.map((row) => row.join(','))];
    });
    expect(find(await withSource(), 'derivedRows')?.finding).toMatch(/ [12] 行あります（値の組合せが違います）/);
  });

  test('a row that was added and one that was taken away are found', async () => {
    await release(lines, { columns });
    forge((rows) => rows.slice(0, -1));
    expect(failed(await withSource())).toContain('derivedRows');
  });

  test('files beside the recipe are read where it is shown; else the report says that nothing was compared', async () => {
    writeFileSync(file('fine.csv'), ['骨折,けが', '風邪,病気'].join('\n'));
    const treated = { role: 'sensitive', treat: [{ generalize: { csv: 'fine.csv', level: 1 } }] };
    await release(lines, { columns: { ...columns, 病名: treated } });
    expect(find(await withSource(), 'notDerived')?.finding).toContain('--recipe');
    const whole = await withSource({ recipe: file('recipe.json') });
    expect([find(whole, 'derivedRows')?.passed, failed(whole)]).toEqual([true, new Set()]);
  });
});
