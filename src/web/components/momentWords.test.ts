import { expect, test } from 'vitest';
import { dayWords, japanMoment, momentWords } from './momentWords.ts';

test('a legal date is written in 元号 and 西暦 with its weekday', () => {
  expect(dayWords('2026-01-20')).toBe('令和8年（2026年）1月20日（火）');
  expect(dayWords('2019-05-01')).toBe('令和元年（2019年）5月1日（水）');
  expect(dayWords('2019-04-30')).toBe('平成31年（2019年）4月30日（火）');
  expect(momentWords('2025-12-19T09:05')).toBe('令和7年（2025年）12月19日（金）9時05分');
  expect(japanMoment(new Date('2025-12-31T15:00:00Z'))).toBe('令和8年（2026年）1月1日（木）0時00分');
});
