import type { Inline, Text } from '../block.ts';
import { tidy } from './tidy.ts';

/** A text without its dressing: readings in brackets behind their words, blanks as spaces. */
export const plainText = (text: Text): string =>
  typeof text === 'string' ? tidy(text) : text.map(plainPiece).join('');

const plainPiece = (piece: Inline): string => {
  if (typeof piece === 'string') return tidy(piece);
  if (piece.type === 'ruby') return `${piece.base}（${piece.reading}）`;
  return piece.type === 'blank' ? '　'.repeat(piece.width) : piece.character;
};
