import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../inputError.ts';
import { openRun, type Run } from '../../run.ts';
import { writeXlsx } from '../../write/writeXlsx.ts';
import { importTable } from '../importTable.ts';
import { readSheet } from './readSheet.ts';
import { momentText, serialMoment } from './serialDate.ts';
import { readEscapes } from './spreadsheetText.ts';
import { workbookBounds } from './workbookArchive.ts';

let folder: string;
let run: Run;
let files = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  run = await openRun({ folder, memoryMiB: 512 });
});
afterAll(() => {
  run.close();
  rmSync(folder, { recursive: true });
});

const newPath = () => {
  files += 1;
  return join(folder, `表${files}.xlsx`);
};

/** A workbook as another program writes it. */
async function made(fill: (book: exceljs.Workbook) => void): Promise<string> {
  const book = new exceljs.Workbook();
  fill(book);
  const path = newPath();
  await writeFile(path, Buffer.from(await book.xlsx.writeBuffer()));
  return path;
}

const simple = (fill: (sheet: exceljs.Worksheet) => void) => made((book) => fill(book.addWorksheet('名簿')));

/** A workbook part by part, for what no program writes. */
async function packed(
  sheet: string,
  more: Readonly<Record<string, string>> = {},
  bookAttributes = '',
): Promise<string> {
  const names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook ${names}><workbookPr ${bookAttributes}/><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': '<sst/>',
    'xl/styles.xml': '<styleSheet/>',
    ...more,
  };
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, text] of Object.entries(parts)) await zip.add(name, new TextReader(text));
  const path = newPath();
  writeFileSync(path, await zip.close());
  return path;
}

const sourceOf = (path: string, choice: { sheet?: string; headerRow?: number } = {}) =>
  ({ path, format: 'xlsx', delimiter: ',', encoding: 'utf-8', ...choice }) as const;

async function readBack(path: string, choice: { sheet?: string; headerRow?: number } = {}) {
  const table = await importTable(run, sourceOf(path, choice));
  const rows = await run.rows<Record<string, string>>({ text: `SELECT * FROM ${table.numberedRelation} ORDER BY row` });
  const { refused, notes } = table;
  return {
    names: table.columns.map(({ name }) => name),
    cells: rows.map((row) => table.columns.map(({ id }) => row[id])),
    refused,
    notes,
  };
}

