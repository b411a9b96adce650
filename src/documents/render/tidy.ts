/** Kana with a voicing mark of its own behind it, as some systems write が. */
const voiced = /[\u3041-\u30FF][\u3099\u309A]/g;

/** A text as it is printed: one kind of line end, no tabs, kana in one piece. Kanji stay as they are, to the code point. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '　')
    .replace(voiced, (kana) => kana.normalize('NFC'));
