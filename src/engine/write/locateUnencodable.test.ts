import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymize } from '../anonymize.ts';
import { importTable } from '../import/importTable.ts';
import { parseCsv } from '../import/parseCsv.ts';
import { openRun, type Run } from '../run.ts';
import type { Unencodable } from './findUnencodable.ts';
import { locateUnencodable } from './locateUnencodable.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-places-'));
let run: Run;
beforeAll(async () => {
  run = await openRun({ folder, memoryMiB: 256, threads: 2 });
});
afterAll(() => {
  run.close();
  rmSync(folder, { recursive: true });
});

const lacking = ['𠮷', 'é'];
const found = ['甲', '乙'].flatMap((column) =>
  lacking.map((character): Unencodable => ({ place: 'cells', column, character, records: 1, value: character })),
);

async function locate(path: string, format: 'csv' | 'xlsx' | 'parquet') {
  const table = await importTable(run, { path, format, delimiter: ',', encoding: 'utf-8' }, { mayBeEmpty: true });
  return locateUnencodable(run, table, found);
}

/** What a reader of the whole text at once finds. */
function naivePlaces(text: string) {
  const [, ...records] = parseCsv(text, ',');
  return records
    .filter(({ fields, fault }) => !fault && fields.length === 2)
    .flatMap(({ line, fields }) =>
      fields.flatMap((value, index) => {
        const characters = lacking.filter((one) => value.includes(one)).join('');
        return characters === '' ? [] : [{ line, column: index === 0 ? '甲' : '乙', characters }];
      }),
    );
}

test('the lines are those on which the records begin, past cells of several lines, blank lines and refused rows', async () => {
  const cell = fc.constantFrom('x', '𠮷野', 'é𠮷', '"é\n𠮷"', '"a,b"', '"\r\n"', '');
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(cell, cell).map((cells) => cells.join(',')) },
    fc.constantFrom('', 'x', 'é,é,é'),
  );
  const texts = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, end]) => ['甲,乙', ...lines, '末,尾', ''].join(end));
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const path = join(folder, 'a.csv');
      writeFileSync(path, text);
      const { unit, count, first, file } = await locate(path, 'csv');
      const expected = naivePlaces(text);
      expect({ unit, count, first }).toEqual({ unit: '行目', count: expected.length, first: expected });
      const listed = file === null ? [] : parseCsv(readFileSync(file, 'utf8'), ',').slice(1);
      expect(listed.map(({ fields }) => fields)).toEqual(
        expected.map((one) => [String(one.line), one.column, one.characters]),
      );
    }),
    { numRuns: 60, seed: 20261122 },
  );
}, 60_000);

test('a sheet is told by its rows, a Parquet file by its records', async () => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.getRow(3).values = ['甲', '乙'];
  sheet.getRow(4).values = ['x', 'x'];
  sheet.getRow(6).values = ['x', 'é'];
  sheet.getRow(7).values = ['𠮷', 'x', '見出しのない値'];
  sheet.getRow(8).values = ['𠮷', 'x'];
  await book.xlsx.writeFile(join(folder, 'a.xlsx'));
  expect(await locate(join(folder, 'a.xlsx'), 'xlsx')).toMatchObject({
    unit: '行目',
    first: [
      { line: 6, column: '乙', characters: 'é' },
      { line: 8, column: '甲', characters: '𠮷' },
    ],
  });
  const path = join(folder, 'a.parquet');
  await run.execute({
    text: `COPY (SELECT 'x' AS 甲, CASE WHEN range = 5 THEN 'é' ELSE 'x' END AS 乙 FROM range(9)) TO '${path}' (FORMAT parquet)`,
  });
  expect(await locate(path, 'parquet')).toMatchObject({
    unit: '件目',
    count: 1,
    first: [{ line: 6, column: '乙', characters: 'é' }],
  });
});

test('more than a thousand are counted, the first thousand told, and all of them stand in the file beside the output', async () => {
  const rows = Array.from({ length: 3000 }, (_, row) => `${row % 2 === 0 ? '𠮷野' : '吉田'},${'x'.repeat(row % 3)}`);
  writeFileSync(join(folder, 'b.csv'), ['甲,乙', ...rows, ''].join('\n'));
  const runOn = async (output: object) => {
    const columns = { 甲: { role: 'other' }, 乙: { role: 'other' } };
    const recipe = { source: { path: 'b.csv' }, columns, privacy: { k: 1 }, output: { encoding: 'cp932', ...output } };
    writeFileSync(join(folder, 'r.json'), JSON.stringify(recipe));
    return anonymize({ recipe: join(folder, 'r.json'), out: join(folder, 'out') });
  };
  const refused = await runOn({});
  if (refused.kind !== 'refused' || refused.refusal.code !== 'unencodable') throw new Error(refused.kind);
  const { message, places, rows: told } = refused.refusal;
  expect([places, told.length, told[999]]).toEqual([1500, 1000, { line: 2000, column: '甲', characters: '𠮷' }]);
  expect(message).toMatch(/元のデータでは、「甲」の 2、4、6、.*、38、40 行目 ほか 1,480 か所にあります。/);
  const released = await runOn({ unencodable: { replaceWith: '〓' } });
  expect(released).toMatchObject({
    kind: 'released',
    report: {
      notes: [expect.stringMatching(/ほか 1,480 か所にあります。すべての箇所は unencodable\.csv にあります。$/)],
    },
  });
  const listed = readFileSync(join(folder, 'out', 'unencodable.csv'), 'utf8').split('\r\n');
  expect([listed[0], listed[1], listed.at(-2), listed.length]).toEqual([
    '\uFEFF行,項目,文字',
    '2,"甲","𠮷"',
    '3000,"甲","𠮷"',
    1502,
  ]);
});
