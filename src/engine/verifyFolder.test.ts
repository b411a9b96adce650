import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { forgeOutput } from '../../test/support/forgeOutput.ts';
import { anonymize } from './anonymize.ts';
import { InputError } from './inputError.ts';
import type { VerificationReport } from './report/reportTypes.ts';
import { verify } from './verifyFolder.ts';

const root = mkdtempSync(join(tmpdir(), 'tokumei-verify-test-'));
let folder = root;
let made = 0;
beforeEach(() => {
  made += 1;
  folder = join(root, String(made));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

const recipe = {
  source: { path: 'data.csv' },
  columns: {
    氏名: { role: 'identifying', treat: [{ dropColumn: {} }] },
    年齢: { role: 'quasi', treat: [{ topCode: { from: 80, label: '80歳以上' } }] },
    性別: { role: 'quasi' },
    病名: { role: 'sensitive' },
    メモ: { role: 'other' },
  },
  privacy: {
    k: 3,
    diversity: [{ column: '病名', model: 'distinct', l: 2 }],
    closeness: [{ column: '病名', t: 0.45, distance: 'equal' }],
  },
  suppressionLimit: 1,
  seed: '0123456789abcdef0123456789abcdef',
  shuffle: false,
  shuffleReason: '検査の試験のため',
};
const people = Array.from({ length: 40 }, (_, index) => [
  `見本${index}太郎`,
  index % 10 === 0 ? '91' : '50',
  index % 2 === 0 ? '男' : '女',
  index % 4 < 2 ? '風邪' : '骨折',
  `${index % 5}`,
]);
const data = ['氏名,年齢,性別,病名,メモ', ...people.map((person) => person.join(',')), ''].join('\n');

const output = () => join(folder, 'out', 'output.csv');

async function release(change: Record<string, unknown> = {}): Promise<void> {
  writeFileSync(join(folder, 'data.csv'), data);
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify({ ...recipe, ...change }));
  const outcome = await anonymize({ recipe: join(folder, 'recipe.json'), out: join(folder, 'out'), replace: true });
  expect(outcome.kind).toBe('released');
}

const forge = (change: (lines: string[]) => string[]) => forgeOutput(join(folder, 'out'), change);

/** What fails of the output itself; that a forged one no longer agrees with the report is tested apart. */
const failed = (verification: VerificationReport) =>
  allFailed(verification).filter(([, check]) => !['report', 'distribution', 'derivedRows'].includes(String(check)));
const allFailed = ({ integrity, items }: VerificationReport) =>
  [...integrity.checks, ...Object.values(items).flatMap(({ checks }) => checks)]
    .filter(({ passed }) => !passed)
    .map(({ item, check }) => [item, check]);

function rewriteReport(change: (report: Record<string, unknown>) => void): void {
  const file = join(folder, 'out', 'report.json');
  const report = JSON.parse(readFileSync(file, 'utf8'));
  change(report);
  writeFileSync(file, JSON.stringify(report));
}

/** Two records suppressed, though the recipe then allows none. */
function suppressed(report: Record<string, unknown>): void {
  Object.assign(report, { suppressedRecords: 2, recipe: { ...(report.recipe as object), suppressionLimit: 0 } });
}

function requirement(report: Record<string, unknown>, change: object): void {
  const document = report.recipe as { privacy: object };
  Object.assign(document.privacy, change);
}

const withSource = () => verify({ folder: join(folder, 'out'), source: join(folder, 'data.csv') });

describe('verify', () => {
  test('passes what was released, with and without the source', async () => {
    await release();
    expect(failed(await verify({ folder: join(folder, 'out') }))).toEqual([]);
    const verification = await withSource();
    expect(verification).toMatchObject({ passed: true, withSource: true, searched: [{ column: '氏名', values: 40 }] });
  });

  test.each<[string, (text: string) => string, (string | null)[][]]>([
    ['a changed byte', (text) => text.replace('骨折', '捻挫'), [[null, 'digest']]],
    [
      'a row too few',
      (text) => text.replace(/\n[^\n]*\n$/, '\n'),
      [
        [null, 'digest'],
        [null, 'rows'],
      ],
    ],
    [
      'a row too many',
      (text) => `${text}50,男,風邪,1\n50,男,風邪,1\n`,
      [
        [null, 'digest'],
        [null, 'rows'],
      ],
    ],
    ['a byte order mark', (text) => `\uFEFF${text}`, [[null, 'digest']]],
  ])('finds %s', async (_, change, wanted) => {
    await release();
    writeFileSync(output(), change(readFileSync(output(), 'utf8')));
    const found = failed(await verify({ folder: join(folder, 'out') }));
    for (const one of wanted) expect(found).toContainEqual(one);
  });

  test('finds a changed column', async () => {
    await release();
    forge((lines) => lines.map((line, index) => `${line},${index === 0 ? '氏名' : 'x'}`));
    const found = failed(await verify({ folder: join(folder, 'out') }));
    expect(found).toContainEqual([null, 'header']);
    expect(found).toContainEqual([1, 'notChecked']);
  });

  test.each<[string, (lines: string[]) => string[], (string | number | null)[][]]>([
    ['(1) a name in another cell', (lines) => lines.with(1, `${lines[1]}（見本7太郎 記）`), [[1, 'removedValues']]],
    [
      '(2) a number of the shape of a code',
      (lines) => lines.with(1, `${lines[1]} 1234-5678-9012`),
      [[2, 'codeShapes']],
    ],
    [
      '(4) a value beyond the top coding',
      (lines) => [...lines, ...Array(4).fill('95,男,風邪,1'), ...Array(4).fill('95,男,骨折,1')],
      [[4, 'codedValues']],
    ],
    ['(5) a class smaller than k', (lines) => [...lines, '33,男,風邪,1', '33,男,骨折,1'], [[5, 'k']]],
    [
      '(5) a class with one value only',
      (lines) => [...lines, ...Array(3).fill('33,男,風邪,1')],
      [
        [5, 'diversity'],
        [5, 'closeness'],
      ],
    ],
    [
      '(5) a class with another distribution',
      (lines) => [...lines, '33,男,骨折,1', ...Array(39).fill('33,男,風邪,1')],
      [[5, 'closeness']],
    ],
  ])('finds %s by recounting alone', async (_, change, wanted) => {
    await release();
    forge(change);
    expect(failed(await withSource())).toEqual(wanted);
  });

  test('78: finds rows that stand in another order than their own contents give', async () => {
    await release({ shuffle: true, shuffleReason: undefined });
    forge(([header = '', ...rows]) => [header, ...rows.toReversed()]);
    expect(failed(await verify({ folder: join(folder, 'out') }))).toEqual([[3, 'rowOrder']]);
  });

  test('78: finds that the rows stand in the order of the source', async () => {
    const columns = { ...recipe.columns, 番号: { role: 'other' } };
    const numbered = data
      .replace('メモ', 'メモ,番号')
      .split('\n')
      .map((line, index) => (index === 0 || line === '' ? line : `${line},${index}`));
    await release();
    writeFileSync(join(folder, 'data.csv'), numbered.join('\n'));
    writeFileSync(
      join(folder, 'recipe.json'),
      JSON.stringify({ ...recipe, columns, shuffle: true, shuffleReason: undefined }),
    );
    await anonymize({ recipe: join(folder, 'recipe.json'), out: join(folder, 'out'), replace: true });
    expect(failed(await withSource())).toEqual([]);
    forge(([header = '', ...rows]) => [
      header,
      ...rows.toSorted((a, b) => Number(a.split(',')[4]) - Number(b.split(',')[4])),
    ]);
    expect(failed(await withSource())).toEqual([
      [3, 'sourceOrder'],
      [3, 'rowOrder'],
    ]);
  });

  test('another source than that of the run is told apart', async () => {
    await release();
    writeFileSync(join(folder, 'data.csv'), data.replace('見本0太郎', '見本0次郎'));
    expect(failed(await withSource())).toEqual([[null, 'sourceDigest']]);
  });

  test.each<[string, (report: Record<string, unknown>) => void, string]>([
    ['rows', (report) => Object.assign(report, { rows: 5 }), 'rows'],
    ['classes', (report) => Object.assign(report, { classes: 1 }), 'classes'],
    ['the smallest class', (report) => Object.assign(report, { smallestClass: 9 }), 'smallestClass'],
    ['loss', (report) => Object.assign(report, { loss: 0.9 }), 'loss'],
    ['gap', (report) => Object.assign(report, { gap: 0.5 }), 'gap'],
    ['seed', (report) => Object.assign(report, { seed: 'f'.repeat(32) }), 'seed'],
    ['levels', (report) => Object.assign(report, { levels: { 年齢: 1, 性別: 1 } }), 'levels → 年齢'],
    ['the suppression limit', suppressed, 'suppressedRecords'],
    ['k of the recipe', (report) => requirement(report, { k: 2 }), 'verification → k → k'],
  ])('finds another number in the report: %s', async (_, change, member) => {
    await release();
    rewriteReport(change);
    const { passed, integrity } = await verify({ folder: join(folder, 'out') });
    expect(passed).toBe(false);
    expect(integrity.checks.filter((one) => !one.passed).map(({ finding }) => finding)).toContainEqual(
      expect.stringContaining(`報告書の「${member}」は`),
    );
  });

  test.each<[string, string, (text: string) => string, string]>([
    [
      'the limit of the recipe',
      'report.json',
      (text) => text.replace('"suppressionLimit": 1', '"suppressionLimit": 0.9'),
      'ダイジェスト',
    ],
    [
      'persons where none are counted',
      'report.json',
      (text) => text.replace('"persons": null', '"persons": 7'),
      'persons',
    ],
    ['changes that no treatment made', 'report.json', (text) => text.replace('"4": 4', '"4": 5'), 'changedRecords → 4'],
    ['one digit of the page', 'report.html', (text) => text.replace('40件', '41件'), 'report.html が'],
    [
      'the public classes',
      'public-report.json',
      (text) => text.replace(/"classes": \d+/, '"classes": 99'),
      'public-report.json が',
    ],
    [
      'the public version',
      'public-report.json',
      (text) => text.replace(/"engineVersion": "/, '$&9.'),
      'プログラムの版',
    ],
    ['a public file that is none', 'public-report.json', () => '{', 'public-report.json が'],
    ['the public page', 'public-report.html', (text) => text.replace('合格', '可'), 'public-report.html が'],
  ])('78: finds a report that was changed alone: %s', async (_, name, change, words) => {
    await release();
    const file = join(folder, 'out', name);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, change(before));
    expect(readFileSync(file, 'utf8')).not.toBe(before);
    const { passed, integrity } = await verify({ folder: join(folder, 'out') });
    expect(passed).toBe(false);
    expect(integrity.checks.filter((one) => !one.passed).map(({ finding }) => finding)).toContainEqual(
      expect.stringContaining(words),
    );
  });

  test('says what it did not compare when the pages and the public report are elsewhere', async () => {
    await release();
    for (const name of ['report.html', 'public-report.json', 'public-report.html']) rmSync(join(folder, 'out', name));
    const { passed, integrity } = await verify({ folder: join(folder, 'out') });
    expect(passed).toBe(true);
    expect(integrity.checks.filter(({ finding }) => /確かめていません|比べていません/.test(finding)).length).toBe(3);
  });

  test('finds another number than the source gives', async () => {
    await release();
    rewriteReport((report) => Object.assign(report, { changedRecords: { 1: 0, 2: 0, 3: 0, 4: 3, 5: 0 } }));
    const { integrity } = await withSource();
    expect(integrity.checks.map(({ finding }) => finding)).toContain(
      '報告書の「changedRecords → 4」は 3 ですが、4 のはずです。',
    );
  });

  test('finds another distribution in the report than that of the output and what was left out', async () => {
    await release();
    rewriteReport((report) => Object.assign(report, { distributions: { 病名: [{ value: '風邪', records: 40 }] } }));
    expect(allFailed(await verify({ folder: join(folder, 'out') }))).toContainEqual([5, 'distribution']);
  });

  test.each([
    ['no text', Buffer.from([0, 1, 2, 255])],
    ['nothing', Buffer.alloc(0)],
  ])('an output that holds %s fails', async (_, bytes) => {
    await release();
    writeFileSync(output(), bytes);
    const found = failed(await verify({ folder: join(folder, 'out') }));
    expect(found).toContainEqual([null, 'digest']);
    expect(found).toContainEqual([null, 'header']);
  });

  test('a file with other columns is no source', async () => {
    await release();
    writeFileSync(join(folder, 'data.csv'), 'x,y\n1,2\n');
    expect(failed(await withSource())).toEqual([[null, 'sourceHeader']]);
  });

  test('a report that names a file outside its folder, or lacks a member, is bad input', async () => {
    await release();
    rewriteReport((report) => Object.assign(report, { outputFile: '../data.csv' }));
    await expect(verify({ folder: join(folder, 'out') })).rejects.toThrow(/outputFile/);
    rewriteReport((report) => Object.assign(report, { outputFile: 'output.csv', columns: null }));
    await expect(verify({ folder: join(folder, 'out') })).rejects.toThrow(/columns/);
  });

  test('a folder without a report is bad input', async () => {
    await expect(verify({ folder })).rejects.toThrow(InputError);
    writeFileSync(join(folder, 'report.json'), '{}');
    await expect(verify({ folder })).rejects.toThrow(/report\.json.*報告書として読めません/);
  });

  test('pseudo-IDs that are digests of a value of the source fail', async () => {
    const 氏名 = { role: 'identifying', treat: [{ pseudoId: { length: 16 } }] };
    await release({ columns: { ...recipe.columns, 氏名 } });
    expect(failed(await withSource())).toEqual([]);
    const digests = people.map(([name = '']) => createHash('md5').update(name).digest('hex').slice(0, 16));
    forge(([header = '', ...rows]) => [header, ...rows.map((row, index) => row.replace(/^\w+/, digests[index] ?? ''))]);
    expect(failed(await withSource())).toEqual([[1, 'recomputable']]);
    forge(([header = '', ...rows]) => [header, ...rows.map((row, index) => row.replace(/^\w+/, `会員${index}`))]);
    expect(failed(await verify({ folder: join(folder, 'out') }))).toEqual([[1, 'pseudoIds']]);
  });
});
