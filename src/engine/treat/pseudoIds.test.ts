import { createHash, createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { treatTable } from '../../../test/support/treatTable.ts';
import { type AnonymizeOptions, anonymize } from '../anonymize.ts';
import type { ImportedTable } from '../import/importTable.ts';
import { countedRows } from '../import/rowPlaces.ts';
import { InputError } from '../inputError.ts';
import { readRecipe } from '../recipe/readRecipe.ts';
import { openRun, type Run } from '../run.ts';
import { raw, sql, statement } from '../sql.ts';
import { treatSource } from '../treatSource.ts';
import { verify } from '../verifyFolder.ts';
import { makePseudonymKeys } from './pseudonymKeys.ts';

const root = mkdtempSync(join(tmpdir(), 'tokumei-pseudonyms-'));
let folder = root;
let made = 0;
let run: Run;
beforeAll(async () => {
  run = await openRun({ folder: join(root), memoryMiB: 256, threads: 2 });
});
beforeEach(() => {
  made += 1;
  folder = join(root, String(made));
  mkdirSync(folder);
});
afterAll(() => {
  run.close();
  rmSync(root, { recursive: true });
});

const key = Uint8Array.from({ length: 32 }, (_, index) => 7 * index + 1);
/** The pseudo-ID with node's own HMAC: under the key of the column, which is an HMAC itself. */
const pseudoIdOf = (column: string, code: string, length: number) =>
  createHmac('sha256', createHmac('sha256', key).update(column).digest()).update(code).digest('hex').slice(0, length);

const recipe = {
  source: { path: 'data.csv' },
  columns: {
    個人コード: { role: 'linkingCode', treat: [{ pseudoId: { length: 16 } }] },
    年齢: { role: 'quasi' },
    病名: { role: 'sensitive' },
  },
  privacy: { k: 2 },
};
const codeOf = (number: number) => `R${String(number).padStart(8, '0')}`;
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `${codeOf(index % (count / 2))},${20 + (index % 40)},風邪`);

async function released(rows: readonly string[], options: Partial<AnonymizeOptions> = {}, change: object = {}) {
  writeFileSync(join(folder, 'data.csv'), ['個人コード,年齢,病名', ...rows, ''].join('\n'));
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify({ ...recipe, ...change }));
  const out = join(folder, 'out');
  const outcome = await anonymize({ recipe: join(folder, 'recipe.json'), out, replace: true, ...options });
  if (outcome.kind !== 'released') throw new Error(JSON.stringify(outcome));
  const [, ...lines] = readFileSync(join(out, 'output.csv'), 'utf8').trimEnd().split('\n');
  return { report: outcome.report, ids: lines.map((line) => line.split(',')[0] ?? '') };
}

