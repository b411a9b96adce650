import { expect, test } from 'vitest';
import { repeat } from './repeat.ts';

test('work is repeated, also after an error, and its last run is waited for', async () => {
  const told: unknown[] = [];
  const enough = Promise.withResolvers<void>();
  let [begun, ended] = [0, 0];
  const work = async () => {
    begun += 1;
    if (begun === 2) throw new Error('once');
    if (begun === 4) enough.resolve();
    await Promise.resolve();
    ended += 1;
  };
  const repetition = repeat(work, 1, (error) => told.push(error));
  await enough.promise;
  await repetition.stop();
  expect(told).toEqual([new Error('once')]);
  expect(ended).toBe(begun - 1);
  const last = begun;
  await new Promise((done) => setTimeout(done, 20));
  expect(begun).toBe(last);
});
