import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { KeyDestroyed, type ReleaseRef } from '../../app/ports/releaseVault.ts';
import type { OrganId } from '../../core/role.ts';
import { createMemoryReleaseVault } from '../memory/memoryReleaseVault.ts';
import { createReleaseVault } from './createReleaseVault.ts';

const folder = mkdtempSync(join(tmpdir(), 'tokumei-vault-'));
afterAll(() => rmSync(folder, { recursive: true }));

const organ = 'kumamoto' as OrganId;
const one: ReleaseRef = { organ, release: '提案/1..' };
const other: ReleaseRef = { organ, release: 'p-2' };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const secret = Buffer.from('見本一号0001,0000000000\r\n'.repeat(9000));
async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe.each([
  ['memory', async () => createMemoryReleaseVault()],
  ['a data folder', () => createReleaseVault(join(folder, 'contract'))],
])('a release vault in %s', (_, openVault) => {
  test('gives back what was put, whole or in pieces, by the digest of the plain bytes, to the release alone', async () => {
    const vault = await openVault();
    for (const content of [secret, Buffer.alloc(0), Buffer.alloc(65_536, 7), Buffer.alloc(131_073, 9)]) {
      const stored = { digest: sha256(content), bytes: content.length };
      expect(await vault.put(one, content)).toEqual(stored);
      expect(await vault.put(one, inPieces(content, 70_001))).toEqual(stored);
      expect(Buffer.from(await vault.get(one, stored.digest)).equals(content)).toBe(true);
      expect(await vault.has(one, stored.digest)).toBe(true);
      expect(await vault.has(other, stored.digest)).toBe(false);
      await expect(vault.get(other, stored.digest)).rejects.toThrow(`${stored.digest} は保管されていません`);
    }
  });

  test('work on plain files happens in a folder that is gone afterwards, whether it ended well or not', async () => {
    const vault = await openVault();
    const { digest } = await vault.put(one, secret);
    const seen = await vault.inPrivateFolder(async (place) => {
      await vault.extract(one, digest, join(place, 'source'));
      expect(statSync(place).mode & 0o777).toBe(0o700);
      return { place, content: await readFile(join(place, 'source')) };
    });
    expect(seen.content.equals(secret)).toBe(true);
    expect(() => statSync(seen.place)).toThrow('ENOENT');
    let place = '';
    const failing = vault.inPrivateFolder(async (given) => {
      place = given;
      throw new Error('broken off');
    });
    await expect(failing).rejects.toThrow('broken off');
    expect(() => statSync(place)).toThrow('ENOENT');
  });

  test('trust: after the destruction of its key nothing of a release can be read or added, and it says so', async () => {
    const vault = await openVault();
    const closed: ReleaseRef = { organ, release: 'closed' };
    const { digest } = await vault.put(closed, secret);
    await vault.destroyKey(closed);
    await vault.destroyKey(closed);
    await expect(vault.get(closed, digest)).rejects.toThrow(KeyDestroyed);
    await expect(vault.get(closed, digest)).rejects.toThrow('作成「closed」の鍵は廃棄されています');
    await expect(vault.put(closed, secret)).rejects.toThrow(KeyDestroyed);
    await vault.put(other, secret);
  });
});

describe('a release vault on disk', () => {
  test('trust: no plain byte and no key outside the key file; the key file is closed to others and overwritten before it goes', async () => {
    const place = join(folder, 'rest');
    const vault = await createReleaseVault(place);
    const { digest } = await vault.put(one, secret);
    const keyFile = filesIn(join(place, 'keys')).find((file) => file.endsWith('.key')) ?? '';
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const key = readFileSync(keyFile);
    expect(key.length).toBe(32);
    for (const file of filesIn(place).filter((each) => each !== keyFile))
      for (const needle of [key, Buffer.from(key.toString('hex')), Buffer.from('見本一号0001')])
        expect(readFileSync(file).includes(needle)).toBe(false);
    await vault.destroyKey(one);
    for (const file of filesIn(place)) expect(readFileSync(file).includes(key)).toBe(false);
    const again = await createReleaseVault(place);
    await expect(again.get(one, digest)).rejects.toThrow(KeyDestroyed);
  });

  test('one altered, added or missing byte anywhere is found; what is whole still opens', async () => {
    const place = join(folder, 'altered');
    const vault = await createReleaseVault(place);
    const { digest } = await vault.put(other, secret);
    const file = filesIn(join(place, 'vault')).find((each) => each.endsWith(digest)) ?? '';
    const sound = readFileSync(file);
    const altered = fc.oneof(
      fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
        const bytes = Buffer.from(sound);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        return bytes;
      }),
      fc.nat(sound.length - 1).map((length) => sound.subarray(0, length)),
      fc.constantFrom(65_536 + 16 + 36, 2 * (65_536 + 16) + 36).map((length) => sound.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => Buffer.concat([sound, more])),
    );
    await fc.assert(
      fc.asyncProperty(altered, async (bytes) => {
        writeFileSync(file, bytes);
        await expect(vault.get(other, digest)).rejects.toThrow(digest);
      }),
      { seed: 7, numRuns: 150 },
    );
    writeFileSync(file, sound);
    expect(Buffer.from(await vault.get(other, digest)).equals(secret)).toBe(true);
  });

  test('what a killed program left behind is overwritten and removed at the next start', async () => {
    const place = join(folder, 'left');
    await createReleaseVault(place);
    writeFileSync(join(place, 'work', 'left'), secret);
    writeFileSync(join(place, 'vault', 'incoming', 'half'), 'half');
    writeFileSync(join(place, 'keys', 'releases', 'x.key.aside-1'), 'half');
    await createReleaseVault(place);
    expect(filesIn(place)).toEqual([]);
  });
});
