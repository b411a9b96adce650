import { expect, test } from 'vitest';
import { displayWidth, padDisplay } from './displayWidth.ts';

test.each([
  ['abc', 3],
  ['市川', 4],
  ['ｶﾅ', 2],
  ['Ａ１', 4],
  ['𠮷', 2],
  ['葛\u{E0100}', 2],
  ['か\u3099', 2],
  ['', 0],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
  expect(displayWidth(padDisplay(text, 10))).toBe(10);
});
