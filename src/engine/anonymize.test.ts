import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';
import { parseCsv } from './import/parseCsv.ts';
import { InputError } from './inputError.ts';
import type { Outcome } from './outcome.ts';
import type { Report } from './report/reportTypes.ts';
import { verify } from './verifyFolder.ts';

const root = mkdtempSync(join(tmpdir(), 'tokumei-anonymize-'));
let folder = root;
let made = 0;
beforeEach(() => {
  made += 1;
  folder = join(root, String(made));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

const seed = '0123456789abcdef0123456789abcdef';
const write = (file: string, content: string | Uint8Array) => writeFileSync(join(folder, file), content);
const read = (file: string) => readFileSync(join(folder, 'out', file), 'utf8');

type Json = Record<string, unknown>;
const recipeOf = (columns: Json, change: Json = {}) => ({
  source: { path: 'data.csv' },
  columns,
  privacy: { k: 2 },
  suppressionLimit: 1,
  seed,
  ...change,
});

/** Runs a recipe on a table in the folder of the test. */
function run(
  data: string | Uint8Array,
  recipe: Json,
  options: { threads?: number; replace?: boolean } = {},
): Promise<Outcome> {
  write('data.csv', data);
  write('recipe.json', JSON.stringify(recipe));
  return anonymize({ recipe: join(folder, 'recipe.json'), out: join(folder, 'out'), ...options });
}

async function released(...args: Parameters<typeof run>): Promise<Report> {
  const outcome = await run(...args);
  expect(outcome).toMatchObject({ kind: 'released' });
  return (outcome as Extract<Outcome, { kind: 'released' }>).report;
}

const ages = Array.from({ length: 40 }, (_, age) =>
  [age, `${age - (age % 10)}-${age - (age % 10) + 9}`, '*'].join(','),
).join('\n');
const towns = ['市川,市川市,*', '八幡,市川市,*', '本町,横浜市,*', '港町,横浜市,*'].join('\n');
const columns = {
  年齢: { role: 'quasi', hierarchy: { csv: 'ages.csv' } },
  町: { role: 'quasi', hierarchy: { csv: 'towns.csv' } },
  性別: { role: 'quasi' },
  病名: { role: 'sensitive' },
  備考: { role: 'other' },
};
const header = Object.keys(columns).join(',');
const record = fc.tuple(
  fc.integer({ min: 0, max: 39 }).map(String),
  fc.constantFrom('市川', '八幡', '本町', '港町'),
  fc.constantFrom('男', '女'),
  fc.constantFrom('風邪', '骨折', ''),
  fc.constantFrom('a', 'b,c', 'd"e', '', '改\n行'),
);
const quote = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csvOf = (rows: readonly (readonly string[])[]) =>
  [header, ...rows.map((row) => row.map(quote).join(',')), ''].join('\n');

const groupsOf = (text: string) =>
  new Map(text.split('\n').map((line) => [line.split(',')[0], line.split(',')] as const));

/** The twin: generalizes row by row and leaves out the classes that are too small or too uniform, with plain objects. */
function naive(rows: readonly (readonly string[])[], levels: readonly number[], k: number, l: number): string[] {
  const [age, town] = [groupsOf(ages), groupsOf(towns)];
  const general = rows.map(([a = '', t = '', sex = '', ...rest]) => ({
    quasi: [age.get(a)?.[levels[0] ?? 0], town.get(t)?.[levels[1] ?? 0], levels[2] === 0 ? sex : '*'],
    rest,
  }));
  const classes = Map.groupBy(general, ({ quasi }) => JSON.stringify(quasi));
  return [...classes.values()]
    .filter((members) => members.length >= k && new Set(members.map(({ rest }) => rest[0])).size >= l)
    .flatMap((members) => members.map(({ quasi, rest }) => JSON.stringify([...quasi, ...rest])))
    .toSorted();
}

describe('anonymize', () => {
  test('releases what a naive twin releases at the same levels, and counts as it counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        async (rows, k) => {
          write('ages.csv', ages);
          write('towns.csv', towns);
          const diversity = [{ column: '病名', model: 'distinct', l: 2 }];
          const report = await released(csvOf(rows), recipeOf(columns, { privacy: { k, diversity } }), {
            replace: true,
          });
          const expected = naive(rows, Object.values(report.levels), k, 2);
          const [, ...output] = parseCsv(read('output.csv'), ',').map(({ fields }) => fields);
          expect(output.map((row) => JSON.stringify(row)).toSorted()).toEqual(expected);
          expect(report).toMatchObject({ rows: rows.length, outputRows: expected.length });
          expect(report.outputRows + report.suppressedRecords).toBe(rows.length);
          expect(report.verification).toMatchObject({
            passed: true,
            rows: expected.length,
            smallestClass: report.smallestClass,
            classes: report.classes,
          });
        },
      ),
      { seed: 2026, numRuns: 12 },
    );
  });

  test('the same recipe, data and seed give the same bytes, on any number of threads and in any order of the source', async () => {
    write('ages.csv', ages);
    write('towns.csv', towns);
    const rows = fc.sample(record, { seed: 7, numRuns: 400 });
    const outputs: string[] = [];
    for (const [index, threads] of [1, 2, 5].entries()) {
      const order = index === 0 ? rows : rows.toReversed();
      await released(csvOf(order), recipeOf(columns), { threads, replace: true });
      outputs.push(read('output.csv'));
    }
    expect(new Set(outputs).size).toBe(1);
    await released(csvOf(rows), recipeOf(columns, { seed: 'f'.repeat(32) }), { replace: true });
    const other = read('output.csv');
    expect(other).not.toBe(outputs[0]);
    const records = (text = '') =>
      parseCsv(text, ',')
        .map(({ fields }) => JSON.stringify(fields))
        .toSorted();
    expect(records(other)).toEqual(records(outputs[0]));
  });

  test('marked records keep their other cells, are no class, and stand in the counts', async () => {
    const data = 'a,b\nx,1\nx,2\ny,3\n';
    const plan = recipeOf({ a: { role: 'quasi', levels: { max: 0 } }, b: { role: 'other' } });
    const report = await released(data, { ...plan, output: { suppressedRecords: 'mark', suppressedAs: '非開示' } });
    expect(read('output.csv').split('\n').toSorted()).toEqual(['', 'a,b', 'x,1', 'x,2', '非開示,3']);
    expect(report).toMatchObject({ rows: 3, outputRows: 3, suppressedRecords: 1, classes: 1, smallestClass: 2 });
    expect(report.verification).toMatchObject({ passed: true, markedRecords: 1, classes: 1, smallestClass: 2 });
  });

  test('scenario 78: the order of the output has nothing of the order of 個人コード', async () => {
    const people = Array.from(
      { length: 2000 },
      (_, index) => `R${String(index).padStart(6, '0')},${index % 3},${index}`,
    );
    const plan = recipeOf({
      個人コード: { role: 'linkingCode', treat: [{ dropColumn: {} }] },
      a: { role: 'quasi' },
      b: { role: 'other' },
    });
    await released(['個人コード,a,b', ...people, ''].join('\n'), plan);
    const [, ...lines] = read('output.csv').trimEnd().split('\n');
    const codes = lines.map((line) => Number(line.split(',')[1]));
    expect(codes.toSorted((one, other) => one - other)).toEqual(people.map((_, index) => index));
    const rises = codes.filter((code, index) => index > 0 && code > (codes[index - 1] ?? 0)).length;
    // As often up as down: 999.5 of 1,999, with a standard deviation of 13.
    expect(Math.abs(rises - 999.5)).toBeLessThan(65);
    const mean = 999.5;
    const covariance = codes.reduce((sum, code, index) => sum + (code - mean) * (index - mean), 0);
    const variance = codes.reduce((sum, code) => sum + (code - mean) ** 2, 0);
    expect(Math.abs(covariance / variance)).toBeLessThan(5 / Math.sqrt(1999));
  });

  test('a column kept in its order says why, and stands in the order of the source', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `${index % 3},${index}`);
    const data = `a,b\n${rows.join('\n')}\n`;
    await released(
      data,
      recipeOf({ a: { role: 'quasi' }, b: { role: 'other' } }, { shuffle: false, shuffleReason: '時刻の順' }),
    );
    expect(read('output.csv')).toBe(data);
  });

  test.each([
    ['utf-8', 'utf-8', []],
    ['utf-8-bom', 'utf-8', [0xef, 0xbb, 0xbf]],
    ['cp932', 'shift_jis', []],
    ['utf-16', 'utf-16le', [0xff, 0xfe]],
  ] as const)('writes %s and reads it back', async (encoding, decoder, mark) => {
    await released(
      '名前,a\n髙橋①,1\n髙橋①,1\n',
      recipeOf({ 名前: { role: 'quasi' }, a: { role: 'other' } }, { output: { encoding } }),
    );
    const bytes = readFileSync(join(folder, 'out', 'output.csv'));
    expect([...bytes.subarray(0, mark.length)]).toEqual([...mark]);
    expect(new TextDecoder(decoder, { fatal: true }).decode(bytes)).toBe('名前,a\n髙橋①,1\n髙橋①,1\n');
  });

  test('a character that the encoding does not have is refused before output, by column and value', async () => {
    const outcome = await run(
      '名前\n𠮷野\n𠮷野\n',
      recipeOf({ 名前: { role: 'quasi' } }, { output: { encoding: 'cp932' } }),
    );
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'unencodable', column: '名前', value: '𠮷野' } });
    expect((outcome as { refusal: { message: string } }).refusal.message).toContain(
      '列「名前」の「𠮷」（U+20BB7） 2 件（例「𠮷野」）。元のデータでは、「名前」の 2、3 行目にあります。output → encoding を utf-8-bom にするか',
    );
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test('characters that the encoding does not have are replaced when asked, all of them named, and the output passes', async () => {
    const output = { encoding: 'cp932', unencodable: { replaceWith: '〓' } };
    const plan = recipeOf(
      { 名前: { role: 'quasi' }, 病名: { role: 'sensitive' } },
      { output, privacy: { k: 2, closeness: [{ column: '病名', t: 0.5, distance: 'equal' }] } },
    );
    const report = await released('名前,病名\n𠮷野,風邪\n𠮷野,é\n吉野,é\n吉野,風邪\n', plan);
    const lines = new TextDecoder('shift_jis').decode(readFileSync(join(folder, 'out', 'output.csv'))).split('\n');
    expect(lines.toSorted()).toEqual(['', '〓野,〓', '〓野,風邪', '吉野,〓', '吉野,風邪', '名前,病名']);
    expect(report.notes).toEqual([
      '文字コード cp932 にない文字を「〓」に置き換えました: 列「名前」の「𠮷」（U+20BB7） 2 件（例「𠮷野」）、列「病名」の「é」（U+00E9） 2 件（例「é」）。元のデータでは、「名前」の 2、3 行目、「病名」の 3、4 行目にあります。すべての箇所は unencodable.csv にあります。',
    ]);
    expect(await verify({ folder: join(folder, 'out') })).toMatchObject({ passed: true });
  });

  test('no replacement makes one value of two, nor stands in a header', async () => {
    const output = { encoding: 'cp932', unencodable: { replaceWith: '〓' } };
    const merged = await run('名前\n𠮷\né\n', recipeOf({ 名前: { role: 'other' } }, { output, privacy: { k: 1 } }));
    expect(merged).toMatchObject({ kind: 'refused', refusal: { code: 'unencodable' } });
    expect((merged as { refusal: { message: string } }).refusal.message).toContain(
      '列「名前」の違う値が同じ値になります',
    );
    const header = await run('𠮷\nx\n', recipeOf({ 𠮷: { role: 'other' } }, { output, privacy: { k: 1 } }));
    expect((header as { refusal: { message: string } }).refusal.message).toContain('列名「𠮷」の「𠮷」（U+20BB7）');
    const lacking = recipeOf({ a: { role: 'other' } }, { output: { ...output, unencodable: { replaceWith: '𠮷' } } });
    await expect(run('a\nx\n', lacking)).rejects.toThrow('値「𠮷」も cp932 で書けません');
  });

  test('every 外字 of CP932 comes out as the bytes that it came in as', async () => {
    const trails = Array.from({ length: 189 }, (_, index) => 0x40 + index).filter((trail) => trail !== 0x7f);
    const pairs = Array.from({ length: 10 }, (_, lead) => trails.map((trail) => [0xf0 + lead, trail])).flat();
    const bytes = Buffer.from([...Buffer.from('a\n'), ...pairs.flatMap((pair) => [...pair, 0x0a])]);
    await released(
      bytes,
      recipeOf(
        { a: { role: 'other' } },
        {
          ...{ source: { path: 'data.csv', encoding: 'cp932' }, output: { encoding: 'cp932' } },
          ...{ shuffle: false, shuffleReason: '比べるため' },
        },
      ),
    );
    expect(readFileSync(join(folder, 'out', 'output.csv')).equals(bytes)).toBe(true);
  });

  test('a table of 200 columns is written like any other', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `c${index}`);
    const data = [names, names.map(() => 'x,"y'), names.map(() => '')];
    const text = data.map((cells) => cells.map(quote).join(',')).join('\n');
    const roles = Object.fromEntries(names.map((name) => [name, { role: 'other' }]));
    await released(`${text}\n`, recipeOf(roles, { shuffle: false, shuffleReason: '比べるため' }));
    expect(read('output.csv')).toBe(`${text}\n`);
  }, 20_000);

  test('a hierarchy in UTF-16 of either order is read', async () => {
    const little = Buffer.from('\uFEFF市川,千葉県\n横浜,神奈川県\n', 'utf16le');
    const hierarchy = { csv: 'towns.csv', encoding: 'utf-16' };
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      write('towns.csv', bytes);
      const report = await released(
        '町\n市川\n市川\n横浜\n横浜\n',
        recipeOf({ 町: { role: 'quasi', hierarchy, levels: { min: 1 } } }),
        { replace: true },
      );
      expect([report.classes, read('output.csv')]).toEqual([2, expect.stringContaining('神奈川県')]);
    }
  });

  test('parquet has the same bytes on any number of threads', async () => {
    const rows = Array.from({ length: 300_000 }, (_, index) => `${index % 7},${index % 997}`).join('\n');
    const outputs = new Set<string>();
    for (const threads of [1, 3]) {
      const plan = recipeOf({ a: { role: 'quasi' }, b: { role: 'other' } }, { output: { format: 'parquet' } });
      const report = await released(`a,b\n${rows}\n`, plan, { threads, replace: true });
      outputs.add(report.sha256.output);
    }
    expect(outputs.size).toBe(1);
  }, 30_000);

  test('parquet holds the same rows, with null where a cell is suppressed', async () => {
    const data = 'a,b\nx,1\nx,2\ny,3\n';
    const report = await released(
      data,
      recipeOf(
        { a: { role: 'quasi', levels: { max: 0 } }, b: { role: 'other' } },
        { output: { format: 'parquet', suppressedRecords: 'mark' } },
      ),
    );
    expect(report).toMatchObject({ outputFile: 'output.parquet', outputRows: 3, suppressedRecords: 1 });
    expect(report.verification.passed).toBe(true);
  });

  test('text that a spreadsheet would run stays text when asked', async () => {
    const data = 'a\n=1+1\n=1+1\n';
    await released(data, recipeOf({ a: { role: 'quasi' } }));
    expect(read('output.csv')).toBe(data);
    await released(data, recipeOf({ a: { role: 'quasi' } }, { output: { neutralizeFormulas: true } }), {
      replace: true,
    });
    expect(read('output.csv')).toBe("a\n'=1+1\n'=1+1\n");
  });

  test('cells that could not be read are suppressed, counted and listed', async () => {
    const treat = [{ generalize: { datePart: 'year' } }];
    const report = await released(
      '生年月日\n2001-02-03\n平成13年5月6日\n不明\n不明\n',
      recipeOf({ 生年月日: { role: 'quasi', treat } }),
    );
    expect(read('output.csv').split('\n').toSorted()).toEqual(['', '*', '*', '2001', '2001', '生年月日']);
    expect(report.treatments).toMatchObject([{ unreadableCells: 2, unreadable: ['不明'], changedCells: 4 }]);
  });

  test('a sample of as many records as there are is taken whole, and the report says so', async () => {
    const columns = recipeOf({ a: { role: 'quasi' } });
    const whole = await released('a\nx\nx\nx\n', { ...columns, records: [{ sample: { rows: 3 } }] });
    expect([whole.outputRows, whole.notes.filter((note) => note.includes('抽出'))]).toEqual([
      3,
      ['抽出する件数「3」が残りの記録の件数以上なので、抽出では一件も除いていません。'],
    ]);
  });

  test('refused rows stop the run, unless the recipe allows as many', async () => {
    const data = 'a,b\nx,1\nx\nx,2\n';
    const plan = recipeOf({ a: { role: 'quasi' }, b: { role: 'other' } });
    expect(await run(data, plan)).toMatchObject({ kind: 'refused', refusal: { code: 'refusedRows', refusedRows: 1 } });
    expect(readdirSync(folder).filter((file) => file.includes('out'))).toEqual([]);
    const report = await released(data, { ...plan, refusedRows: 1 });
    expect(report).toMatchObject({ rows: 3, outputRows: 2, refusedRows: 1, refused: [{ line: 3 }] });
    expect(read('refused.csv')).toContain('3,');
  });

  test('the public report holds no seed, no digest of source or recipe, no threshold, and no class smaller than k', async () => {
    const treat = [{ topCode: { from: 87, label: '高齢' } }];
    const report = await released(
      '年齢,備考\n99,x\n99,x\n1,y\n',
      recipeOf({ 年齢: { role: 'quasi', treat, levels: { max: 0 } }, 備考: { role: 'other' } }),
    );
    const text = read('public-report.json');
    for (const secret of [seed, report.sha256.input, report.sha256.recipe, '87']) expect(text).not.toContain(secret);
    expect(JSON.parse(text)).toMatchObject({ k: 2, smallestClass: 2, sha256: { output: report.sha256.output } });
  });
});

