import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryOrganKeys } from '../../src/adapters/memory/memoryOrganKeys.ts';
import { buildPackage } from '../../src/app/package/buildPackage.ts';
import type { OrganId } from '../../src/core/role.ts';
import { openBrowser } from './browser.ts';

const organ = 'kumamoto' as OrganId;
const keys = createMemoryOrganKeys();
const issuer = { id: organ, name: '熊本市' };
let folder: string;
let browser: Browser;
let page: Page;

/** A package as its receiver unpacks it. */
async function unpack(): Promise<string> {
  const file = join(folder, 'package.zip');
  const order = {
    organ: issuer,
    release: { id: 'p-1', name: '架空の情報', rows: 2 },
    issuedAt: '2026-02-18T09:00',
    conditions: [{ term: '再提供の禁止', text: '第三者に提供してはならない。' }],
    contents: [
      { path: 'output.csv', title: '架空の情報', content: Buffer.from('住所,年齢\n見本市北町,20-39\n'.repeat(50)) },
      { path: '項目一覧.csv', title: '項目の意味', content: Buffer.from('項目,意味\r\n') },
    ],
  };
  await buildPackage(order, keys, file);
  const unpacked = await mkdtemp(join(folder, 'unpacked-'));
  const zip = new ZipReader(new BlobReader(new Blob([await readFile(file)])));
  for (const entry of await zip.getEntries())
    if (!entry.directory) await writeFile(join(unpacked, entry.filename), await entry.getData(new Uint8ArrayWriter()));
  return unpacked;
}

/** Opens the page from the disk, as a double click does, and chooses files of the folder. */
async function check(unpacked: string, without: readonly string[] = []): Promise<string> {
  const chosen = (await readdir(unpacked)).filter((name) => !without.includes(name));
  await page.goto(pathToFileURL(join(unpacked, '確認.html')).href);
  await page.getByLabel('ZIP を展開したフォルダー').setInputFiles(chosen.map((name) => join(unpacked, name)));
  const verdict = page.getByRole('status');
  await verdict.filter({ hasNotText: '確かめています' }).filter({ hasText: '。' }).waitFor();
  return verdict.innerText();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokumei-check-page-'));
  browser = await openBrowser();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage({ offline: true });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

describe('確認.html, opened from the disk without network', () => {
  test('SEC-12: an untouched package is found whole, with the fingerprint of the organ’s key', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).protocol));
    expect(await check(await unpack())).toContain('すべてのファイルが作成時のままで、署名も合っています');
    const shown = (await page.locator('#fingerprint').innerText()).replaceAll(' ', '');
    expect(shown).toBe((await keys.publicKey(organ)).fingerprint);
    expect(await page.locator('#rows .ng').count()).toBe(0);
    expect(new Set(asked)).toEqual(new Set(['file:']));
  });

  test.each(['output.csv', '項目一覧.csv', '確認.html', 'public-key.pem', 'manifest.json', 'manifest.sig'])(
    'one altered byte in %s is found, and the reader is told not to use the data',
    async (name) => {
      const unpacked = await unpack();
      const bytes = await readFile(join(unpacked, name));
      const at = name === 'manifest.json' ? bytes.indexOf('第三者') + 2 : Math.max(0, bytes.length - 40);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(join(unpacked, name), bytes);
      expect(await check(unpacked)).toContain('作成時と違うところがあります。このデータを使わず');
      expect(await page.locator('#rows .ng').count()).toBeGreaterThan(0);
    },
  );

  test.each([
    ['public-key.pem', '-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----\n'],
    ['public-key.pem', ''],
    ['manifest.json', '{'],
  ])('%s that can’t be read at all is an alteration too', async (name, content) => {
    const unpacked = await unpack();
    await writeFile(join(unpacked, name), content);
    expect(await check(unpacked)).toContain('作成時と違うところがあります。このデータを使わず');
    expect(await page.locator('#rows .ng').count()).toBeGreaterThan(0);
  });

  test('a file that was not chosen is named, and nothing is called whole', async () => {
    const unpacked = await unpack();
    expect(await check(unpacked, ['output.csv'])).toContain('作成時と違うところがあります');
    expect(await page.locator('#rows').innerText()).toMatch(/output\.csv[^\n]*選ばれていません/);
    expect(await check(unpacked, ['manifest.sig'])).toContain('「manifest.sig」が選ばれていません');
  });
});