async function messageOf(path: string, choice: { sheet?: string; headerRow?: number } = {}) {
  const error: unknown = await importTable(run, sourceOf(path, choice)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message.replace(/^.*表\d+\.xlsx(?: シート「[^」]*」\d+行目)?: /, '');
}

const cellsOf = async (...cells: string[]) =>
  (
    await readBack(
      await packed(
        `<worksheet><sheetData><row r="1"><c t="str"><v>値</v></c></row>${cells.map((cell) => `<row>${cell}</row>`).join('')}</sheetData></worksheet>`,
      ),
    )
  ).cells.flat();

describe('a workbook is read as an official sees it', () => {
  test('text keeps its leading zeros, numbers are as typed, codes are filled up by their format', async () => {
    const path = await simple((sheet) => {
      sheet.addRow(['番号', '数', '郵便', '印']);
      sheet.addRow(['007', 1.1, 123, true]);
      sheet.addRow(['０１', 0.1 + 0.2, 2_310_017, false]);
      sheet.getCell('C2').numFmt = '00000';
      sheet.getCell('C3').numFmt = '000-0000';
    });
    expect(await readBack(path)).toEqual({
      names: ['番号', '数', '郵便', '印'],
      cells: [
        ['007', '1.1', '00123', 'TRUE'],
        ['０１', '0.30000000000000004', '231-0017', 'FALSE'],
      ],
      refused: [],
      notes: [],
    });
  });

  test('days are written as their format shows them, or whole where it leaves something out', async () => {
    const formats = [
      'yyyy/mm/dd',
      '[$-411]ggge"年"m"月"d"日";@',
      'yyyy"年"m"月"',
      'm/d',
      'd-mmm-yy',
      'yyyy/m/d h:mm',
      'General',
    ];
    const path = await simple((sheet) => {
      sheet.addRow(['日']);
      for (const numFmt of formats) sheet.addRow([new Date(Date.UTC(2019, 3, 30))]).getCell(1).numFmt = numFmt;
    });
    expect((await readBack(path)).cells.flat()).toEqual([
      '2019/04/30',
      '平成31年4月30日',
      '2019-04-30',
      '2019-04-30',
      '2019-04-30',
      '2019/4/30 0:00',
      '43585',
    ]);
  });

  test('serial numbers count from 1900 with its day that never was, or from 1904', () => {
    const day = (serial: number, is1904 = false) => serialMoment(serial, is1904)?.day;
    expect([day(1), day(59), day(60), day(61), day(43_585)]).toEqual([
      '1900-01-01',
      '1900-02-28',
      undefined,
      '1900-03-01',
      '2019-04-30',
    ]);
    expect([day(0, true), day(42_124, true), day(-1), day(2_958_465), day(2_958_466)]).toEqual([
      '1904-01-01',
      '2019-05-01',
      undefined,
      '9999-12-31',
      undefined,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_900_000 }), fc.integer({ min: 0, max: 86_399 }), (days, seconds) => {
        const moment = serialMoment(days + seconds / 86_400, false);
        expect(moment).toEqual({ day: new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10), seconds });
        expect(serialMoment(days - 1462 + seconds / 86_400, true)).toEqual(days >= 1462 ? moment : undefined);
      }),
      { seed: 1900 },
    );
  });

  test('a time that the format does not show is not lost', () => {
    const noon = { day: '2019-07-01', seconds: 43_201 };
    expect(momentText(noon, 'yyyy/m/d')).toBe('2019-07-01 12:00:01');
    expect(momentText(noon, 'yyyy/m/d h:mm')).toBe('2019-07-01 12:00:01');
    expect(momentText(noon, 'yyyy/m/d h:mm:ss')).toBe('2019/7/1 12:00:01');
    expect(momentText({ day: null, seconds: 3900 }, 'h:mm')).toBe('1:05');
    expect(momentText({ day: '2019-05-01', seconds: 0 }, 'ge.m.d(aaa)')).toBe('R1.5.1(水)');
  });

  test('a book that counts from 1904 says so itself', async () => {
    const style = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
    const sheet =
      '<worksheet><sheetData><row><c t="str"><v>日</v></c></row><row><c s="0"><v>42124</v></c></row></sheetData></worksheet>';
    expect((await readBack(await packed(sheet, { 'xl/styles.xml': style }, 'date1904="1"'))).cells).toEqual([
      ['2019/5/1'],
    ]);
    expect((await readBack(await packed(sheet, { 'xl/styles.xml': style }))).cells).toEqual([['2015/4/30']]);
  });

  test('reading aids are no text, runs are one text, escapes and entities are characters', async () => {
    const strings =
      '<sst><si><r><t>横</t></r><r><t xml:space="preserve">浜 </t></r><rPh sb="0" eb="2"><t>ヨコハマ</t></rPh></si></sst>';
    const sheet =
      '<worksheet><sheetData><row><c t="str"><v>値</v></c></row><row><c t="s"><v>0</v></c></row><row><c t="inlineStr"><is><t>a_x000D_&amp;&#x20BB7;_x005F_x0041_</t></is></c></row></sheetData></worksheet>';
    const path = await packed(sheet, { 'xl/sharedStrings.xml': strings });
    expect((await readBack(path)).cells).toEqual([['横浜 '], ['a\r&𠮷_x0041_']]);
  });

  test('a hidden sheet is left out, hidden rows and columns are read, formulas give their kept result; all is said', async () => {
    const path = await made((book) => {
      book.addWorksheet('控え', { state: 'hidden' }).addRow(['秘']);
      const sheet = book.addWorksheet('名簿');
      sheet.addRow(['姓', '年齢']);
      sheet.addRow(['甲', { formula: 'A1+1', result: 40 }]);
      sheet.addRow(['乙', 50]).hidden = true;
      sheet.getColumn(1).hidden = true;
    });
    const { cells, notes } = await readBack(path);
    expect(cells).toEqual([
      ['甲', '40'],
      ['乙', '50'],
    ]);
    expect(notes).toEqual([
      '非表示のシート「控え」は読んでいません。',
      '非表示の行が 1 行あります。表示されている行と同じに読みました。',
      '数式のある行が 1 行あります（最初は B2）。保存されている計算結果を読みました。',
      '非表示の列が 1 列あります。表示されている列と同じに読みました。',
    ]);
  });

  test('a sheet is named where there are several, its headers where they are not the first row', async () => {
    const path = await made((book) => {
      book.addWorksheet('表紙').addRow(['題']);
      const sheet = book.addWorksheet('名簿');
      sheet.addRow(['令和8年度の名簿']);
      sheet.mergeCells('A1:C1');
      sheet.getCell('B3').value = '姓';
      sheet.getCell('C3').value = '年齢';
      sheet.getCell('B4').value = '甲';
    });
    expect(await messageOf(path)).toBe(
      'シートが複数あります。読むシート（手順書では source → sheet）を選んでください: 「表紙」「名簿」。',
    );
    expect(await messageOf(path, { sheet: '名薄' })).toBe('シート「名薄」がありません。あるシート: 「表紙」「名簿」。');
    expect(await messageOf(path, { sheet: '名簿', headerRow: 2 })).toBe('シート「名簿」の 2 行目（見出し）が空です。');
    expect(await messageOf(path, { sheet: '名簿' })).toContain('結合されたセルがあります（A1:C1）');
    expect(await readBack(path, { sheet: '名簿', headerRow: 3 })).toMatchObject({
      names: ['姓', '年齢'],
      cells: [['甲', '']],
    });
  });
});