describe('仮ID', () => {
  test('is the HMAC-SHA-256 of the code under the key of its column, as long as asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 8, max: 64 }),
        async (drawn, length) => {
          const codes = drawn.filter((code) => code.isWellFormed() && !code.includes('\0'));
          fc.pre(codes.length > 0);
          const { after, text } = await treatTable(
            run,
            { 番号: codes, 世帯番号: codes },
            { 番号: [{ kind: 'pseudoId', item: 3, length }], 世帯番号: [{ kind: 'pseudoId', item: 3, length }] },
            undefined,
            key,
          );
          expect(after.番号).toEqual(codes.map((code) => pseudoIdOf('番号', code, length)));
          expect(after.世帯番号).toEqual(codes.map((code) => pseudoIdOf('世帯番号', code, length)));
          expect(text).not.toContain(Buffer.from(key).toString('hex'));
        },
      ),
      { seed: 3221, numRuns: 20 },
    );
  });

  test('the pads are those of RFC 2104: the key of the column against 36 and 5c, to the length of a block', () => {
    const { inner, outer } = makePseudonymKeys(key).padsOf('番号');
    const own = createHmac('sha256', key).update('番号').digest();
    expect(Buffer.from(inner.map((byte) => byte ^ 0x36)).subarray(0, 32)).toEqual(own);
    expect(Buffer.from(outer.map((byte) => byte ^ 0x5c)).subarray(32)).toEqual(Buffer.alloc(32));
  });

  test('the key is overwritten when it is destroyed, and gives nothing any more', () => {
    const keys = makePseudonymKeys(key);
    const { inner, outer } = keys.padsOf('番号');
    keys.destroy();
    expect([...inner, ...outer].every((byte) => byte === 0)).toBe(true);
    expect(() => keys.padsOf('番号')).toThrow('destroyed');
    expect(key[1]).toBe(8);
  });

  test('scenario 77: a plain hash is no treatment that a recipe may ask for', () => {
    for (const treat of [{ hash: 'sha256' }, { pseudoId: { method: 'SHA-256' } }, { pseudoId: { key: '' } }]) {
      const columns = { ...recipe.columns, 個人コード: { role: 'linkingCode', treat: [treat] } };
      expect(() => readRecipe(JSON.stringify({ ...recipe, columns }), folder)).toThrow(InputError);
    }
  });

  test('scenario 77: a pseudo-ID that is the SHA-256 of name and telephone does not pass the check; the run’s own do', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`住民${index}`, `090${index}`, `住民${index}090${index}`]);
    const header = '氏名,電話番号,氏名と電話,年齢';
    writeFileSync(join(folder, 'data.csv'), [header, ...rows.map((cells) => `${cells.join()},40`), ''].join('\n'));
    const dropped = { role: 'identifying', treat: [{ dropColumn: {} }] };
    const pseudonym = { role: 'linkingCode', treat: [{ pseudoId: { length: 16 } }] };
    const columns = { 氏名: dropped, 電話番号: dropped, 氏名と電話: pseudonym, 年齢: { role: 'quasi' } };
    writeFileSync(join(folder, 'recipe.json'), JSON.stringify({ ...recipe, columns }));
    const out = join(folder, 'out');
    const outcome = await anonymize({ recipe: join(folder, 'recipe.json'), out });
    expect(outcome.kind).toBe('released');
    const passed = async () => {
      const { items } = await verify({ folder: out, source: join(folder, 'data.csv') });
      return items[3].checks.filter(({ check }) => check === 'recomputable').map((one) => one.passed);
    };
    expect(await passed()).toEqual([true]);
    const hashes = rows.map(([, , both = '']) => createHash('sha256').update(both).digest('hex').slice(0, 16));
    writeFileSync(join(out, 'output.csv'), ['氏名と電話,年齢', ...hashes.map((hash) => `${hash},40`), ''].join('\n'));
    expect(await passed()).toEqual([false]);
  });

  test('scenario 77: records of one code share a pseudo-ID within a run, and no two runs share any; the key is destroyed', async () => {
    const first = await released(people(80));
    const second = await released(people(80));
    expect(new Set(first.ids).size).toBe(40);
    expect(first.ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
    expect(new Set([...first.ids, ...second.ids]).size).toBe(80);
    expect(first.report.pseudonyms).toEqual([
      { column: '個人コード', method: 'HMAC-SHA-256', length: 16, values: 40, keyDestroyed: true },
    ]);
  });

  test('an empty code is nobody and stays empty', async () => {
    const { ids } = await released([',20,風邪', ',20,骨折', 'R1,20,風邪', 'R2,20,骨折']);
    expect(ids.filter((id) => id === '')).toHaveLength(2);
  });

  test('two codes with one pseudo-ID stop the run, naming column and length', async () => {
    // Under this key the first 8 characters of two of the first 10,522 codes are the same.
    const pseudonymKey = new Uint8Array(32).fill(27);
    const columns = { ...recipe.columns, 個人コード: { role: 'linkingCode', treat: [{ pseudoId: { length: 8 } }] } };
    const refused = released(people(21_044), { pseudonymKey }, { columns });
    await expect(refused).rejects.toThrow(/個人コード → treat → pseudoId → length.*「8」では短すぎます/);
    const refusedAgain = released(people(21_044), { pseudonymKey }, { columns });
    await expect(refusedAgain).rejects.toThrow(InputError);
    expect((await released(people(21_044), { pseudonymKey })).report.pseudonyms[0]?.values).toBe(10_522);
  });

  test.each([
    ['records', {}],
    ['persons', { person: { key: ['個人コード'] } }],
  ])(
    'a run that counts %s and spills writes neither the key nor any code',
    async (_, change) => {
      const codes = 500_000;
      const spill = join(folder, 'spill');
      mkdirSync(spill);
      const small = await openRun({ folder: spill, memoryMiB: 64, threads: 1 });
      try {
        const text = raw(
          `'R' || lpad(CAST(range AS VARCHAR), 8, '0') AS c0, CAST(range % 40 AS VARCHAR) AS c1, repeat('記述', 6) || range AS c2 FROM range(${codes})`,
        );
        await small.execute(statement(sql`CREATE VIEW source AS SELECT ${text}`));
        await treatSource(small, readRecipe(JSON.stringify({ ...recipe, ...change }), folder), table, null, {
          pseudonymKey: key,
          limitMiB: 64,
        });
        const spilled = readTree(spill);
        const holders = (text: string) => spilled.filter((file) => file.includes(text)).length;
        const sample = Array.from({ length: 100 }, (_, index) => codeOf(index * 5000));
        // The treated records were spilled, so there is something to look at.
        expect(sample.some((code) => holders(pseudoIdOf('個人コード', code, 16)) > 0)).toBe(true);
        expect(sample.filter((code) => holders(code) > 0)).toEqual([]);
        expect(secrets().filter((secret) => spilled.some((file) => file.includes(secret)))).toEqual([]);
      } finally {
        small.close();
      }
    },
    180_000,
  );

  test('nothing that a run leaves holds the key, and no file but the output a pseudo-ID', async () => {
    const rows = people(2000);
    const during: Map<string, Buffer>[] = [];
    await released(rows, { pseudonymKey: key, onStep: () => during.push(readNamed(folder)) });
    for (const files of [...during, readNamed(folder)])
      for (const [path, file] of files) {
        expect([path, secrets().filter((secret) => file.includes(secret))]).toEqual([path, []]);
        const holds = rows.some((row) => file.includes(pseudoIdOf('個人コード', row.split(',')[0] ?? '', 16)));
        expect([path, holds]).toEqual([path, path.endsWith('output.csv')]);
      }
  });
});

