import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './foldText.ts';

test.each([
  ['ｲﾁｶﾜｼ　ﾔﾜﾀ', 'いちかわし やわた'],
  ['ガギグ', 'ガギグ'],
  ['ＡＢＣ１２３', 'abc123'],
  ['髙橋 廣濵﨑', '高橋 広浜崎'],
  ['葛\u{E0100}飾区', '葛飾区'],
  ['𠮷田', '吉田'],
  ['1－2‐3−4', '1-2-3-4'],
  ['  個人情報\n\tファイル簿 ', '個人情報 ふぁいる簿'],
  ['コーヒー', 'こーひー'],
])('%s is found as %s', (text, sought) => {
  expect(foldText(text)).toBe(foldText(sought));
});

test('different words stay different', () => {
  const words = ['ハハ', 'パパ', 'ババ', 'はは゛', '市川', '市河', 'コヒ', 'コーヒー', '1-2', '12'];
  expect(new Set(words.map(foldText)).size).toBe(words.length);
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    { seed: 7, numRuns: 2000 },
  );
});
