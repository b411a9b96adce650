import type { Inline, OfficialDocument, Text } from '../block.ts';
import { mapTexts } from './mapTexts.ts';

/** What is printed in place of a character that no font has: other characters, or a picture (PNG in base64). */
export type Substitute = { readonly character: string } & ({ readonly text: string } | { readonly png: string });

/** The paper as it is printed with the substitutes on record, in every text of it. What the file says of itself stays. */
export const substituteCharacters = (paper: OfficialDocument, substitutes: readonly Substitute[]): OfficialDocument =>
  substitutes.length === 0 ? paper : mapTexts(paper, (text) => substituteIn(text, substitutes));

/** A text as it is printed with the substitutes on record. */
export const substituteIn = (text: Text, substitutes: readonly Substitute[]): Text =>
  substitutes.reduce(replaceIn, text);

function replaceIn(text: Text, substitute: Substitute): Text {
  if (typeof text === 'string' && !text.includes(substitute.character)) return text;
  return (typeof text === 'string' ? [text] : text).flatMap((piece): readonly Inline[] => {
    if (typeof piece === 'string') return replaceInString(piece, substitute);
    return piece.type === 'ruby' ? replaceInRuby(piece, substitute) : [piece];
  });
}

/** A word with a picture in it has its reading behind it in brackets. */
function replaceInRuby(ruby: Extract<Inline, { readonly type: 'ruby' }>, substitute: Substitute): readonly Inline[] {
  const { base, reading } = ruby;
  if ('text' in substitute) {
    const replaced = (words: string) => words.replaceAll(substitute.character, substitute.text);
    return [{ ...ruby, base: replaced(base), reading: replaced(reading) }];
  }
  const isWritten = `${base}${reading}`.includes(substitute.character);
  return isWritten ? replaceInString(`${base}（${reading}）`, substitute) : [ruby];
}

function replaceInString(text: string, substitute: Substitute): readonly Inline[] {
  if ('text' in substitute) return [text.replaceAll(substitute.character, substitute.text)];
  const { character, png } = substitute;
  return text
    .split(character)
    .flatMap((part, index): readonly Inline[] => (index === 0 ? [part] : [{ type: 'glyph', character, png }, part]));
}
