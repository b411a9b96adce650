import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryFileStore } from '../memory/memoryFileStore.ts';
import { createFileStore } from './createFileStore.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tokumei-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function* pieces(...texts: string[]) {
  for (const text of texts) yield bytes(text);
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe.each([
  ['memory', async () => createMemoryFileStore()],
  ['a folder', () => createFileStore(folder)],
])('a file store in %s', (_name, open) => {
  test('names a file by the SHA-256 of its bytes, whether they come whole or in pieces', async () => {
    const store = await open();
    const stored = { digest: sha256('提案書'), bytes: 9 };
    expect(await store.put(bytes('提案書'))).toEqual(stored);
    expect(await store.put(pieces('提', '', '案書'))).toEqual(stored);
    expect(await store.get(stored.digest)).toEqual(bytes('提案書'));
    expect(readFileSync(await store.path(stored.digest), 'utf8')).toBe('提案書');
    expect(await store.put(new Uint8Array())).toEqual({ digest: sha256(''), bytes: 0 });
  });

  test('names the digest under which nothing is kept', async () => {
    const store = await open();
    for (const digest of [sha256('nothing'), '../incoming', '']) {
      await expect(store.get(digest)).rejects.toThrow(`ファイル ${digest} は保管されていません`);
      await expect(store.path(digest)).rejects.toThrow(`ファイル ${digest} は保管されていません`);
    }
  });

  test('keeps nothing of content that breaks off', async () => {
    const store = await open();
    async function* broken() {
      yield bytes('半分');
      throw new Error('broken off');
    }
    await expect(store.put(broken())).rejects.toThrow('broken off');
    await expect(store.get(sha256('半分'))).rejects.toThrow('保管されていません');
  });
});

test('a folder of files keeps what it had, leaves nothing unfinished, and says when bytes were changed', async () => {
  const store = await createFileStore(folder);
  const { digest } = await store.put(bytes('長く残る'));
  await writeFile(join(folder, 'incoming', 'unfinished'), 'x');
  const again = await createFileStore(folder);
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  expect(await again.get(digest)).toEqual(bytes('長く残る'));
  await writeFile(await again.path(digest), '変わった');
  await expect(again.get(digest)).rejects.toThrow(`${digest} の中身が変わっています`);
});
