import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import type { Outcome } from './outcome.ts';
import type { Report, VerificationReport } from './report/reportTypes.ts';
import { verify } from './verifyFolder.ts';

const root = mkdtempSync(join(tmpdir(), 'tokumei-techniques-'));
let folder = root;
let made = 0;
beforeEach(() => {
  made += 1;
  folder = join(root, String(made));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

const header = ['会員番号', '電話', '生年月日', '年齢', '身長', '体重', '歩数', '町', '区', '病名', '異議'];
const people = Array.from({ length: 240 }, (_, index) => [
  `M${String(index % 120).padStart(4, '0')}`,
  `090-0000-${String(index).padStart(4, '0')}`,
  `${1950 + (index % 40)}-0${1 + (index % 9)}-15 09:30`,
  String(20 + (index % 70)),
  String(150 + ((index * 7) % 40)),
  String(45 + ((index * 11) % 45)),
  String(3000 + ((index * 137) % 5000)),
  `町${index % 6}`,
  `区${index % 3}`,
  ['風邪', '骨折', '喘息'][index % 3] ?? '',
  index % 40 === 0 ? '1' : '0',
]);
const data = [header, ...people].map((cells) => `${cells.join(',')}\n`).join('');

const recipe = {
  source: { path: 'data.csv' },
  columns: {
    会員番号: { role: 'linkingCode', treat: [{ pseudoId: { length: 12 } }] },
    電話: { role: 'identifying', treat: [{ generalize: { truncateAfter: '-' } }] },
    生年月日: { role: 'other', treat: [{ generalize: { datePart: 'month' } }] },
    年齢: {
      role: 'other',
      treat: [{ topCode: { atLeast: 12, label: '{from}歳以上' } }, { generalize: { bands: { widths: [10] } } }],
    },
    身長: { role: 'other', treat: [{ microaggregate: { k: 5, group: '体格' } }] },
    体重: { role: 'other', treat: [{ microaggregate: { k: 5, group: '体格' } }] },
    歩数: {
      role: 'other',
      treat: [{ addNoise: { distribution: 'laplace', scale: 300, round: 100, min: 0, max: 20000 } }],
    },
    町: { role: 'other', treat: [{ swap: { rate: 0.3, within: ['区'] } }] },
    区: { role: 'quasi' },
    病名: { role: 'sensitive', treat: [{ suppressCell: { equals: '喘息' } }] },
    異議: { role: 'other' },
  },
  records: [
    { drop: { column: '異議', equals: '1' } },
    { objectors: { csv: 'objectors.csv', key: ['会員番号'] } },
    { synthesize: { share: 0.2 } },
  ],
  privacy: { k: 5 },
  seed: '0123456789abcdef0123456789abcdef',
};
const pseudonymKey = new Uint8Array(32).fill(9);

async function run(change: object = {}, options: { threads?: number; out?: string } = {}): Promise<Outcome> {
  writeFileSync(join(folder, 'data.csv'), data);
  writeFileSync(join(folder, 'objectors.csv'), '会員番号,氏名\nＭ０００３,見本\nM0004,見本\nM9999,見本\n');
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify({ ...recipe, ...change }));
  const { out = 'out', ...rest } = options;
  return anonymize({ recipe: join(folder, 'recipe.json'), out: join(folder, out), pseudonymKey, ...rest });
}

async function released(...args: Parameters<typeof run>): Promise<Report> {
  const outcome = await run(...args);
  if (outcome.kind !== 'released') throw new Error(JSON.stringify(outcome));
  return outcome.report;
}

const once = join(root, 'once');

/** A release as it was made once, in the folder of the test. */
async function releasedOnce(): Promise<void> {
  if (!existsSync(once)) {
    await released();
    cpSync(folder, once, { recursive: true });
  } else cpSync(once, folder, { recursive: true });
}

const output = () => join(folder, 'out', 'output.csv');
const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** Changes the output and makes the report agree with it, so that only what the cells say can tell. */
function forge(change: (row: string[]) => string[]): void {
  const text = readFileSync(output(), 'utf8');
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const forged = `${[head, ...lines.map((line) => change(line.split(',')).join(','))].join('\n')}\n`;
  writeFileSync(output(), forged);
  const file = join(folder, 'out', 'report.json');
  const report = JSON.parse(readFileSync(file, 'utf8'));
  report.sha256.output = createHash('sha256').update(forged).digest('hex');
  writeFileSync(file, JSON.stringify(report));
}

const failed = ({ integrity, items }: VerificationReport) =>
  [...integrity.checks, ...Object.values(items).flatMap(({ checks }) => checks)]
    .filter(({ passed, check }) => !passed && check !== 'report' && check !== 'rowOrder')
    .map(({ item, check }) => [item, check]);
const check = (withSource = true) =>
  verify({ folder: join(folder, 'out'), ...(withSource ? { source: join(folder, 'data.csv') } : {}) });

const place = (column: string) => header.indexOf(column);
const setFirst = (column: string, when: (row: string[]) => boolean, value: string) => {
  let done = false;
  return (row: string[]) => {
    if (done || !when(row)) return row;
    done = true;
    return row.with(place(column), value);
  };
};
const real = (row: string[]) => row.at(-1) === '0';

describe('every technique in one release', () => {
  test('the records, the counts and the words of the report are those of the recipe', async () => {
    const report = await released();
    const rows = rowsOf(readFileSync(output(), 'utf8'));
    // Six objected in the file, four more are on the list, and a fifth of the output is synthetic.
    const left = people.filter((row) => row[10] === '0' && !['M0003', 'M0004'].includes(row[0] ?? ''));
    expect([people.length, left.length]).toEqual([240, 230]);
    expect(report).toMatchObject({ rows: 240, droppedRecords: 10, syntheticRecords: 58, outputRows: 288 });
    expect(rows.filter(real)).toHaveLength(230);
    const column = (name: string) => rows.filter(real).map((row) => row[place(name)] ?? '');
    expect(column('病名').filter((one) => one === '*')).toHaveLength(left.filter((row) => row[9] === '喘息').length);
    expect(new Set(column('電話'))).toEqual(new Set(['090-']));
    expect(column('生年月日').every((one) => /^19\d\d-0\d$/.test(one))).toBe(true);
    expect(column('町').toSorted()).toEqual(left.map((row) => row[7]).toSorted());
    expect(new Set(column('会員番号')).size).toBe(new Set(left.map((row) => row[0])).size);
    expect(report.treatments.map(({ technique }) => technique)).toEqual(
      expect.arrayContaining([
        'dropRecord',
        'pseudoId',
        'generalize',
        'topCode',
        'microaggregate',
        'addNoise',
        'swap',
        'suppressCell',
        'synthesize',
      ]),
    );
    expect(report.recipe).toMatchObject({
      columns: { 年齢: { treat: [{ topCode: { atLeast: 12, from: 86, label: '86歳以上' } }, {}] } },
    });
    expect(report.notes).toContainEqual(expect.stringContaining('3 件のうち 2 件が元のデータにありました'));
    expect(failed(await check())).toEqual([]);
    expect(failed(await check(false))).toEqual([]);
  });

  test('both reports name every technique in the words of the table, and only the own one how it was set', async () => {
    await released();
    const read = (file: string) => readFileSync(join(folder, 'out', file), 'utf8');
    const words = [
      '仮ID',
      '一般化',
      'トップコーディング',
      'ミクロアグリゲーション',
      'ノイズ（誤差）の付加',
      'データ交換（スワップ）',
      'セル削除',
      '疑似データ',
    ];
    for (const file of ['report.html', 'report.json', 'public-report.html', 'public-report.json'])
      expect([file, words.filter((word) => !read(file).includes(word))]).toEqual([file, []]);
    const settings = ['ラプラス', '30%', '86歳', 'objectors.csv', recipe.seed, '喘息'];
    expect(settings.filter((setting) => !read('report.html').includes(setting))).toEqual([]);
    for (const file of ['public-report.html', 'public-report.json'])
      expect([file, settings.filter((setting) => read(file).includes(setting))]).toEqual([file, []]);
    expect(read('public-report.html')).toContain('レコード削除、疑似データ生成、行の並べ替え');
    expect(read('report.html')).toContain('ゼロで上書きして破棄しました');
    expect(read('public-report.html')).toContain('差分プライバシーの保証でもありません');
  });

  test('synthetic records are in no class and no pseudo-ID of theirs is that of a person', async () => {
    await released();
    const rows = rowsOf(readFileSync(output(), 'utf8'));
    const ids = (wanted: string) => rows.filter((row) => row.at(-1) === wanted).map((row) => row[0]);
    const ofPersons = new Set(ids('0'));
    expect(ids('1').filter((id) => ofPersons.has(id))).toEqual([]);
    const classes = Map.groupBy(rows.filter(real), (row) => row[place('区')]);
    const smallest = Math.min(...[...classes.values()].map((members) => members.length));
    expect((await check(false)).smallestClass).toBe(smallest);
  });

  test('the same recipe, data, seed and key give the same bytes on any number of threads', async () => {
    await released({}, { threads: 1, out: 'one' });
    await released({}, { threads: 2, out: 'two' });
    expect(readFileSync(join(folder, 'one', 'output.csv'), 'utf8')).toBe(
      readFileSync(join(folder, 'two', 'output.csv'), 'utf8'),
    );
  });

  test('counted in persons, the same techniques pass as well', async () => {
    const report = await released({ person: { key: ['会員番号'] } });
    // Three persons objected in the file, in both of their records, and two are on the list.
    expect(report).toMatchObject({ persons: 120 - 3 - 2, outputRows: 288 });
    expect(failed(await check())).toEqual([]);
  });

  test.each(['parquet', 'xlsx'])('written as %s, the same techniques pass as well', async (format) => {
    await released({ output: { format } });
    expect(failed(await check())).toEqual([]);
  });

  test('with formulas neutralized and an unusual mark they pass too', async () => {
    const noise = { role: 'other', treat: [{ addNoise: { distribution: 'gaussian', scale: 9000, round: 100 } }] };
    const columns = { ...recipe.columns, 歩数: noise };
    await released({ columns, output: { neutralizeFormulas: true, suppressedAs: '（隠した）' } });
    expect(readFileSync(output(), 'utf8')).toContain(",'-");
    expect(failed(await check())).toEqual([]);
  });

  test.each<[string, (row: string[]) => string[], (string | number)[][]]>([
    ['a number behind the separator', setFirst('電話', real, '090-0000-0001'), [[1, 'treatedForm']]],
    ['a whole date', setFirst('生年月日', real, '1950-01-15'), [[5, 'treatedForm']]],
    ['another band', setFirst('年齢', real, '33-42'), [[5, 'treatedForm']]],
    [
      'an age beyond the threshold',
      setFirst('年齢', (row) => real(row) && row[3] === '86歳以上', '20-29'),
      [[4, 'codedSize']],
    ],
    [
      'a value that the condition hides',
      setFirst('病名', (row) => real(row) && row[9] === '*', '喘息'),
      [[4, 'treatedForm']],
    ],
    ['a height that nobody shares', setFirst('身長', real, '199'), [[5, 'microaggregates']]],
    ['a number that is no multiple', setFirst('歩数', real, '3050'), [[5, 'treatedForm']]],
    ['a number beyond the bounds', setFirst('歩数', real, '-100'), [[5, 'treatedForm']]],
    ['a town that nobody had', setFirst('町', real, '町9'), [[5, 'swappedValues']]],
    ['an objection', setFirst('異議', real, '1'), [[5, 'droppedRecords']]],
    ['a pseudo-ID of another form', setFirst('会員番号', real, 'M0001'), [[3, 'pseudoIds']]],
  ])('the verification finds %s', async (_, change, expected) => {
    await releasedOnce();
    forge(change);
    expect(failed(await check())).toEqual(expected);
  });

  test('the verification finds a real record that is marked as synthetic', async () => {
    await releasedOnce();
    let done = false;
    forge((row) => {
      if (done || !real(row)) return row;
      done = true;
      return row.with(-1, '1');
    });
    expect(failed(await check(false))).toContainEqual([5, 'synthetic']);
  });
});

describe('疑似データ生成', () => {
  const columns = { 区: { role: 'quasi' }, 病名: { role: 'sensitive' }, ...dropped(['区', '病名']) };
  const synthetic = (model: string) => ({ columns, records: [{ synthesize: { share: 0.9, model, mark: '合成' } }] });
  const marked = () => rowsOf(readFileSync(output(), 'utf8')).filter((row) => row.at(-1) === '1');
  const countOf = (rows: string[][], wanted: string) => rows.filter((row) => row.slice(0, 2).join() === wanted).length;

  // In the source each ward has one illness only: ward 0 a cold, ward 1 a broken bone, ward 2 asthma.
  test('independent: every pair of values that the output holds apart occurs about equally often', async () => {
    const report = await released(synthetic('independent'));
    expect(report).toMatchObject({ outputRows: 2400, syntheticRecords: 2160 });
    const rows = marked();
    for (const ward of ['区0', '区1', '区2'])
      for (const illness of ['風邪', '骨折', '喘息']) {
        const count = countOf(rows, `${ward},${illness}`);
        // Nine pairs of 240 each, within five standard deviations.
        expect(Math.abs(count - 240)).toBeLessThan(5 * Math.sqrt(240 * (8 / 9)));
      }
  });

  test('chain: a value is drawn from those that stand beside the one before', async () => {
    await released(synthetic('chain'));
    const rows = marked();
    expect(countOf(rows, '区0,風邪') + countOf(rows, '区1,骨折') + countOf(rows, '区2,喘息')).toBe(2160);
  });

  test('is refused where it could not be told apart', async () => {
    const options = { columns, records: [{ synthesize: { share: 0.1 } }] };
    await expect(run({ ...options, output: { suppressedRecords: 'mark' } })).rejects.toThrow(/synthesize.*mark/);
    await expect(run({ ...options, shuffle: false, shuffleReason: '試験' })).rejects.toThrow(/synthesize.*行の順/);
    const named = { columns, records: [{ synthesize: { share: 0.1, mark: '区' } }] };
    await expect(run(named)).rejects.toThrow(/synthesize → mark.*「区」/);
  });
});

/** Every other column is removed. */
function dropped(kept: readonly string[]) {
  return Object.fromEntries(
    header
      .filter((name) => !kept.includes(name))
      .map((name) => [name, { role: 'identifying', treat: [{ dropColumn: {} }] }]),
  );
}
