import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { legalMutants } from './legalMutants.ts';

const root = join(import.meta.dirname, '../..');

test('every legal mutant changes one place that there is, and names tests that there are', () => {
  expect(legalMutants.length).toBeGreaterThan(150);
  expect(new Set(legalMutants.map(({ name }) => name)).size).toBe(legalMutants.length);
  for (const { name, file, from, to, tests } of legalMutants) {
    const places = readFileSync(join(root, file), 'utf8').split(from).length - 1;
    expect([name, places, from !== to]).toEqual([name, 1, true]);
    expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  }
});
