import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { InputError } from '../inputError.ts';
import { profile } from './profileFile.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'profile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (bytes: string | Uint8Array) => {
  const path = join(folder, `data-${readdirSync(folder).length}.csv`);
  writeFileSync(path, bytes);
  return path;
};

/** A table of one column per entry, made by a rule from the row number. */
async function rolesOf(columns: Readonly<Record<string, (row: number) => string>>, rows = 60) {
  const lines = Array.from({ length: rows }, (_, row) =>
    Object.values(columns)
      .map((cell) => cell(row))
      .join('\t'),
  );
  const found = await profile({ path: fileOf([Object.keys(columns).join('\t'), ...lines].join('\r\n')) });
  return found.columns;
}

const digits = (row: number, length: number) =>
  String((row * 7919 + 104729) * 1299709)
    .padStart(length, '3')
    .slice(-length);

/** Made with their check digit; the first is the tax agency's own. */
const corporateNumbers = ['7000012050002', '9000000000000', '8000000000001'];

describe('profile', () => {
  test('CHK-PROC-3: the published worked example falls under the items it is treated by', async () => {
    const path = fileOf(
      iconv.encode(
        [
          '個人コード,氏名,住所,年齢,性別,電話番号,マイナンバー',
          '120000001,千葉松子,市川市市川3-4-6,116歳,女,090-1234-5678,123456789012',
          '120000002,市川太郎,市川市八幡1-2-3,50歳,男,047-123-4567,123456789013',
        ].join('\r\n'),
        'cp932',
      ),
    );
    const { rows, columns, source } = await profile({ path });
    expect([rows, source.encoding, source.delimiter]).toEqual([2, 'cp932', ',']);
    expect(columns.map(({ name, role, item }) => [name, role, item])).toEqual([
      ['個人コード', 'linkingCode', 3],
      ['氏名', 'identifying', 1],
      ['住所', 'identifying', 1],
      ['年齢', 'quasi', 5],
      ['性別', 'quasi', 5],
      ['電話番号', 'identifying', 1],
      ['マイナンバー', 'identificationCode', 2],
    ]);
  });

  test('values tell what a header hides', async () => {
    const columns = await rolesOf({
      A: (row) => ['架空　花子', '見本　太郎', '例示　次郎'][row % 3] ?? '',
      B: (row) => `user${row}@example.jp`,
      C: (row) => `０９０－${digits(row, 4)}－０００１`,
      D: (row) => `見本市例町${(row % 9) + 1}丁目${row}-1`,
      E: (row) => digits(row, 12),
      F: (row) => `${digits(row, 4)}-${digits(row + 1, 6)}`,
      G: (row) => `昭和${(row % 60) + 1}年4月1日`,
      H: (row) => `〒100-${digits(row, 4)}`,
      I: (row) => `35.${digits(row, 6)}`,
      J: (row) => (row % 2 ? '男' : '女'),
      K: (row) => `X-${digits(row, 5)}`,
      L: (row) => `${row}回目の面談。体調は安定しており、特に変わったことはないとのことでした。`,
      M: (row) => ['甲', '乙'][row % 2] ?? '',
      N: () => '',
      O: (row) => digits(row, 11).replace(/^0/, '1'),
    });
    expect(columns.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'A identifying',
      'B identifying',
      'C identifying',
      'D identifying',
      'E identificationCode',
      'F identificationCode',
      'G quasi',
      'H quasi',
      'I identifying',
      'J quasi',
      'K linkingCode',
      'L free',
      'M other',
      'N other',
      'O identificationCode',
    ]);
    const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({ A: 'text', E: 'code', G: 'date', H: 'code', I: 'decimal', J: 'text', N: 'text' });
  });

  test('1c-18: twelve digits count as a code whatever the check digit and whatever the header says', async () => {
    const [age, bands] = await rolesOf({ 年齢: (row) => `1234567890${10 + (row % 80)}`, 学歴: () => '大学' });
    expect(age).toMatchObject({ role: 'identificationCode', item: 2 });
    expect(bands).toMatchObject({ role: 'quasi', item: 5 });
  });

  test('a code in one row of a harmless column, and an outlying age, are said', async () => {
    const columns = await rolesOf(
      {
        職業: (row) => (row === 41 ? '会社員（1234-5678-9012）' : '会社員'),
        年齢: (row) => (row === 7 ? '116歳' : `${20 + (row % 50)}歳`),
        備考: (row) => (row === 3 ? '連絡は090-1111-2222の見本さんへ' : 'なし'),
      },
      300,
    );
    expect(columns[0]?.evidence).toContain('12桁の番号を含む値が1行あります。個人番号かどうか確かめてください。');
    expect(columns[1]?.evidence.join()).toMatch(
      /特異な値「116」が1行あります: 大きく離れています（半分は 32 から 57、99% は 69 以下）/,
    );
    expect(columns[1]?.outliers).toMatchObject([{ value: '116', rows: 1 }]);
    expect(columns[0]?.outliers).toMatchObject([{ value: '会社員（1234-5678-9012）', rows: 1 }]);
    expect(columns[2]).toMatchObject({ role: 'free', item: 1 });
    expect(columns[2]?.evidence.join()).toContain('電話番号（値の0.3%）');
  });

  test('a thirteen-digit 法人番号 is no individual number; what the header hides under 備考, 区分 or a code is found', async () => {
    const columns = await rolesOf({
      取引先: (row) => corporateNumbers[row % corporateNumbers.length] ?? '',
      備考: (row) => `090-${digits(row, 4)}-0001`,
      区分: (row) => (row % 4 === 0 ? '未提出' : `１２３４－５６７８－${digits(row, 4)}`),
      世帯主続柄: (row) => ['本人', '妻'][row % 2] ?? '',
      電話受付日: (row) => `2024-04-${10 + (row % 9)}`,
      住所変更有無: (row) => ['有', '無'][row % 2] ?? '',
      通番: (row) => String(row + 1),
      金額: (row) => String(row * 100),
      項目1: (row) => `第${digits(row, 12)}号`,
      項目2: (row) => String(1935 + ((row * 7) % 50)),
      項目3: (row) => ['窓口を増やしてほしい', '説明が分かりやすかった'][row % 2] ?? '',
    });
    expect(columns.map(({ role }) => role)).toEqual([
      'quasi',
      'identifying',
      'identificationCode',
      'quasi',
      'quasi',
      'other',
      'linkingCode',
      'other',
      'identificationCode',
      'quasi',
      'free',
    ]);
    expect(columns[0]?.evidence.join()).toContain('個人識別符号ではありません');
  });

  test('a name, an address or a number in a few rows makes a column free text, and the evidence says which', async () => {
    const columns = await rolesOf({
      項目1: (row) => (row === 7 ? '佐藤様より連絡あり' : 'なし'),
      項目2: (row) => (row === 9 ? '転居先は市川市八幡1-2-3とのこと' : '変更なし'),
      項目3: (row) => (row === 11 ? '番号123456789012を確認' : '済'),
    });
    expect(columns.map(({ role, item }) => [role, item])).toEqual([
      ['free', 1],
      ['free', 1],
      ['free', 1],
    ]);
    const evidence = columns.map((column) => column.evidence.join());
    expect(evidence[0]).toContain('人の名');
    expect(evidence[1]).toContain('住所');
    expect(evidence[2]).toContain('12桁の番号を含む値が1行');
  });

  test('headers in Latin letters are read word by word', async () => {
    const headers = [
      'birthDate',
      'PATIENT_ID',
      'native-country',
      'phoneNumber',
      'salary',
      'average',
      'message',
      'ＡＧＥ',
    ];
    const columns = await rolesOf(Object.fromEntries(headers.map((header) => [header, () => 'x'])));
    expect(columns.map(({ role }) => role)).toEqual([
      'quasi',
      'linkingCode',
      'quasi',
      'identifying',
      'sensitive',
      'other',
      'other',
      'quasi',
    ]);
  });

  test('encoding and delimiter are found out', async () => {
    const text = '氏名;年齢\n架空、太郎;20\n';
    const files = [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\uFEFF${text}`), 'utf-8-bom'],
      [iconv.encode(text, 'cp932'), 'cp932'],
      [Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16'],
      [Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16'],
    ] as const;
    for (const [bytes, encoding] of files) {
      const { source, columns } = await profile({ path: fileOf(bytes) });
      expect([source.encoding, source.delimiter, columns.map(({ name }) => name)]).toEqual([
        encoding,
        ';',
        ['氏名', '年齢'],
      ]);
    }
  });

  test('refuses what is no table, and leaves no file behind', async () => {
    vi.stubEnv('TMPDIR', folder);
    for (const bytes of ['', 'a,b\n', Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from([0xff, 0x0a, 0xff, 0x0a])])
      await expect(profile({ path: fileOf(bytes) })).rejects.toBeInstanceOf(InputError);
    await expect(profile({ path: join(folder, 'none.csv') })).rejects.toThrow('ファイルがありません。');
    expect(readdirSync(folder).filter((name) => name.startsWith('tokumei-profile-'))).toEqual([]);
    vi.unstubAllEnvs();
  });
});