/** A source as the import gives it. */
const table: ImportedTable = {
  relation: 'source',
  numberedRelation: 'numbered_source',
  columns: ['個人コード', '年齢', '病名'].map((name, index) => ({ name, id: `c${index}` })),
  distinctRelation: null,
  rows: 500_000,
  refusedRows: 0,
  refused: [],
  places: countedRows,
  refusedFile: null,
  notes: [],
  sha256: '0'.repeat(64),
  bytes: 0,
  encoding: 'utf-8',
};

/** The key and what is made of it, as bytes and as text. */
function secrets(): (Buffer | string)[] {
  const own = createHmac('sha256', key).update('個人コード').digest();
  const { inner, outer } = makePseudonymKeys(key).padsOf('個人コード');
  return [Buffer.from(key), own, Buffer.from(inner), Buffer.from(outer)].flatMap((one) => [
    one,
    one.toString('hex'),
    one.toString('base64'),
  ]);
}

const readTree = (place: string) => [...readNamed(place).values()];

/** Every file below a folder, by its path. */
function readNamed(place: string): Map<string, Buffer> {
  const paths = readdirSync(place, { recursive: true, encoding: 'utf8' }).map((entry) => join(place, entry));
  return new Map(paths.filter((path) => statSync(path).isFile()).map((path) => [path, readFileSync(path)]));
}
