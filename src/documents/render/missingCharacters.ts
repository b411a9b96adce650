import type { OfficialDocument, Text } from '../block.ts';
import type { FontCoverage } from './fontCoverage.ts';
import { fonts } from './fonts.ts';
import { textsOf } from './mapTexts.ts';
import { tidy } from './tidy.ts';

/** A character, or a character with its variation selector, that no font draws, and where on the paper it stands. */
export interface MissingCharacter {
  readonly character: string;
  /** `U+845B U+E0102` */
  readonly codes: string;
  readonly field: string;
}

const newline = 0x0a;
const isSelector = (code: number) => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
const isControl = (code: number) => code < 0x20 || (code >= 0x7f && code <= 0x9f) || (code >= 0xd800 && code <= 0xdfff);

/**
 * What can't be printed, each once for each field. A printer that lacks a variation silently draws the base form, which
 * may be another person's name; so the fonts are asked first.
 */
export function missingCharacters(paper: OfficialDocument): readonly MissingCharacter[] {
  const { coverage } = fonts();
  const found = textsOf(paper).flatMap(({ text, field }) =>
    wordsOf(text).flatMap((words) => missingIn(words, coverage).map((codes) => missing(codes, field))),
  );
  return [...new Map(found.map((one) => [`${one.codes} ${one.field}`, one])).values()];
}

/** The parts of a text that are set in a font. */
const wordsOf = (text: Text): readonly string[] =>
  (typeof text === 'string' ? [text] : text).flatMap((piece) => {
    if (typeof piece === 'string') return [piece];
    return piece.type === 'ruby' ? [piece.base, piece.reading] : [];
  });

function missingIn(words: string, coverage: readonly FontCoverage[]): readonly (readonly number[])[] {
  const codes = [...tidy(words)].map((character) => character.codePointAt(0) ?? 0);
  return codes.flatMap((code, index) => {
    if (isSelector(code)) {
      const base = codes[index - 1] ?? 0;
      return coverage.some((font) => font.varies(base, code)) ? [] : [[base, code]];
    }
    return code === newline || coverage.some((font) => font.has(code)) ? [] : [[code]];
  });
}

/** `「葛」(U+845B U+E0102)`; a control character is not shown. */
export const nameOfMissing = ({ character, codes }: Pick<MissingCharacter, 'character' | 'codes'>): string =>
  `${[...character].some((one) => isControl(one.codePointAt(0) ?? 0)) ? '制御文字' : `「${character}」`}(${codes})`;

const missing = (codes: readonly number[], field: string): MissingCharacter => ({
  character: String.fromCodePoint(...codes),
  codes: codes.map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`).join(' '),
  field,
});
