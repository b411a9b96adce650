import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { anonymize } from './anonymize.ts';

const root = mkdtempSync(join(tmpdir(), 'tokumei-suppressed-'));
let made = 0;
afterAll(() => rmSync(root, { recursive: true }));

const k = 3;

/** The released rows of a table whose ages 5 are hidden; a hidden age is null. */
async function release(rows: readonly (readonly [string, string])[]) {
  made += 1;
  const folder = join(root, String(made));
  mkdirSync(folder);
  const recipe = {
    source: { path: 'data.csv' },
    columns: {
      年齢: { role: 'quasi', treat: [{ suppressCell: { equals: '5' } }], hierarchy: { bands: { widths: [2, 4] } } },
      町: { role: 'quasi' },
    },
    privacy: { k },
    suppressionLimit: 1,
  };
  writeFileSync(join(folder, 'data.csv'), ['年齢,町', ...rows.map((row) => row.join(',')), ''].join('\n'));
  writeFileSync(join(folder, 'recipe.json'), JSON.stringify(recipe));
  const outcome = await anonymize({ recipe: join(folder, 'recipe.json'), out: join(folder, 'out') });
  if (outcome.kind !== 'released') throw new Error(JSON.stringify(outcome));
  const [, ...lines] = readFileSync(join(folder, 'out', 'output.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  return { report: outcome.report, released: lines.filter((line) => line !== '').map((line) => line.split(',')) };
}

/** Whether a released row could be of someone, as far as he who looks can tell: a hidden cell could be anyone's. */
const couldBe = (row: readonly string[], other: readonly string[]) =>
  row.every((cell, index) => cell === other[index] || cell === '*' || other[index] === '*');

test('whoever knows why a cell is hidden finds k candidates, and whoever does not finds no fewer', async () => {
  const row = fc.tuple(fc.integer({ min: 1, max: 6 }).map(String), fc.constantFrom('甲', '乙'));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 6, maxLength: 40 }), async (rows) => {
      const { report, released } = await release(rows);
      for (const one of released) {
        const knowing = released.filter((other) => one.every((cell, index) => cell === other[index])).length;
        const unknowing = released.filter((other) => couldBe(one, other)).length;
        expect(knowing).toBeGreaterThanOrEqual(k);
        expect(unknowing).toBeGreaterThanOrEqual(knowing);
      }
      expect(report.verification.passed).toBe(true);
    }),
    { seed: 11, numRuns: 12 },
  );
});

test('by hand: two hidden ages are no class of three, though three more could be theirs', async () => {
  const { released, report } = await release([
    ['1', '甲'],
    ['1', '甲'],
    ['1', '甲'],
    ['5', '甲'],
    ['5', '甲'],
    ['3', '乙'],
    ['3', '乙'],
    ['3', '乙'],
  ]);
  // Leaving the two out costs less than making all ages one.
  expect(report).toMatchObject({ suppressedRecords: 2, smallestClass: 3, classes: 2 });
  expect(released.some(([age]) => age === '*')).toBe(false);
});
