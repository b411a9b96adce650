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
    encode: (text) => iconv.encode(text, 'cp932'),
    missing: (text) =>
      [...text].find((character) => iconv.decode(iconv.encode(character, 'cp932'), 'cp932') !== character),
  },
};
