import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  resolved?: string;
}

const root = join(import.meta.dirname, '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');
const accepted =
  /MIT|ISC|BSD|Apache-2\.0|0BSD|OFL|BlueOak|CC0|Unlicense|PostgreSQL|MPL-2\.0|Python-2\.0|CC-BY-4\.0|W3C/;

test('every package has a licence that this project may use, listed in docs/reference/licences.md', async () => {
  const rows = locked.map(([path, entry]) => ({
    name: path.replace(/^.*node_modules\//, ''),
    version: entry.version,
    licence: entry.license ?? '',
    use: entry.dev ? '開発' : '実行',
  }));
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(({ licence }) => !accepted.test(licence))).toEqual([]);
  const lines = rows.map(({ name, version, licence, use }) => `| ${name} | ${version} | ${licence} | ${use} |`);
  const table = [
    '# 部品のライセンス',
    '',
    'ライセンスの全文は、`node_modules` の各部品の中にあります。',
    '',
    '| 部品 | 版 | ライセンス | 用途 |',
    '|---|---|---|---|',
    ...lines,
    '',
  ];
  await expect(table.join('\n')).toMatchFileSnapshot(join(root, 'docs/reference/licences.md'));
});

test('the lockfile names no host', () => {
  expect(locked.filter(([, entry]) => entry.resolved?.startsWith('http'))).toEqual([]);
});
