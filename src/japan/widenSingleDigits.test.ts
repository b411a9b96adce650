import { expect, test } from 'vitest';
import { widenSingleDigits } from './widenSingleDigits.ts';

test('a digit alone is widened, a longer number stays', () => {
  expect(widenSingleDigits('令和8年2月10日')).toBe('令和８年２月10日');
  expect(widenSingleDigits('法第112条第2項第1号')).toBe('法第112条第２項第１号');
  expect(widenSingleDigits('金3,950円、1,000人、契約書2通、9:00')).toBe('金3,950円、1,000人、契約書２通、9:00');
});
