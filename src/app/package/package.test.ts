import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganKeyFiles } from '../../adapters/keys/organKeyFiles.ts';
import type { OrganId } from '../../core/role.ts';
import { buildPackage, type PackageOrder } from './buildPackage.ts';
import { verifyPackage } from './verifyPackage.ts';

const folder = mkdtempSync(join(tmpdir(), 'package-'));
const organ = 'kumamoto' as OrganId;
const keys = createOrganKeyFiles(join(folder, 'keys'));
const file = join(folder, 'package.zip');
const order: PackageOrder = {
  organ: { id: organ, name: '熊本市' },
  release: { id: 'r1', name: '学童保育システム（架空）', rows: 2 },
  issuedAt: '2026-03-10T10:00',
  conditions: [{ term: '識別行為の禁止', text: '他の情報と照合しないこと。' }],
  contents: [{ path: 'data.csv', title: 'データ', content: Buffer.from('住所,年齢\r\n架空市,50歳\r\n'.repeat(100)) }],
};
let issuer = '';

beforeAll(async () => {
  await buildPackage(order, keys, file);
  issuer = (await keys.publicKey(organ)).fingerprint;
});
afterAll(() => rmSync(folder, { recursive: true }));

async function altered(change: (bytes: Buffer) => Buffer) {
  const other = join(folder, 'altered.zip');
  writeFileSync(other, change(readFileSync(file)));
  return (await verifyPackage(other, issuer)).verdict;
}

describe('package', () => {
  test('an untouched package is verified with the issuer’s fingerprint and only intact without it', async () => {
    expect((await verifyPackage(file, issuer)).verdict).toBe('verified');
    expect((await verifyPackage(file, null)).verdict).toBe('intact');
    expect((await verifyPackage(file, '0'.repeat(64))).verdict).toBe('failed');
  });

  test('one altered byte anywhere is found', async () => {
    const size = readFileSync(file).length;
    await fc.assert(
      fc.asyncProperty(fc.nat(size - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        expect(
          await altered((bytes) => {
            bytes[at] = (bytes[at] ?? 0) ^ change;
            return bytes;
          }),
        ).toBe('failed');
      }),
      { numRuns: 400, seed: 123 },
    );
  });

  test('bytes added, cut or taken from another package are found', async () => {
    expect(await altered((bytes) => Buffer.concat([bytes, Buffer.from('x')]))).toBe('failed');
    expect(await altered((bytes) => Buffer.concat([Buffer.from('x'), bytes]))).toBe('failed');
    expect(await altered((bytes) => bytes.subarray(0, -1))).toBe('failed');
    expect(await altered(() => Buffer.alloc(0))).toBe('failed');
  });

  test('a package that another key signed is not the organ’s, however sound it is', async () => {
    const forged = join(folder, 'forged.zip');
    await buildPackage(order, createOrganKeyFiles(join(folder, 'other')), forged);
    expect((await verifyPackage(forged, null)).verdict).toBe('intact');
    expect((await verifyPackage(forged, issuer)).verdict).toBe('failed');
  });

  test('the same order gives the same bytes, and two that make the key at once get the same key', async () => {
    const again = join(folder, 'again.zip');
    await buildPackage(order, keys, again);
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
    const fresh = createOrganKeyFiles(join(folder, 'fresh'));
    const made = await Promise.all(Array.from({ length: 8 }, () => fresh.publicKey(organ)));
    expect(new Set(made.map(({ fingerprint }) => fingerprint)).size).toBe(1);
  });
});
