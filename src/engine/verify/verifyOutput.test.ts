import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { column, expectationOf, type Lines, lineOf, recipeOf } from '../../../test/support/foundTable.ts';
import { importTable } from '../import/importTable.ts';
import type { TableSource } from '../import/tableSource.ts';
import { InputError } from '../inputError.ts';
import type { Recipe, RecipeColumn, Role, StandardItem } from '../recipe/recipe.ts';
import type { VerificationReport } from '../report/reportTypes.ts';
import { openRun, type Run } from '../run.ts';
import type { Expectation } from './expectation.ts';
import { findRows } from './foundRows.ts';
import { verifyOutput } from './verifyOutput.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-verify-output-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A run of its own for each: a verification makes its tables once. */
async function inRun<T>(work: (run: Run) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(folder, 'run-'));
  const run = await openRun({ folder: scratch, memoryMiB: 256, threads: 1 });
  try {
    return await work(run);
  } finally {
    run.close();
  }
}

function fileOf(name: string, lines: readonly string[]): { readonly file: TableSource; readonly sha256: string } {
  const text = lines.map((line) => `${line}\n`).join('');
  writeFileSync(join(folder, name), text);
  const file = { path: join(folder, name), format: 'csv', delimiter: ',', encoding: 'utf-8' } as const;
  return { file, sha256: createHash('sha256').update(text).digest('hex') };
}

const gone = (name: string, role: Role, item: StandardItem) => column(name, role, { kind: 'dropColumn', item });
const columns = [
  gone('氏名', 'identifying', 1),
  column('町', 'quasi'),
  column('病名', 'sensitive'),
  gone('備考', 'free', 5),
  gone('住所', 'identifying', 1),
  column('仮番号', 'linkingCode', { kind: 'pseudoId', item: 3, length: 8 }),
];
const lines: Lines = [
  '町,病名,仮番号',
  ...['本町,風邪,00000001', '本町,骨折,00000002', '本町,骨折,00000003', '港町,風邪,00000004', '港町,風邪,00000005'],
  '港町,肺炎,00000006',
];
const kept: Partial<Recipe> = { keptOrder: '検査の試験のため' };

interface Given {
  readonly recipe?: Partial<Recipe>;
  readonly columns?: readonly RecipeColumn[];
  readonly expected?: Partial<Expectation>;
  readonly source?: {
    readonly lines: Lines;
    readonly sha256?: string;
    readonly comparesOrder?: boolean;
  };
}

function verify(output: readonly string[], { recipe, columns: own = columns, expected, source }: Given = {}) {
  return inRun(async (run): Promise<VerificationReport> => {
    const { file, sha256 } = fileOf('output.csv', output);
    const known = { sha256, outputRows: output.length - 1, ...expected };
    const given = source && fileOf('source.csv', source.lines);
    const table = given && (await importTable(run, given.file));
    return verifyOutput(run, file, expectationOf(recipeOf(own, { ...kept, ...recipe }), known), {
      source:
        given && table
          ? { table, sha256: source.sha256 ?? given.sha256, comparesOrder: source.comparesOrder ?? false }
          : null,
      areas: null,
    });
  });
}

const failed = ({ integrity, items }: VerificationReport) =>
  [integrity, ...Object.values(items)].flatMap(({ checks }) => checks.filter(({ passed }) => !passed)).map(lineOf);
const integrityOf = ({ integrity }: VerificationReport) => integrity.checks.map(lineOf);

test('what was written passes, each check under its item, with what it counted', async () => {
  const report = await verify(lines);
  expect(failed(report)).toEqual([]);
  expect(report).toMatchObject({ passed: true, withSource: false, rows: 6, classes: 2, smallestClass: 3 });
  expect(integrityOf(report)).toEqual([
    'null digest 合 {} 出力ファイルのダイジェスト（SHA-256）が報告書と一致します。',
    'null header 合 {} 出力の項目は手順書のとおりです。',
    'null rows 合 {"found":6,"expected":6} 出力は 6 行、報告書では 6 行です。',
  ]);
  const checks = Object.entries(report.items).map(([item, own]) => [item, own.checks.map(({ check }) => check)]);
  expect(checks).toEqual([
    ['1', ['removedColumns']],
    ['2', ['codeShapes']],
    ['3', ['pseudoIds', 'rowOrder']],
    ['4', []],
    ['5', ['removedColumns', 'k']],
  ]);
  expect(report.items[1].checks.map(lineOf)).toEqual([
    '1 removedColumns 合 {"removed":2,"left":0} 「氏名」「住所」は出力にありません。',
  ]);
  // a pseudo-ID tells nobody of anybody: alone are 本町,風邪 and 港町,肺炎
  expect(report.aloneOnAllColumns).toBe(2);
  expect(report.singlingOut.sizes).toEqual([
    { columns: 1, sets: 2, telling: 1, mostAlone: 1 },
    { columns: 2, sets: 1, telling: 1, mostAlone: 2 },
  ]);
  expect(report.singular.map((one) => [one.column, one.values])).toEqual([['病名', 2]]);
});

