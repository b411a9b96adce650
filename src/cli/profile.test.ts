import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Io } from './command.ts';
import { profileCommand } from './profile.ts';

const folder = mkdtempSync(join(tmpdir(), 'profile-command-'));
const path = join(folder, '見本.csv');
writeFileSync(path, '氏名,年齢\n架空　花子,30\n見本　太郎,40\n1,2,3\n');
afterAll(() => rmSync(folder, { recursive: true }));

async function call(...args: string[]) {
  const [out, error]: [string[], string[]] = [[], []];
  const io: Io = { out: (text) => out.push(text), error: (text) => error.push(text), input: () => process.stdin };
  return { code: await profileCommand(args, io), out, error };
}

test('prints rows, encoding, delimiter, refused rows and a table of columns', async () => {
  const { code, out } = await call(path);
  expect(code).toBe(0);
  expect(out[0]).toBe(`${path}: 3 行、2 列（文字コード utf-8、区切り 「,」）`);
  expect(out.slice(1, 4)).toEqual(['読めない行が 1 行あります。', '  4 行目: 3項目あります（見出しは2項目）。', '']);
  expect(out).toContain('氏名  文字  識別する記述  1号  95%   氏名');
});

test('--json gives rows and, per column, name, type, role, item, confidence and evidence', async () => {
  const { code, out } = await call(path, '--json', '--delimiter', ',', '--encoding', 'utf-8');
  const { rows, columns } = JSON.parse(out.join('\n'));
  expect([code, out.length, rows]).toEqual([0, 1, 3]);
  expect(columns[1]).toMatchObject({ name: '年齢', type: 'integer', role: 'quasi', item: 5, confidence: 0.95 });
  expect(columns[1].evidence.every((text: unknown) => typeof text === 'string')).toBe(true);
});

test.each([
  [[], '使い方'],
  [[path, 'other'], '使い方'],
  [[path, '--nonsense'], '使い方'],
  [[path, '--encoding', 'latin1'], '「latin1」は使えません'],
  [[path, '--encoding', 'utf-16'], 'BOM'],
  [[path, '--delimiter', '::'], '区切り文字「::」は使えません'],
  [[join(folder, 'none.csv')], 'ファイルがありません'],
  [[folder], 'ファイル'],
])('%j is bad input: exit 2 and one clear message', async (args, message) => {
  const { code, out, error } = await call(...args);
  expect([code, out, error.length]).toEqual([2, [], 1]);
  expect(error[0]).toContain(message);
});
