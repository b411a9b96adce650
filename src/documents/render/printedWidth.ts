/** What the face of official papers draws half as wide as it is high; every other sign is as wide as a kanji, … and ① too. */
const half = /[\u0020-\u007E\u00A0\uFF61-\uFF9F]/;
const unseen = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Half-width characters that a text takes on paper, at most. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const one of text) width += half.test(one) ? 1 : unseen.test(one) ? 0 : 2;
  return width;
}
