import { expect, test } from 'vitest';
import { subsetsOf } from './subsetsOf.ts';

test('every subset of one to two of three members, the small ones first', () => {
  expect(subsetsOf(3, 2)).toEqual([[0], [1], [2], [0, 1], [0, 2], [1, 2]]);
  expect(subsetsOf(2, 2)).toEqual([[0], [1], [0, 1]]);
});