test('in persons the output tells who stands behind it where it has a pseudo-ID of each', async () => {
  const recipe = { k: 3, personKey: ['仮番号'] };
  const told = await verify(lines, { recipe, expected: { persons: 6 } });
  expect(told.risk).toMatchObject({ countedIn: 'persons', units: 6, classes: 2 });
  expect(told.items[5].checks.map(({ check }) => check)).toEqual(['removedColumns', 'k', 'persons']);
  const unknown = await verify(lines, { recipe: { ...recipe, personKey: ['氏名'] }, expected: { persons: 6 } });
  expect(unknown.risk).toBeNull();
  expect(unknown.items[5].checks.map(({ check }) => check)).toEqual(['removedColumns', 'k', 'personsNotRecounted']);
});

test('one item that fails makes the whole fail, and no other item', async () => {
  const report = await verify(lines, { recipe: { k: 4 } });
  expect(report.passed).toBe(false);
  expect(Object.values(report.items).map(({ passed }) => passed)).toEqual([true, true, true, true, false]);
  expect(report.integrity.passed).toBe(true);
  // few are those that fewer than k hold, at least 3
  expect([report.singular.map((one) => one.column), report.searchRule]).toEqual([
    ['町', '病名'],
    expect.stringContaining('4 件未満'),
  ]);
});

describe('the file is the one that was written', () => {
  test('another byte, another number of rows and a row that can not be read are told', async () => {
    const bytes = await verify(lines, { expected: { sha256: '0' } });
    expect([bytes.passed, bytes.integrity.passed]).toEqual([false, false]);
    expect(failed(bytes)).toEqual(['null digest 否 {} 出力ファイルが、作成した後に変わっています。']);
    expect(failed(await verify(lines, { expected: { outputRows: 5 } }))).toEqual([
      'null rows 否 {"found":6,"expected":5} 出力は 6 行、報告書では 5 行です。',
    ]);
    // a row of four cells is none: with it the number of rows is right
    expect(failed(await verify([...lines, '港町,風邪,00000007,x'], { expected: { outputRows: 6 } }))).toEqual([
      'null rows 否 {"found":6,"expected":6} 出力は 6 行、報告書では 6 行です。',
    ]);
  });

  test.each<[string, readonly string[]]>([
    ['another column', ['町,職業,仮番号', 'a,b,00000001']],
    ['one column too many', ['町,病名,仮番号,氏名', 'a,b,00000001,x']],
    ['one column too few', ['町,病名', 'a,b']],
    ['another order', ['病名,町,仮番号', 'a,b,00000001']],
  ])('with %s nothing else is counted, and nothing passes', async (_, output) => {
    const report = await verify(output);
    expect(failed(report)[0]).toBe(
      `null header 否 {} 出力の項目が手順書と違います: 「${output[0]?.replaceAll(',', '」「')}」`,
    );
    const said = '出力の項目が手順書と合わないため、確かめられません。';
    const items = Object.entries(report.items).map(([item, own]) => [item, own.passed, own.checks.map(lineOf)]);
    expect(items).toEqual([1, 2, 3, 4, 5].map((item) => [`${item}`, false, [`${item} notChecked 否 {} ${said}`]]));
    expect({ ...report, items: null, integrity: report.integrity.passed }).toEqual({
      ...{ items: null, passed: false, withSource: false, integrity: false, rows: 1, classes: 0, classSizes: [] },
      ...{ smallestClass: null, markedRecords: 0, aloneOnAllColumns: 0, risk: null, singular: [], searched: [] },
      ...{ singlingOut: { upTo: 0, sizes: [], worst: [] }, searchRule: '' },
    });
  });

  test('a file that is no table fails with the reason; one that is not there is bad input', async () => {
    const report = await verify([], { expected: { outputRows: 0 } });
    expect(integrityOf(report)[2]).toMatch(/^null rows 合 {"found":0,"expected":0}/);
    expect(failed(report)[0]).toMatch(/^null header 否 \{\} 出力を読めません: ./);
    expect([report.rows, report.passed]).toEqual([0, false]);
    const missing = { path: join(folder, 'none.csv'), format: 'csv', delimiter: ',', encoding: 'utf-8' } as const;
    await expect(inRun((run) => findRows(run, missing, null))).rejects.toThrow(InputError);
  });

  test('a header alone is a table: all records may have been suppressed', async () => {
    expect(failed(await verify([lines[0]]))).toEqual([]);
  });

  test('records of a synthetic mark are counted apart, and in nothing else', async () => {
    const [header, ...rows] = lines;
    const marked = [`${header},疑似`, ...rows.map((row) => `${row},0`), '港町,肺炎,00000009,1', '原,肺炎,00000008,1'];
    const synthesis = { share: 0.25, model: 'chain', mark: '疑似' } as const;
    const report = await verify(marked, { recipe: { synthesis } });
    expect(failed(report)).toEqual([]);
    expect(report).toMatchObject({ rows: 8, classes: 2, aloneOnAllColumns: 2, risk: { units: 6 } });
    expect(report.items[5].checks.find(({ check }) => check === 'synthetic')?.numbers).toEqual({ synthetic: 2 });
  });
});

