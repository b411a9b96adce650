import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../inputError.ts';
import { openRun, type Run } from '../run.ts';
import { headerColumns } from './headerColumns.ts';
import { importTable } from './importTable.ts';
import { parseCsv } from './parseCsv.ts';
import type { TableSource } from './tableSource.ts';

let folder: string;
let run: Run;
let files = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  run = await openRun({ folder, memoryMiB: 512 });
});
afterAll(() => {
  run.close();
  rmSync(folder, { recursive: true });
});

const sourceOf = (bytes: string | Uint8Array, options: Partial<TableSource> = {}): TableSource => {
  files += 1;
  const path = join(folder, `表[${files}] *.csv`);
  writeFileSync(path, bytes);
  return { path, format: 'csv', delimiter: ',', encoding: 'utf-8', ...options };
};

/** The table as the database reads it back, in the order of the file. */
async function readBack(source: TableSource) {
  const table = await importTable(run, source);
  const rows = await run.rows<Record<string, string>>({ text: `SELECT * FROM ${table.numberedRelation} ORDER BY row` });
  const cells = rows.map((row) => table.columns.map(({ id }) => row[id]));
  return { table, cells, names: table.columns.map(({ name }) => name) };
}

const messageOf = async (bytes: string | Uint8Array, options: Partial<TableSource> = {}) => {
  const error: unknown = await importTable(run, sourceOf(bytes, options)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message.replace(/^.*表\[\d+\] \*\.csv(?: (\d+行目(?:から)?))?: /, (_, line) =>
    line ? `${line} ` : '',
  );
};

/** What the naive reader makes of a text: the table, or the fact that it can't be used. */
function naiveTable(text: string, delimiter: string) {
  const [header, ...records] = parseCsv(text, delimiter);
  if (!header || header.fault || records.some(({ fault }) => fault === 'unclosedQuote')) return 'refused';
  const columns = headerOf(header.fields);
  if (!columns) return 'refused';
  const width = header.fields.length;
  const good = records.filter(
    ({ fields, fault }) => !fault && fields.length === width && !(isBlank(fields) && width > 1),
  );
  const refused = records.filter((record) => !good.includes(record)).map(({ line }) => line);
  if (columns.namelessLast && good.some(({ fields }) => fields.at(-1) !== '')) return 'refused';
  if (records.length === 0) return 'refused';
  return { names: columns.names, cells: good.map(({ fields }) => fields.slice(0, columns.names.length)), refused };
}

const isBlank = (fields: readonly string[]) => fields.length === 1 && fields[0] === '';

function headerOf(fields: readonly string[]) {
  try {
    return headerColumns('', fields);
  } catch {
    return undefined;
  }
}

async function importedTable(source: TableSource) {
  try {
    const { table, cells, names } = await readBack(source);
    expect(table.rows).toBe(cells.length);
    expect(table.refusedRows).toBe(table.refused.length);
    return { names, cells, refused: table.refused.map(({ line }) => line) };
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return 'refused';
  }
}

const hostile = fc
  .array(
    fc.constantFrom('a', '"', '""', ',', ',', '\n', '\n', '\r\n', '\r', ' ', '漢', '０', "'", '#', '\\', '\u0001'),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));