describe('what can not be used is refused, names the place, and leaves nothing behind', () => {
  const plain = { a: { role: 'quasi' } };
  test.each<[string, string, Json, RegExp]>([
    ['an empty file', '', recipeOf(plain), /data\.csv/],
    ['a header without rows', 'a\n', recipeOf(plain), /data\.csv.*見出しだけ/],
    ['equal headers', 'a,a\n1,2\n', recipeOf(plain), /data\.csv/],
    ['an empty header', 'a,\n1,2\n', recipeOf(plain), /data\.csv/],
    ['a column without role', 'a,b\n1,2\n', recipeOf(plain), /役割の決まっていない列.*「b」/],
    ['a role without column', 'a\n1\n', recipeOf({ ...plain, 氏名: { role: 'other' } }), /データにない列.*「氏名」/],
    ['a value that the hierarchy misses', '年齢\n99\n', recipeOf({ 年齢: columns.年齢 }), /年齢.*99/],
    [
      'a hierarchy that is not nested',
      'a\nx\n',
      recipeOf({ a: { role: 'quasi', hierarchy: { csv: 'broken.csv' } } }),
      /「a」.*broken|「a」の階層/,
    ],
    [
      'a hierarchy file that is not there',
      'a\nx\n',
      recipeOf({ a: { role: 'quasi', hierarchy: { csv: 'none.csv' } } }),
      /「a」の階層 none\.csv.*ENOENT/,
    ],
    [
      'a level above the top',
      'a\nx\n',
      recipeOf({ a: { role: 'quasi', levels: { min: 5 } } }),
      /columns → a → levels.*「5」.*0 から 1/,
    ],
    [
      'a level of a treatment above the top',
      '町\n市川\n',
      recipeOf({ 町: { role: 'quasi', treat: [{ generalize: { csv: 'towns.csv', level: 7 } }] } }),
      /町 → treat.*段階 7/,
    ],
    [
      'a pattern that can not be read',
      'a\nx\n',
      recipeOf(plain, { records: [{ drop: { column: 'a', matches: '(' } }] }),
      /「a」.*「\(」/,
    ],
    [
      'a condition on a column that is not there',
      'a\nx\n',
      recipeOf(plain, { records: [{ drop: { column: 'b', equals: '1' } }] }),
      /列「b」/,
    ],
    [
      'records that are all dropped',
      'a\nx\n',
      recipeOf(plain, { records: [{ drop: { column: 'a', equals: 'x' } }] }),
      /すべての記録/,
    ],
    [
      'an identification code in a column that stays',
      'a\n1234-5678-9012\n',
      recipeOf(plain),
      /columns → a.*個人識別符号/,
    ],
    ['a wrong delimiter', 'a;b\n1;2\n', recipeOf({ a: { role: 'quasi' }, b: { role: 'other' } }), /「a;b」/],
  ])('%s', async (_, data, recipe, message) => {
    write('ages.csv', ages);
    write('towns.csv', towns);
    write('broken.csv', 'x,1,p\ny,1,q\n');
    const attempt = run(data, recipe);
    await expect(attempt).rejects.toThrow(InputError);
    await expect(attempt).rejects.toThrow(message);
    expect(readdirSync(folder).filter((file) => file.includes('out'))).toEqual([]);
  });

  test('k above the number of rows: the answer is no, with the least that any level suppresses', async () => {
    const outcome = await run(
      'a\nx\ny\n',
      recipeOf({ a: { role: 'quasi' } }, { privacy: { k: 3 }, suppressionLimit: 0.5 }),
    );
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'noPlan', leastSuppressed: 2, allowed: 1 } });
  });

  test('a folder that holds files is left alone, and its result replaced when asked, but nothing else in it', async () => {
    mkdirSync(join(folder, 'out'));
    write('out/old.txt', 'old');
    const plan = recipeOf({ a: { role: 'quasi' } });
    await expect(run('a\nx\nx\n', plan)).rejects.toThrow(/out.*空ではありません/);
    expect(readdirSync(join(folder, 'out'))).toEqual(['old.txt']);
    await released('a\nx\nx\n', plan, { replace: true });
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual([
      'old.txt',
      'output.csv',
      'public-report.html',
      'public-report.json',
      'report.html',
      'report.json',
    ]);
  });
});

