import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { open, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { asyncProperty, assert as check, integer } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  backUp,
  createKeptSystem,
  newFolder,
  orderOf,
  placeOf,
  serverOf,
} from '../../../test/support/installations.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import { fingerprintOf } from '../../app/package/verifyPackage.ts';
import { BackupDamaged } from '../../app/ports/backups.ts';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { addEntry } from './addEntry.ts';
import { openArchive } from './archiveReader.ts';
import { checkBackup } from './checkBackup.ts';
import type { KeptEntry, KeptTable, Manifest } from './manifest.ts';
import { openBackup } from './openBackup.ts';
import { restoreBackup } from './restoreBackup.ts';
import { endBytes, readTarHeader, tarHeader } from './tarHeader.ts';

let folder: string;
let database: TestDatabase;
let whole: Buffer;
const place = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await newFolder();
  database = await createTestDatabase();
  const { files } = await createKeptSystem(database, place('data'));
  for (const text of ['一つ目', '二つ目', 'x'.repeat(3_000)]) await files.put(Buffer.from(text));
  await database.owner.query(`insert into installation (mode, began_at) values ('production', now());
    insert into seeding select 'n' || n, now() from generate_series(1, 500) as n`);
  await backUp(database, place('data'), orderOf(place('whole.tar'), place('keys.json')));
  whole = readFileSync(place('whole.tar'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const opened = async (file: string) => {
  const backup = await openBackup(place(file), () => undefined, new AbortController().signal);
  await backup.close();
  return backup.manifest;
};

interface Content {
  name: string;
  bytes: Buffer;
}

/**
 * Writes the backup anew with other contents and another manifest, signed: nothing but what was asked for is wrong with it.
 * @param listed the files that the manifest names: those that are written, or those of before
 */
async function forge(
  file: string,
  change: (parts: { contents: Content[]; manifest: Manifest }) => void,
  listed: 'as written' | 'as before' = 'as written',
): Promise<void> {
  const key = generateKeyPairSync('ed25519').privateKey;
  const archive = await openArchive(place('whole.tar'));
  const found = await archive.scan(() => undefined);
  const contents = await Promise.all(
    found.slice(0, -3).map(async (entry) => ({ name: entry.name, bytes: await buffer(archive.read(entry)) })),
  );
  await archive.close();
  const manifest = structuredClone(await opened('whole.tar'));
  change({ contents, manifest });
  const handle = await open(place(file), 'w');
  const entries: KeptEntry[] = [];
  for (const { name, bytes } of contents) entries.push(await addEntry(handle, name, bytes.length, [bytes]));
  const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  const fingerprint = fingerprintOf(createPublicKey(key));
  const names = listed === 'as written' ? { entries } : {};
  const text = Buffer.from(JSON.stringify({ ...manifest, ...names, key: fingerprint }));
  const signature = Buffer.from(sign(null, text, key).toString('hex'));
  for (const [name, bytes] of [
    ['manifest.json', text],
    ['manifest.sig', signature],
    ['public-key.pem', Buffer.from(pem)],
  ] as const)
    await addEntry(handle, name, bytes.length, [bytes]);
  await handle.writeFile(Buffer.alloc(endBytes));
  await handle.close();
}

const refusal = async (file: string): Promise<string> => {
  const error = await opened(file).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error === null || error instanceof BackupDamaged || error instanceof CannotStart).toBe(true);
  return error instanceof Error ? error.message : '';
};

describe('trust: of a backup that is not as it was written, the place is named', () => {
  test('any byte that was changed, anywhere in the file', async () => {
    expect(await refusal('whole.tar')).toBe('');
    const offset = integer({ min: 0, max: whole.length - 1 });
    await check(
      asyncProperty(offset, integer({ min: 1, max: 255 }), async (at, change) => {
        const edited = Buffer.from(whole);
        edited[at] = (edited[at] ?? 0) ^ change;
        writeFileSync(place('edited.tar'), edited);
        expect(await refusal('edited.tar')).not.toBe('');
      }),
      { numRuns: 400, seed: 4 },
    );
  });

  test('a file that is cut off anywhere, goes on after its end, or is none of ours', async () => {
    await check(
      asyncProperty(integer({ min: 0, max: whole.length - 1 }), async (length) => {
        writeFileSync(place('cut.tar'), whole);
        await truncate(place('cut.tar'), length);
        expect(await refusal('cut.tar')).not.toBe('');
      }),
      { numRuns: 100, seed: 5 },
    );
    writeFileSync(place('longer.tar'), Buffer.concat([whole, Buffer.alloc(512)]));
    expect(await refusal('longer.tar')).toContain('書いた覚えのない内容');
    writeFileSync(place('foreign.tar'), 'PK\u0003\u0004'.padEnd(5_000, 'x'));
    expect(await refusal('foreign.tar')).toContain('「tokumei backup」が書いたファイルではありません');
    expect(await refusal('nowhere.tar')).toContain('ENOENT');
    expect(await refusal('.')).toContain('ファイルではありません');
  });

  test('contents that are missing, changed, added, exchanged or named twice under a signed manifest', async () => {
    const changes: Record<string, [(contents: Content[]) => void, string]> = {
      missing: [(contents) => void contents.pop(), 'がありません'],
      changed: [(contents) => contents.at(-1)?.bytes.fill('y'), '内容が目録と違います'],
      exchanged: [(contents) => void contents.push(contents.splice(-2, 1)[0] as Content), '目録のその場所にありません'],
      twice: [(contents) => void contents.push(contents.at(-1) as Content), '目録のその場所にありません'],
    };
    for (const [name, [change, words]] of Object.entries(changes)) {
      await forge(`${name}.tar`, ({ contents }) => change(contents), 'as before');
      expect(await refusal(`${name}.tar`), name).toContain(words);
    }
  });

  test('the manifest of another backup', async () => {
    await database.owner.query(`insert into seeding values ('later', now())`);
    await backUp(database, place('data'), orderOf(place('later.tar')));
    const later = readFileSync(place('later.tar'));
    const cut = (bytes: Buffer) => bytes.indexOf(tarHeaderStart);
    writeFileSync(place('swapped.tar'), Buffer.concat([whole.subarray(0, cut(whole)), later.subarray(cut(later))]));
    expect(await refusal('swapped.tar')).toMatch(/内容が目録と違います/);
  });
});

const tarHeaderStart = Buffer.from('manifest.json\0');

test('trust: a backup is checked to the last row without a database', async () => {
  const { rows, tables, isSignerKnown, madeAt } = await checkBackup(place('data'), orderOf(place('whole.tar')));
  expect({ rows, isSignerKnown, madeAt }).toEqual({
    rows: 501,
    isSignerKnown: true,
    madeAt: (await opened('whole.tar')).madeAt,
  });
  expect(tables).toBeGreaterThan(10);
  const unknown = await checkBackup(place('nowhere'), orderOf(place('whole.tar')));
  expect(unknown.isSignerKnown).toBe(false);
  await forge('rows.tar', ({ contents }) => {
    const piece = contents.find(({ name }) => name.startsWith('tables/seeding/'));
    if (piece) piece.bytes = gzipSync('n0\\t2026-01-01 00:00:00+00\\n');
  });
  await expect(checkBackup(place('nowhere'), orderOf(place('rows.tar')))).rejects.toThrow(
    '表「seeding」の行が目録と違います',
  );
});

describe('trust: a backup by a hostile hand, whole and signed by a key of its own', () => {
  test.each([
    '../outside',
    '/etc/passwd',
    'files/../../x',
    'files/ab/cd',
    'keys/releases/kumamoto/p-1.key',
    'vault/kumamoto/of-../x',
    'postgres/PG_VERSION',
  ])('names no place but those of stored files: %s', async (name) => {
    await forge('slip.tar', ({ contents }) => void contents.push({ name, bytes: Buffer.from('x') }));
    expect(await refusal('slip.tar')).toContain(`「${name}」`);
  });

  test('declares no size that the file does not have, and no piece that grows without end', async () => {
    const header = tarHeader('tables/account/000001.copy.gz', 2 ** 40);
    expect(readTarHeader(header)).toEqual({ name: 'tables/account/000001.copy.gz', size: 2 ** 40 });
    writeFileSync(place('huge.tar'), Buffer.concat([header, whole]));
    expect(await refusal('huge.tar')).toContain('途中で切れています');
    await forge('bomb.tar', ({ contents }) => {
      const piece = contents.find(({ name }) => name.startsWith('tables/seeding/'));
      if (piece) piece.bytes = gzipSync(Buffer.alloc(50_000_000));
    });
    const target = await createTestDatabase('bare');
    const restored = restoreBackup(placeOf(serverOf(target), place('bomb')), orderOf(place('bomb.tar')));
    await expect(restored).rejects.toThrow('「tables/seeding/000001.copy.gz」を展開できません');
    expect(existsSync(place('bomb'))).toBe(false);
    await target.close();
  });

  test('is refused where the signer is known', async () => {
    await forge('resigned.tar', () => undefined);
    expect(await refusal('resigned.tar')).toBe('');
    const target = await createTestDatabase('bare');
    const restored = restoreBackup(
      placeOf(serverOf(target), place('known')),
      orderOf(place('resigned.tar'), place('keys.json')),
    );
    await expect(restored).rejects.toThrow('手元の鍵');
    await target.close();
  });

  const strange: Record<string, [(manifest: Manifest) => void, string]> = {
    'a newer schema': [
      (manifest) => Object.assign(manifest, { schema: [...manifest.schema, '9999_later'] }),
      '9999_later',
    ],
    'a table that nobody knows': [
      ({ tables }) => void (tables as KeptTable[]).push({ ...(tables[0] as KeptTable), name: 'pg_authid', pieces: 0 }),
      '表「pg_authid」が、この版のプログラムの表と合いません',
    ],
    'a table less': [
      ({ tables }) => {
        const at = tables.findIndex(({ name }) => name === 'draft');
        (tables as KeptTable[]).splice(at, 1);
      },
      '表「draft」がバックアップにありません',
    ],
    'a table twice': [
      ({ tables }) => void (tables as KeptTable[]).push(tables[0] as KeptTable),
      'この版のプログラムの表と合いません',
    ],
    'columns that the table lacks': [
      ({ tables }) => Object.assign(tables.find(({ name }) => name === 'seeding') as object, { columns: ['name'] }),
      '表「seeding」',
    ],
    'other counts than its rows have': [
      ({ tables }) => Object.assign(tables.find(({ name }) => name === 'seeding') as object, { rows: 499 }),
      '表「seeding」を読み直すと、バックアップと違います',
    ],
    'more pieces than there are': [
      ({ tables }) => Object.assign(tables[0] as object, { pieces: 2 ** 40 }),
      '目録の表の数',
    ],
    'another form': [(manifest) => Object.assign(manifest, { format: 'tokumei-backup/2' }), '目録として読めません'],
  };
  test.each(Object.entries(strange))('with %s', async (_, [change, words]) => {
    await forge('strange.tar', ({ manifest }) => change(manifest));
    const target = await createTestDatabase('bare');
    const restored = restoreBackup(placeOf(serverOf(target), place('strange')), orderOf(place('strange.tar')));
    await expect(restored).rejects.toThrow(words);
    expect(existsSync(place('strange'))).toBe(false);
    await target.close();
  });
});

test('the file of keys is read back, and nothing else is taken for one', async () => {
  const { keys } = JSON.parse(await readFile(place('keys.json'), 'utf8'));
  expect(createPrivateKey(keys[0].pem).asymmetricKeyType).toBe('ed25519');
  const target = await createTestDatabase('bare');
  const wrong = [
    '{}',
    'x',
    JSON.stringify({ format: 'tokumei-keys/1', keys: [{ name: '../x.pem', pem: keys[0].pem }] }),
    JSON.stringify({ format: 'tokumei-keys/1', keys: [{ name: 'x.pem', pem: 'no key' }] }),
  ];
  for (const content of wrong) {
    writeFileSync(place('wrong.json'), content);
    const order = orderOf(place('whole.tar'), place('wrong.json'));
    await expect(restoreBackup(placeOf(serverOf(target), place('wrong')), order)).rejects.toThrow('鍵の控えではない');
  }
  await target.close();
});
