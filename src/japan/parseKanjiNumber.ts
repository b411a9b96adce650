const digits = '〇一二三四五六七八九';

/** 八 → 8, 十 → 10, 二十三 → 23, 二〇 → 20. Below 100; undefined for anything else. */
export function parseKanjiNumber(text: string): number | undefined {
  const positional = /^([〇一二三四五六七八九])([〇一二三四五六七八九]?)$/.exec(text);
  if (positional) return Number([...text].map((digit) => digits.indexOf(digit)).join(''));
  const counted = /^([二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(text);
  if (!counted) return undefined;
  const [, tens = '', ones = ''] = counted;
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}
