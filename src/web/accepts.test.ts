import { expect, test } from 'vitest';
import { prefersJson, weightOf } from './accepts.ts';

test.each([
  [undefined, 'text/csv', 1],
  ['', 'text/csv', 1],
  ['*/*', 'text/csv', 1],
  ['text/*;q=0.5, */*;q=0.1', 'text/csv', 0.5],
  ['text/csv;q=0, */*', 'text/csv', 0],
  ['image/png', 'text/csv', 0],
  ['TEXT/CSV; q=0.7', 'text/csv', 0.7],
  ['text/csv;q=nonsense', 'text/csv', 0],
] as const)('the weight that 「%s」 gives to %s is %d', (accept, type, weight) => {
  expect(weightOf(accept, type)).toBe(weight);
});

test('a browser gets pages, a program that asks for JSON gets JSON', () => {
  expect(prefersJson('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8')).toBe(false);
  expect(prefersJson('application/json')).toBe(true);
  expect(prefersJson(undefined)).toBe(false);
});
