const tables = new WeakMap<Buffer, Cmap>();

interface Cmap {
  has(character: number): boolean;
  /** Whether the font draws this variation of the character (format 14). */
  varies(character: number, selector: number): boolean;
}

const newline = 0x0a;
const isSelector = (code: number) => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
const isControl = (code: number) => code < 0x20 || (code >= 0x7f && code <= 0x9f) || (code >= 0xd800 && code <= 0xdfff);
const name = (...codes: readonly number[]) =>
  `${codes.some(isControl) ? '制御文字' : `「${String.fromCodePoint(...codes)}」`}(${codes.map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')})`;

/**
 * The characters and variation sequences of a text that none of the fonts can draw, named with their code points.
 * A printer that lacks a variation silently draws the base form, which may be another person's name.
 */
export function unprintable(text: string, fonts: readonly Buffer[]): readonly string[] {
  const cmaps = fonts.map(cmapOf);
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const missing = codes.flatMap((code, index) => {
    if (isSelector(code)) {
      const base = codes[index - 1] ?? 0;
      return cmaps.some((cmap) => cmap.varies(base, code)) ? [] : [name(base, code)];
    }
    return code === newline || cmaps.some((cmap) => cmap.has(code)) ? [] : [name(code)];
  });
  return [...new Set(missing)];
}

function cmapOf(font: Buffer): Cmap {
  const known = tables.get(font);
  if (known) return known;
  const start = tableOffset(font, 'cmap');
  const subtables = Array.from(
    { length: font.readUInt16BE(start + 2) },
    (_, index) => start + font.readUInt32BE(start + 8 + index * 8),
  );
  const find = (format: number) => subtables.find((offset) => font.readUInt16BE(offset) === format);
  const [characters, short, variations] = [find(12), find(4), find(14)];
  const cmap: Cmap = {
    has: (code) =>
      characters !== undefined
        ? inGroups(font, characters, code)
        : short !== undefined && inSegments(font, short, code),
    varies: (code, selector) => variations !== undefined && inVariations(font, variations, code, selector),
  };
  tables.set(font, cmap);
  return cmap;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`a font has no table ${tag}`);
}

/** Format 12: sorted groups of (first, last, glyph). */
function inGroups(font: Buffer, table: number, code: number): boolean {
  let [low, high] = [0, font.readUInt32BE(table + 12) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = table + 16 + middle * 12;
    if (code < font.readUInt32BE(group)) high = middle - 1;
    else if (code > font.readUInt32BE(group + 4)) low = middle + 1;
    else return true;
  }
  return false;
}

/** Format 4: segments of 16-bit codes. */
function inSegments(font: Buffer, table: number, code: number): boolean {
  const segments = font.readUInt16BE(table + 6) / 2;
  for (let index = 0; index < segments; index++) {
    const end = font.readUInt16BE(table + 14 + index * 2);
    if (code <= end) return code >= font.readUInt16BE(table + 16 + segments * 2 + index * 2) && code !== 0xffff;
  }
  return false;
}

/** Format 14: per selector, ranges drawn as the base form (which the font declares to be right) and a list of own glyphs. */
function inVariations(font: Buffer, table: number, code: number, selector: number): boolean {
  for (let index = 0; index < font.readUInt32BE(table + 6); index++) {
    const record = table + 10 + index * 11;
    if (font.readUIntBE(record, 3) !== selector) continue;
    const [ranges, glyphs] = [font.readUInt32BE(record + 3), font.readUInt32BE(record + 7)];
    return (
      (ranges !== 0 && inDefaults(font, table + ranges, code)) || (glyphs !== 0 && inGlyphs(font, table + glyphs, code))
    );
  }
  return false;
}

function inDefaults(font: Buffer, list: number, code: number): boolean {
  for (let index = 0; index < font.readUInt32BE(list); index++) {
    const first = font.readUIntBE(list + 4 + index * 4, 3);
    if (code >= first && code <= first + font.readUInt8(list + 7 + index * 4)) return true;
  }
  return false;
}

function inGlyphs(font: Buffer, list: number, code: number): boolean {
  for (let index = 0; index < font.readUInt32BE(list); index++) {
    if (font.readUIntBE(list + 4 + index * 5, 3) === code) return true;
  }
  return false;
}
