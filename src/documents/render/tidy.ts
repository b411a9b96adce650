/** Kana with a voicing mark of its own behind it, as some systems write が. */
const voiced = /[\u3041-\u30FF][\u3099\u309A]/g;
/** What no reader sees: zero-width spaces and joiners, soft hyphens, byte order marks, orders of direction. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** A text as it is printed: one kind of line end, no tabs, nothing unseen, kana in one piece. Kanji stay as they are, to the code point. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', '　')
    .replace(unseen, '')
    .replace(voiced, (kana) => kana.normalize('NFC'));
