import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasIndividualNumberCheckDigit } from './hasIndividualNumberCheckDigit.ts';

test('exactly one last digit fits eleven digits, found by the formula counted from the right', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{11}$/), (digits) => {
      const fromRight = [...digits].reverse().map(Number);
      const sum = fromRight.reduce((total, digit, index) => total + digit * (index < 6 ? index + 2 : index - 4), 0);
      const expected = sum % 11 <= 1 ? 0 : 11 - (sum % 11);
      const fitting = [...'0123456789'].filter((last) => hasIndividualNumberCheckDigit(digits + last));
      expect(fitting).toEqual([String(expected)]);
    }),
    { seed: 12 },
  );
});

test('1c-18: the check digit of 12345678901 is 8, so the published examples fail', () => {
  expect(hasIndividualNumberCheckDigit('123456789018')).toBe(true);
  expect(hasIndividualNumberCheckDigit('123456789012')).toBe(false);
  expect(hasIndividualNumberCheckDigit('12345678901')).toBe(false);
});
