import { expect, test } from 'vitest';
import { written } from './checks.ts';

test('a number is written with a comma before each three digits', () => {
  expect([0, 999, 1000, 28816, 1234567].map(written)).toEqual(['0', '999', '1,000', '28,816', '1,234,567']);
});