describe('with the source', () => {
  const source: Lines = ['氏名,町,病名,備考,住所,仮番号', '見本一太郎,本町,風邪,特記なし一,見本県本町一,123456'];
  const header = source[0].split(',');

  test('its digest and its columns are those of the run', async () => {
    const expected = { sourceHeader: header };
    const right = await verify(lines, { source: { lines: source }, expected });
    expect([right.withSource, failed(right)]).toEqual([true, []]);
    expect(integrityOf(right).slice(3)).toEqual([
      'null sourceDigest 合 {} 元のデータのダイジェスト（SHA-256）が報告書と一致します。',
    ]);
    const other = await verify(lines, { source: { lines: source, sha256: '0' }, expected });
    expect([other.passed, failed(other)]).toEqual([
      false,
      ['null sourceDigest 否 {} 元のデータが、作成したときのものと違います。'],
    ]);
    const wrong = await verify(lines, { source: { lines: ['町,病名', 'a,b'] }, expected });
    expect([wrong.passed, wrong.searched, failed(wrong)]).toEqual([
      false,
      [],
      ['null sourceHeader 否 {} 元のデータの項目が違います: 「町」「病名」'],
    ]);
  });

  test('the values of what the standard wants gone are searched: (1) (2) (3), free text, and what a part was cut of', async () => {
    const cut = (item: StandardItem) => ({ kind: 'truncateAfter', separator: '-', item }) as const;
    const own = [
      ...[column('町', 'quasi'), gone('氏名', 'identifying', 1), gone('番号', 'identificationCode', 2)],
      ...[gone('顧客', 'linkingCode', 3), gone('備考', 'free', 5), gone('年収', 'other', 4)],
      ...[column('電話', 'other', cut(3)), column('職業', 'other', cut(4)), column('病名', 'sensitive')],
    ];
    const names = own.map(({ name }) => name).join();
    const report = await verify(['町,電話,職業,病名', 'a,090-,x-,y'], {
      columns: own,
      source: { lines: [names, names.replaceAll(',', '見本の値,')] },
      expected: { sourceHeader: names.split(',') },
      recipe: { k: 1 },
    });
    expect(report.searched.map((one) => one.column)).toEqual(['氏名', '番号', '顧客', '備考', '電話']);
  });

  test('the order of its rows is compared where a second pass is asked for', async () => {
    const ordered = async (comparesOrder: boolean) => {
      const report = await verify(lines, {
        source: { lines: source, comparesOrder },
        expected: { sourceHeader: header },
        recipe: { keptOrder: null },
      });
      return report.items[3].checks.some(({ check }) => check === 'sourceOrder');
    };
    expect([await ordered(true), await ordered(false)]).toEqual([true, false]);
  });
});

test.each([100, 101])('equal rows of %d columns are found once, with their number and places', async (width) => {
  const wide = (first: string) => [first, ...Array(width - 1).fill('x')].join();
  const header = Array.from({ length: width }, (_, index) => `h${index}`).join();
  // the quotes keep the rows from being grouped as lines
  const { file } = fileOf('wide.csv', [header, wide('a'), wide('"b"'), wide('a'), wide('b'), wide('a'), wide('c')]);
  await inRun(async (run) => {
    const found = await findRows(run, file, null);
    expect([found.rows, found.synthetic, found.header.join(), found.ids.length]).toEqual([6, 0, header, width]);
    const rows = await run.rows<object>({
      text: 'SELECT c0, CAST(n AS INTEGER) AS n, CAST(first AS INTEGER) AS f, CAST(last AS INTEGER) AS l FROM found_all ORDER BY c0',
    });
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual(['a 3 0 4', 'b 2 1 3', 'c 1 5 5']);
  });
});
