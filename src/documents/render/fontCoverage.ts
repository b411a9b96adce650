/** What a font can draw. */
export interface FontCoverage {
  has(character: number): boolean;
  /** Whether the font draws this variation of the character (cmap format 14). */
  varies(character: number, selector: number): boolean;
}

/** Reads the cmap of a TrueType or OpenType font. */
export function fontCoverage(font: Buffer): FontCoverage {
  const start = tableOffset(font, 'cmap');
  const subtables = Array.from(
    { length: font.readUInt16BE(start + 2) },
    (_, index) => start + font.readUInt32BE(start + 8 + index * 8),
  );
  const find = (format: number) => subtables.find((offset) => font.readUInt16BE(offset) === format);
  const [characters, short, variations] = [find(12), find(4), find(14)];
  return {
    has: (code) =>
      characters !== undefined
        ? inGroups(font, characters, code)
        : short !== undefined && inSegments(font, short, code),
    varies: (code, selector) => variations !== undefined && inVariations(font, variations, code, selector),
  };
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
