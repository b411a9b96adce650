import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { OrganId } from '../../core/role.ts';
import { execute } from '../execute.ts';
import { loadCase } from '../loadCase.ts';
import { verifyPackage } from '../package/verifyPackage.ts';
import { jobsOf } from '../reactions.ts';
import { runJob } from '../runJob.ts';
import { proposeRecipe } from './proposeRecipe.ts';

const organ = 'kumamoto' as OrganId;
const parts = createMemorySystem(ruleBook);
let release: ReleaseState;
beforeAll(async () => {
  await playGuide('kumamoto-2025.json', parts);
  const state = await loadCase(parts, organ, 'release', 'p-1');
  if (!state) throw new Error('the guide made no release');
  release = state;
});

/** The text files of the package, by name. */
async function contents(): Promise<ReadonlyMap<string, string>> {
  const zip = new ZipReader(new BlobReader(new Blob([await parts.files.get(release.package?.file.digest ?? '')])));
  const entries = (await zip.getEntries()).filter((entry) => !entry.directory);
  return new Map(
    await Promise.all(entries.map(async (entry) => [entry.filename, await entry.getData(new TextWriter())] as const)),
  );
}

describe('the package of Kumamoto’s year', () => {
  test('STP-20, SEC-12: package verify finds it whole and the organ’s, with the fingerprint alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tokumei-package-'));
    const file = join(folder, 'p-1.zip');
    await writeFile(file, await parts.files.get(release.package?.file.digest ?? ''));
    const { fingerprint } = await parts.keys.publicKey(organ);
    expect((await verifyPackage(file, fingerprint)).verdict).toBe('verified');
    expect((await verifyPackage(file, null)).verdict).toBe('intact');
    await rm(folder, { recursive: true });
  });

  test('scenario 93, CHK-OUT, SEC-1, SEC-4: holds data, list of items, statement with the conditions, public report; nothing of the method', async () => {
    const files = await contents();
    expect([...files.keys()]).toEqual([
      'output.csv',
      '項目一覧.csv',
      '説明書.txt',
      'public-report.html',
      'public-report.json',
      '確認.html',
      'public-key.pem',
      'manifest.json',
      'manifest.sig',
    ]);
    const data = (files.get('output.csv') ?? '').replace('\uFEFF', '').trimEnd().split('\n');
    expect(data[0]).toBe('住所,年齢,性別,電話番号,利用区分,世帯年収');
    expect(data.length - 1).toBe(release.creation?.outputRows);
    const items = (files.get('項目一覧.csv') ?? '').trimEnd().split('\r\n');
    expect(items.slice(1).map((line) => line.split(',')[0])).toEqual(data[0]?.split(','));
    const statement = files.get('説明書.txt') ?? '';
    for (const words of [
      '行政機関等匿名加工情報です',
      '放課後の居場所の需要',
      '令和8年（2026年）4月1日（水）から令和9年（2027年）3月31日（水）まで',
      '他の情報と照合してはならない',
      '第三者に提供してはならない',
      '096-328-2059',
      '罰則',
      (await parts.keys.publicKey(organ)).fingerprint.slice(0, 8),
    ])
      expect(statement).toContain(words);
    const all = [...files.values()].join('\n');
    expect(all).not.toMatch(/見本[一二三四五六七八九十]号\d{5}|0000\d{8}|見本市.町\d/);
    expect(all).not.toContain(release.source?.digest);
    expect(all).not.toContain(release.recipe?.digest);
  });

  test('CHK-PROC-5: every combination of what was published is shared by five, counted again from the file alone', async () => {
    const rows = ((await contents()).get('output.csv') ?? '').trimEnd().split('\n').slice(1);
    const classes = new Map<string, number>();
    for (const row of rows) {
      const combination = row.split(',').slice(0, 5).join();
      classes.set(combination, (classes.get(combination) ?? 0) + 1);
    }
    expect(Math.min(...classes.values())).toBe(release.creation?.check.smallestClass);
    expect(Math.min(...classes.values())).toBeGreaterThanOrEqual(5);
    expect(classes.size).toBe(release.creation?.check.classes);
  });
});

test('FRM-07 (4): the proposed recipe leaves open only what neither proposal nor source tells', async () => {
  const proposed = await proposeRecipe(parts, organ, 'p-1', { k: 5, suppressionLimit: 0.05 });
  expect(proposed).toMatchObject({
    outcome: 'proposed',
    recipe: { source: { encoding: 'cp932', delimiter: ',' }, columns: { 住所: { role: 'quasi' } } },
    open: [{ point: 'roleUndecided', column: '利用区分' }],
  });
});

test('SEC-4, trust: after two people destroyed the key the source can’t be read, and the package still stands', async () => {
  const give = async (person: string, command: Parameters<typeof execute>[1]['command']) => {
    const outcome = await execute(parts, {
      organ,
      actor: { person, role: 'responsibleDivision', organ },
      commandId: `${person}:${command.do}`,
      stream: { kind: 'release', id: 'p-1' },
      expectedVersion: null,
      command,
    });
    if (!('events' in outcome)) throw new Error(JSON.stringify(outcome));
    for (const event of outcome.events) for (const job of jobsOf(event, event.stream)) await runJob(parts, organ, job);
  };
  await give('甲', { do: 'proposeKeyDestruction', reason: '利用の期間が終わった。' });
  await give('乙', { do: 'destroyReleaseKey' });
  await expect(proposeRecipe(parts, organ, 'p-1', { k: 5, suppressionLimit: 0.05 })).rejects.toThrow(
    'の鍵は廃棄されています',
  );
  expect((await contents()).size).toBe(9);
});