describe('what can’t be read is refused by its place', () => {
  test('rows with errors, formulas without result, values without header, gaps', async () => {
    const path = await simple((sheet) => {
      sheet.addRow(['姓', '年齢']);
      sheet.addRow(['甲', { error: '#N/A' }]);
      sheet.addRow(['乙', { formula: 'A1+1' }]);
      sheet.addRow(['丙', 1, '余り']);
      sheet.getCell('A7').value = '丁';
      sheet.addRow(['', '']);
    });
    const { cells, refused } = await readBack(path);
    expect(cells).toEqual([['丁', '']]);
    expect(refused).toEqual([
      { line: 2, reason: 'B2: エラー値 #N/Aがあります。' },
      { line: 3, reason: 'B3: 計算結果が保存されていない数式があります。' },
      { line: 4, reason: '見出しのない列（C4）に値があります。' },
      { line: 5, reason: '空の行です。' },
      { line: 6, reason: '空の行です。' },
    ]);
  });

  test('merged cells within the table', async () => {
    const path = await simple((sheet) => {
      sheet.addRows([
        ['課', '姓'],
        ['税務課', '甲'],
        ['', '乙'],
      ]);
      sheet.mergeCells('A2:A3');
    });
    expect(await messageOf(path)).toContain('シート「名簿」の表に結合されたセルがあります（A2:A3）。結合を解除し');
  });

  test('macros, links to other files, document types, entities of its own and parts that are named twice', async () => {
    const sheet = '<worksheet><sheetData><row><c t="str"><v>値</v></c></row></sheetData></worksheet>';
    expect(await messageOf(await packed(sheet, { 'xl/vbaProject.bin': 'x' }))).toContain('マクロが入っています');
    expect(await messageOf(await packed(sheet, { 'xl/externalLinks/externalLink1.xml': '<x/>' }))).toContain(
      'リンクが 1 個あります',
    );
    for (const head of ['<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '<worksheet>'])
      expect(await messageOf(await packed(head + sheet))).toContain('Excel（.xlsx）として読めません');
    expect(await messageOf(await packed(sheet, { 'xl/workbook.xml': '<workbook/>' }))).toBe('シートがありません。');
  });

  test('files that are no workbook', async () => {
    const path = newPath();
    for (const bytes of ['', 'a,b\n', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1']) {
      writeFileSync(path, Buffer.from(bytes, 'latin1'));
      expect(await messageOf(path)).toContain('として読めません');
    }
  });

  test('a sheet that opens to more than its bound ends there, and one whose cell never ends', async () => {
    const rows = Array.from({ length: 2000 }, () => '<row><c t="str"><v>値</v></c></row>').join('');
    const path = await packed(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);
    const taken: number[] = [];
    const taker = { header: () => undefined, row: (line: number) => taken.push(line) };
    const reading = (bounds: Partial<typeof workbookBounds>) =>
      readSheet({ path, sheet: null, headerRow: null }, taker, { ...workbookBounds, ...bounds }).catch(
        (error: Error) => error.message,
      );
    expect(await reading({ sheetBytes: 4096 })).toContain('MiB を超えるため、読みません');
    expect(await reading({ parts: 3 })).toContain('多すぎます');
    expect(taken.length).toBe(0);
    const endless = await packed(
      `<worksheet><sheetData><row><c t="str"><v>${'a'.repeat(5 << 20)}</v></c></row></sheetData></worksheet>`,
    );
    expect(await messageOf(endless)).toContain('として読めません');
  });

  test('rows and cells out of their order, addresses that no sheet has, strings that are not there', async () => {
    for (const row of ['<row r="2"/><row r="2"/>', '<row r="1048577"/>', '<row r="9"><c r="XFE9"/></row>'])
      expect(
        await messageOf(
          await packed(`<worksheet><sheetData><row r="1"><c t="str"><v>値</v></c></row>${row}</sheetData></worksheet>`),
        ),
      ).toContain('として読めません');
    expect(
      await cellsOf(
        '<c t="s"><v>7</v></c>',
        '<c t="d"><v>2019-07-01T00:00:00Z</v></c>',
        '<c><v>1E3</v></c>',
        '<c t="n"><v>NaN</v></c>',
      ),
    ).toEqual(['2019-07-01', '1000']);
  });
});

describe('what is written is read again', () => {
  const cell = fc.option(
    fc
      .string({
        unit: fc.constantFrom(
          'a',
          '漢',
          '𠮷',
          '"',
          "'",
          '<',
          '&',
          '\n',
          '\r',
          '\u0000',
          ' ',
          '=',
          '_x0041_',
          '\uE000',
          ',',
        ),
      })
      .map((text) => text.replaceAll('\u0000', '\u0001')),
    { freq: 4 },
  );
  async function* inTurn<Item>(items: readonly Item[]) {
    yield* items;
  }

  test('by ourselves and by another program, cell by cell, and the same table gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const [path, again] = [newPath(), newPath()];
        const header = ['甲 ', '<乙>', '=丙'];
        for (const file of [path, again])
          await writeXlsx(Writable.toWeb(createWriteStream(file)), { name: '表&', header, rows: inTurn(rows) });
        const read = await readBack(path);
        expect(read).toEqual({
          names: header,
          cells: rows.map((row) => row.map((one) => one ?? '')),
          refused: [],
          notes: privateUse(rows),
        });
        expect((await importTable(run, sourceOf(again))).sha256).toBe((await importTable(run, sourceOf(path))).sha256);
        const book = new exceljs.Workbook();
        await book.xlsx.readFile(path);
        const sheet = book.getWorksheet('表&');
        expect(
          rows.map((_, index) => [1, 2, 3].map((column) => plain(sheet?.getRow(index + 2).getCell(column).value))),
        ).toEqual(rows.map((row) => row.map((one) => one ?? '')));
      }),
      { seed: 7, numRuns: 20 },
    );
  });

  const privateUse = (rows: readonly (readonly (string | null)[])[]) => {
    const count = rows.flat().join('').split('\uE000').length - 1;
    return count === 0 ? [] : [`外字（利用者定義文字）が${count}字あります（U+E000）。そのまま残します。`];
  };
  /** The other program leaves the escapes of the format to its callers. */
  const plain = (value: unknown) => (value === null || value === undefined ? '' : readEscapes(String(value)));
});