const tidyCell = fc.constantFrom('', 'a', '007', '１２', ' x ', '市川', '\u{20BB7}', "o'", '\\N', 'NULL', '#1');
const tidy = fc
  .record({
    width: fc.integer({ min: 1, max: 4 }),
    cells: fc.array(fc.array(tidyCell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    ended: fc.boolean(),
  })
  .map(({ width, cells, lineEnd, ended }) => {
    const header = Array.from({ length: width }, (_, index) => `列${index}`);
    const lines = [header, ...cells.map((row) => row.slice(0, width))].map((row) => row.join(','));
    return lines.join(lineEnd) + (ended ? lineEnd : '');
  });

describe('importTable agrees with the naive reader', () => {
  test('on hostile texts', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom('a,b\n', 'a\r\n', 'a,\n', 'a,"b ""c",\n', ''),
      hostile,
      async (head, text) => {
        expect(await importedTable(sourceOf(head + text))).toEqual(naiveTable(head + text, ','));
      },
    );
    await fc.assert(property, { seed: 62, numRuns: 400 });
  });

  test('on tidy texts, most of which the database reads in place, and in every encoding', async () => {
    const encodings = fc.constantFrom<[TableSource['encoding'], (text: string) => Uint8Array]>(
      ['utf-8', (text) => Buffer.from(text)],
      ['utf-8-bom', (text) => Buffer.from(`\uFEFF${text}`)],
      ['utf-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
      ['utf-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
      ['cp932', (text) => iconv.encode(text.replaceAll('\u{20BB7}', '吉'), 'cp932')],
    );
    const property = fc.asyncProperty(tidy, encodings, async (text, [encoding, encode]) => {
      const expected = naiveTable(encoding === 'cp932' ? text.replaceAll('\u{20BB7}', '吉') : text, ',');
      expect(await importedTable(sourceOf(encode(text), { encoding }))).toEqual(expected);
    });
    await fc.assert(property, { seed: 63, numRuns: 300 });
  });

  test('where records, characters and line ends lie across the pieces in which a file is read', async () => {
    const long = '漢字、"引用"\r\n'.repeat(9000).replaceAll('"', '""');
    const rows = Array.from({ length: 30_000 }, (_, index) => `${index},市川市${'い'.repeat(index % 23)},`);
    const texts = [
      `番号,住所,備考\r\n${rows.join('x\r\n')}`,
      `番号,住所,備考\n${rows.join('x\n')}\r\n1,2\n`,
      `番号,住所,備考\r${rows.join('x\r')}`,
      `番号,住所,備考\n${rows.slice(0, 5).join(`"${long}"\r\n`)}\n"${long}`,
      `番号,住所,備考\n${rows.slice(0, 9).join(`"${long}"\r\n`)}\n`,
    ];
    for (const text of texts) expect(await importedTable(sourceOf(text))).toEqual(naiveTable(text, ','));
  });
});

describe('what was read', () => {
  test('digest and size are of the raw bytes; empty cells are empty text', async () => {
    const bytes = iconv.encode('氏名,年齢\r\n市川　太郎,\r\n,007\r\n', 'cp932');
    const { table, cells } = await readBack(sourceOf(bytes, { encoding: 'cp932' }));
    expect(cells).toEqual([
      ['市川　太郎', ''],
      ['', '007'],
    ]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(table).toMatchObject({ sha256, bytes: bytes.length, encoding: 'cp932', rows: 2, notes: [] });
  });

  test('every double byte of CP932 is the character of the vendor table; 外字 are kept and noted', async () => {
    const leads = [
      ...Array.from({ length: 31 }, (_, i) => 0x81 + i),
      ...Array.from({ length: 29 }, (_, i) => 0xe0 + i),
    ];
    const pairs = leads.flatMap((lead) =>
      Array.from({ length: 189 }, (_, i) => Buffer.from([lead, 0x40 + i])).filter((pair) => pair[1] !== 0x7f),
    );
    const assigned = pairs.filter((pair) => !iconv.decode(pair, 'cp932').includes('\uFFFD'));
    const bytes = Buffer.concat([
      Buffer.from('字\n', 'latin1'),
      ...assigned.map((pair) => Buffer.concat([pair, Buffer.from('\n')])),
    ]);
    const { cells, table } = await readBack(sourceOf(bytes.subarray(0), { encoding: 'cp932' }));
    expect(assigned.length).toBeGreaterThan(9000);
    expect(cells.flat()).toEqual(assigned.map((pair) => iconv.decode(pair, 'cp932')));
    expect(table.notes.join()).toMatch(/外字.*U\+E000.*など/);
  });

  test('the user-defined area F040–F9FC becomes U+E000–E757, and control characters stay what they are', async () => {
    const bytes = Buffer.from([0x61, 0x0a, 0xf0, 0x40, 0xf9, 0xfc, 0x1a, 0x1c, 0x7f, 0x5c, 0x7e, 0x0a]);
    const { cells, table } = await readBack(sourceOf(bytes, { encoding: 'cp932' }));
    expect(cells).toEqual([['\uE000\uE757\u001A\u001C\u007F\\~']]);
    expect(table.notes).toEqual(['外字（利用者定義文字）が2字あります（U+E000、U+E757）。そのまま残します。']);
  });

  test('a last nameless empty column, blank last lines and the end mark of DOS are left out with a note', async () => {
    const { names, cells, table } = await readBack(sourceOf('a,b,\n1,2,\n3,4,""\n\n\n'));
    expect([names, cells]).toEqual([
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ]);
    expect(table.notes).toEqual([
      '最後の列（3列目）は見出しも値もないので、除きました。',
      '末尾の空の行2行は、記録として数えていません。',
    ]);
    expect((await readBack(sourceOf('a,b\r\n1,2\r\n\u001A'))).table).toMatchObject({
      rows: 1,
      refusedRows: 0,
      notes: ['末尾の終端記号（0x1A）を除きました。'],
    });
  });

  test('every refused row is listed with line and reason, also beyond the first 1,000', async () => {
    const bad = Array.from({ length: 1500 }, () => '1\n').join('');
    const { table, cells } = await readBack(sourceOf(`a,b\n1,"x\ny"\n1,2,3\n"p"q,1\n\n${bad}5,6\n`));
    expect(cells).toEqual([
      ['1', 'x\ny'],
      ['5', '6'],
    ]);
    expect(table.refused.slice(0, 4)).toEqual([
      { line: 4, reason: '3項目あります（見出しは2項目）。' },
      { line: 5, reason: '閉じる引用符の後に文字があります。' },
      { line: 6, reason: '空の行です。' },
      { line: 7, reason: '1項目あります（見出しは2項目）。' },
    ]);
    expect([table.refused.length, table.refusedRows]).toEqual([1000, 1503]);
    const listed = parseCsv(readFileSync(table.refusedFile ?? '', 'utf8'), ',');
    expect(listed.length).toBe(1504);
    expect(listed.at(-1)?.fields).toEqual(['1506', '1項目あります（見出しは2項目）。']);
  });

  test('Parquet: a byte order mark at the beginning of a value or a header is refused as in CSV; user-defined and lost characters are noted', async () => {
    const path = join(folder, 'marked.parquet');
    const source = { path, format: 'parquet', delimiter: ',', encoding: 'utf-8' } as const;
    const write = (select: string) => run.execute({ text: `COPY (${select}) TO '${path}' (FORMAT parquet)` });
    await write(`SELECT 1 AS 番号, chr(65279) || '山田' AS 氏名`);
    await expect(importTable(run, source)).rejects.toThrow(
      /marked\.parquet 列「氏名」: 値「山田」の先頭に BOM（U\+FEFF）があります/,
    );
    await write(`SELECT '山' || chr(65279) || '田' AS "${'\uFEFF'}氏名"`);
    await expect(importTable(run, source)).rejects.toThrow('見出しの先頭に BOM（U+FEFF）があります（1列目）');
    await write(`SELECT '山' || chr(65279) || '田' || chr(57344) || chr(65533) AS 氏名 FROM range(3)`);
    expect((await importTable(run, source)).notes).toEqual([
      '外字（利用者定義文字）が3字あります（U+E000）。そのまま残します。',
      '以前の変換で失われた文字（U+FFFD）が3字あります。元の文字は分かりません。',
    ]);
  });

  test('Parquet is read as text', async () => {
    const path = join(folder, 'table.parquet');
    await run.execute({
      text: `COPY (SELECT * FROM (VALUES (1, DATE '2026-01-20', '007'), (2, NULL, NULL)) AS t("番 号", b, c)) TO '${path}'`,
    });
    const { names, cells } = await readBack({ path, format: 'parquet', delimiter: ',', encoding: 'utf-8' });
    expect([names, cells]).toEqual([
      ['番 号', 'b', 'c'],
      [
        ['1', '2026-01-20', '007'],
        ['2', '', ''],
      ],
    ]);
  });
});

describe('what can not be used is refused, naming the place', () => {
  test.each<[string, string | Uint8Array, Partial<TableSource>, string]>([
    ['an empty file', '', {}, 'ファイルが空です。'],
    ['a byte order mark alone', '\uFEFF', {}, 'ファイルが空です。'],
    ['a header alone', 'a,b\r\n', {}, '見出しだけで、データの行がありません。'],
    ['a header and blank lines', 'a,b\n\n\n', {}, '見出しだけで、データの行がありません。'],
    ['an empty name', 'a,,b\n1,2,3\n', {}, '見出しが空の列があります（2列目）。列に名前を付けてください。'],
    ['equal names', 'a,b,a\n1,2,3\n', {}, '見出し「a」が1、3列目に重なっています。別の名前にしてください。'],
    [
      'a nameless column with a value',
      'a,\n1,\n2,x\n',
      {},
      '3行目 見出しのない最後の列（2列目）に値があります。列に名前を付けてください。',
    ],
    [
      'a quote that is never closed',
      'a,b\n1,2\n3,"x\n5,6\n',
      {},
      '3行目から 引用符「"」が閉じられないままファイルが終わっています。',
    ],
    [
      'CP932 called UTF-8',
      iconv.encode('a,b\n1,2\n3,市川\n', 'cp932'),
      {},
      '文字コード utf-8 として読めないバイトが10バイト目（3行目、0x8e7390ec）にあります。CP932（Shift_JIS）としてなら読めます。',
    ],
    [
      'UTF-8 called CP932',
      '氏名,年齢\n日本,1\n',
      { encoding: 'cp932' },
      '文字コードは cp932 とされていますが、utf-8 で書かれています。',
    ],
    [
      'EUC-JP called CP932',
      iconv.encode('氏名,a\n氏名,1\n', 'euc-jp'),
      { encoding: 'cp932' },
      '文字コードは cp932 とされていますが、euc-jp で書かれています。',
    ],
    [
      'JIS called UTF-8',
      '\u001B$B;T@n\u001B(B,a\n1,2\n',
      {},
      'JIS（ISO-2022-JP）で書かれています。UTF-8かCP932で保存し直してください。',
    ],
    [
      'UTF-16 called UTF-8',
      Buffer.from('\uFEFFa\n1\n', 'utf16le'),
      {},
      '文字コードは utf-8 とされていますが、先頭のBOMは utf-16le のものです。',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('a\n1\n', 'utf16le'),
      { encoding: 'utf-16' },
      'UTF-16のファイルには先頭のBOM（FF FE または FE FF）が要りますが、ありません。',
    ],
    [
      'UTF-16 without a mark, called UTF-8',
      Buffer.from('a\n1\n', 'utf16le'),
      {},
      '値が0の文字があります（1バイト目）。CSVではないファイルか、文字コードの指定が違います（UTF-16など）。',
    ],
    [
      'half of a surrogate pair',
      Buffer.from([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0, 0xd8, 0x0a, 0]),
      { encoding: 'utf-16' },
      '文字コード utf-16le として読めないバイトが6バイト目（2行目、0x00d80a00）にあります。文字コードの指定を確かめてください。',
    ],
    [
      'half of a character at the end',
      Buffer.from([0x61, 0x0a, 0xe3, 0x81]),
      {},
      '文字コード utf-8 として読めないバイトが2バイト目（2行目、0xe381）にあります。文字コードの指定を確かめてください。',
    ],
    [
      'an unassigned byte of CP932',
      Buffer.from([0x61, 0x0a, 0x82, 0xa0, 0xff, 0x0a]),
      { encoding: 'cp932' },
      '文字コード shift_jis として読めないバイトが4バイト目（2行目、0xff0a）にあります。文字コードの指定を確かめてください。',
    ],
    [
      'a workbook',
      Buffer.from('504b030414000600', 'hex'),
      {},
      'Excel（.xlsx）などのZIP形式のファイルで、CSVではありません。CSVとして保存し直してください。',
    ],
    [
      'a zero byte',
      'a,b\n1,\u0000\n',
      {},
      '値が0の文字があります（6バイト目）。CSVではないファイルか、文字コードの指定が違います（UTF-16など）。',
    ],
    [
      'a delimiter of two characters',
      'a\n1\n',
      { delimiter: '||' },
      '区切り文字「||」は使えません。半角の1文字（, ; タブ など）にしてください。',
    ],
    [
      'a record of more than 16 MiB',
      `a\n1\n"${'x\n'.repeat(9_000_000)}`,
      {},
      '3行目 1つの記録が16 MiBを超えています。引用符「"」の閉じ忘れか、CSVではないファイルです。',
    ],
  ])('%s', async (_, bytes, options, message) => {
    expect(await messageOf(bytes, options)).toBe(message);
  });

  test('a table of 5,000 columns', async () => {
    const names = Array.from({ length: 5000 }, (_, index) => `列${index}`).join(',');
    expect(await messageOf(`${names}\n${names}\n`)).toBe(
      '列が 5,000 あり、扱える 2,000 列を超えます。区切り文字を確かめるか、要る列だけの表にしてください。',
    );
  });

  test('no such file, and a folder', async () => {
    const source = { path: join(folder, 'none'), format: 'csv', delimiter: ',', encoding: 'utf-8' } as const;
    await expect(importTable(run, source)).rejects.toThrow('none: ファイルがありません。');
    await expect(importTable(run, { ...source, path: folder })).rejects.toThrow('ファイルではありません。');
  });
});