describe('ordinary extremes', () => {
  test.each<[string, string, string, Partial<Report>]>([
    ['one column, all rows equal', 'a\nx\nx\nx\n', 'a\nx\nx\nx\n', { suppressedRecords: 0, classes: 1, loss: 0 }],
    [
      'all rows distinct: generalized to the top',
      'a\nx\ny\nz\n',
      'a\n*\n*\n*\n',
      { suppressedRecords: 0, classes: 1, loss: 1 },
    ],
    ['one row: everything is suppressed', 'a\nx\n', 'a\n', { suppressedRecords: 1, classes: 0, smallestClass: null }],
    ['empty cells are values, and a lone one is quoted', 'a\n""\n""\n', 'a\n""\n""\n', { suppressedRecords: 0 }],
  ])('%s', async (_, data, output, report) => {
    const found = await released(data, recipeOf({ a: { role: 'quasi' } }));
    expect(found).toMatchObject(report);
    expect(read('output.csv')).toBe(output);
  });

  test('no quasi-identifier at all: all records are one class', async () => {
    const report = await released('a\nx\ny\n', recipeOf({ a: { role: 'other' } }));
    expect(report).toMatchObject({ outputRows: 2, classes: 1, smallestClass: 2, loss: null, levels: {} });
  });
});

describe('a machine that fails', () => {
  const main = join(import.meta.dirname, '..', 'main.ts');
  const start = (before: string) => {
    const command = `${before}; exec "${process.execPath}" "${main}" anonymize recipe.json --out out`;
    return spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
  };

  test('a full disk leaves nothing half-written, and says so', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `x,${index}`);
    write('data.csv', `a,b\n${rows.join('\n')}\n`);
    write('recipe.json', JSON.stringify(recipeOf({ a: { role: 'quasi' }, b: { role: 'other' } })));
    const { status, stderr } = start('ulimit -f 64');
    expect(stderr).toMatch(/空き/);
    expect(status).toBe(2);
    expect(readdirSync(folder).toSorted()).toEqual(['data.csv', 'recipe.json']);
    expect(start('true').status).toBe(0);
  });

  test('what a killed run left is removed by the next', async () => {
    const { pid = 1 } = spawnSync('true');
    mkdirSync(join(folder, `.out.running-${pid}-abcdef`, 'replaced'), { recursive: true });
    write(`.out.running-${pid}-abcdef/replaced/kept.txt`, 'kept');
    const plan = recipeOf({ a: { role: 'quasi' } });
    await expect(run('a\nx\nx\n', plan)).rejects.toThrow(/空ではありません/);
    expect(readFileSync(join(folder, 'out', 'kept.txt'), 'utf8')).toBe('kept');
    expect(readdirSync(folder).some((file) => file.includes('running'))).toBe(false);
  });
});
