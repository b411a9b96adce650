import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyInterner, type NumberedKeys } from './internKeys.ts';

const interner = keyInterner();
const key = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }));

/** Numbers in order of first appearance, by a map. */
function expectNumbered(texts: string[], count: number, { ids, firsts }: NumberedKeys): void {
  const order = new Map([...new Set(texts)].map((text, index) => [text, index]));
  expect(count).toBe(order.size);
  expect([...ids]).toEqual(texts.map((text) => order.get(text)));
  expect([...firsts.subarray(0, count)]).toEqual([...order.keys()].map((text) => texts.indexOf(text)));
}

test('keys are numbered in order of first appearance, in a plain array or a hash table, by one word or two', () => {
  const run = (rows: [number, number][]) => {
    const first = Int32Array.from(rows, ([one]) => one);
    const second = Int32Array.from(rows, ([, two]) => two);
    for (const range of [2 ** 31, 4096]) {
      const keys = first.map((one) => one % range);
      const numbered = { ids: new Int32Array(rows.length), firsts: new Int32Array(rows.length) };
      expectNumbered([...keys].map(String), interner.words(keys, rows.length, range, numbered), numbered);
    }
    const texts = rows.map(([one, two]) => `${one} ${two}`);
    const numbered = { ids: first, firsts: new Int32Array(rows.length) };
    expectNumbered(texts, interner.pairs(first, second, rows.length, numbered), numbered);
  };
  const rows = fc.array(fc.tuple(key, key), { maxLength: 300, size: 'max' });
  fc.assert(fc.property(rows, run), { seed: 5, numRuns: 40 });
  // every pair several times, and one word of it with each of several others
  const few = fc.integer({ min: 0, max: 6 }).map((one) => one * 0x1000_0000);
  fc.assert(fc.property(fc.array(fc.tuple(few, few), { maxLength: 300, size: 'max' }), run), { seed: 6, numRuns: 40 });
});
