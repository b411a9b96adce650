const digits = '〇一二三四五六七八九';
const units = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
] as const;

/** 八 → 8, 二十三 → 23, 百五 → 105, 二〇 → 20, 一二三 → 123. Below 10,000; undefined for anything else. */
export function parseKanjiNumber(text: string): number | undefined {
  if (/^[〇一二三四五六七八九]{1,4}$/.test(text))
    return Number([...text].map((digit) => digits.indexOf(digit)).join(''));
  if (
    !/^([二三四五六七八九]?千)?([二三四五六七八九]?百)?([二三四五六七八九]?十)?[一二三四五六七八九]?$/.test(text) ||
    text === ''
  )
    return undefined;
  let rest = text;
  let sum = 0;
  for (const [unit, worth] of units) {
    const [times, ...behind] = rest.split(unit);
    if (behind.length === 0) continue;
    sum += (times ? digits.indexOf(times) : 1) * worth;
    rest = behind.join(unit);
  }
  return sum + (rest === '' ? 0 : digits.indexOf(rest));
}
