import type { Inline, OfficialDocument, Text } from '../block.ts';
import { mapTexts } from './mapTexts.ts';

/** What is printed in place of a character that no font has: other characters, or a picture (PNG in base64). */
export type Substitute = { readonly character: string } & ({ readonly text: string } | { readonly png: string });

/**
 * The paper as it is printed with the substitutes on record. Titles, labels and heads of tables take no pictures: there a
 * character stays as it is.
 */
export const substituteCharacters = (paper: OfficialDocument, substitutes: readonly Substitute[]): OfficialDocument =>
  substitutes.reduce(
    (changed, substitute) =>
      mapTexts(changed, {
        plain: (text) => ('text' in substitute ? text.replaceAll(substitute.character, substitute.text) : text),
        rich: (text) => replaceIn(text, substitute),
      }),
    paper,
  );

function replaceIn(text: Text, substitute: Substitute): Text {
  if (typeof text === 'string' && !text.includes(substitute.character)) return text;
  return (typeof text === 'string' ? [text] : text).flatMap((piece): readonly Inline[] => {
    if (typeof piece === 'string') return replaceInString(piece, substitute);
    if (piece.type !== 'ruby' || !('text' in substitute)) return [piece];
    return [{ ...piece, base: piece.base.replaceAll(substitute.character, substitute.text) }];
  });
}

function replaceInString(text: string, substitute: Substitute): readonly Inline[] {
  if ('text' in substitute) return [text.replaceAll(substitute.character, substitute.text)];
  const { character, png } = substitute;
  return text
    .split(character)
    .flatMap((part, index): readonly Inline[] => (index === 0 ? [part] : [{ type: 'glyph', character, png }, part]));
}
