import iconv from 'iconv-lite';
import type { TextEncodingName } from '../recipe/recipe.ts';

/** Text to the bytes of an output encoding. */
export interface TextEncoding {
  /** Bytes at the beginning of the file. */
  readonly mark: Uint8Array;
  encode(text: string): Uint8Array;
  /** The first character that the encoding does not have. */
  missing(text: string): string | undefined;
}

const none = new Uint8Array();
const everything = () => undefined;
const utf8 = new TextEncoder();

export const textEncodings: Readonly<Record<TextEncodingName, TextEncoding>> = {
  'utf-8': { mark: none, encode: (text) => utf8.encode(text), missing: everything },
  'utf-8-bom': { mark: Uint8Array.of(0xef, 0xbb, 0xbf), encode: (text) => utf8.encode(text), missing: everything },
  'utf-16': { mark: Uint8Array.of(0xff, 0xfe), encode: (text) => Buffer.from(text, 'utf16le'), missing: everything },
  cp932: {
    mark: none,
    encode: encodeCp932,
    missing: (text) =>
      [...text].find(
        (character) => !isForeign(character) && iconv.decode(iconv.encode(character, 'cp932'), 'cp932') !== character,
      ),
  },
};

/** A 外字 as it is read: the user-defined area F040–F9FC stands for U+E000–U+E757. */
const isForeign = (character: string) => /^[\uE000-\uE757]$/.test(character);
const trailBytes = 188;

function encodeCp932(text: string): Uint8Array {
  const parts = text.split(/([\uE000-\uE757])/);
  if (parts.length === 1) return iconv.encode(text, 'cp932');
  return Buffer.concat(parts.map((part) => (isForeign(part) ? foreignBytes(part) : iconv.encode(part, 'cp932'))));
}

function foreignBytes(character: string): Uint8Array {
  const index = character.charCodeAt(0) - 0xe000;
  const trail = index % trailBytes;
  // 7F is no trail byte.
  return Uint8Array.of(0xf0 + Math.floor(index / trailBytes), trail < 63 ? 0x40 + trail : 0x41 + trail);
}
