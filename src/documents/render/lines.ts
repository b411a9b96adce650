import { displayWidth } from '../../japan/displayWidth.ts';
import type { Inline, Text } from '../block.ts';
import { tidy } from './tidy.ts';

/** Text as a layout takes it: lines of pieces. */
export type Lines = readonly (readonly Inline[])[];

/** The lines of a text as they were given. */
export function linesOf(text: Text): Lines {
  const lines: Inline[][] = [[]];
  for (const piece of typeof text === 'string' ? [text] : text) {
    const [first = '', ...rest] = typeof piece === 'string' ? tidy(piece).split('\n') : [piece];
    lines.at(-1)?.push(first);
    lines.push(...rest.map((line) => [line]));
  }
  return lines;
}

/** Longest run without a place to break, in half-width characters, where the line is long enough for it. */
const longestRun = 24;
const zeroWidthSpace = '\u200B';
/** Kana and kanji that a line may end after and begin with have a place to break; nothing else is sure to have one. */
const run =
  /[[[\P{Script=Han}&&\P{Script=Hiragana}&&\P{Script=Katakana}]&&[\S \u3000\u00A0\u2007\u202F]][々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーｧ-ｰ]]+/gv;
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The lines of a text, with places to break in what would run out of `room` (half-width characters). */
export function breakableLines(text: Text, room: number): Lines {
  const limit = Math.max(2, Math.min(longestRun, room - 4));
  const word = (part: string) =>
    displayWidth(part) > limit ? [...graphemes.segment(part)].map(({ segment }) => segment).join(zeroWidthSpace) : part;
  // A space is no sure place either: no line begins with the mark behind it.
  const breakable = (piece: string) =>
    piece.replace(run, (found) =>
      displayWidth(found) > limit
        ? found
            .split(/(?<=[ 　])/)
            .map(word)
            .join(zeroWidthSpace)
        : found,
    );
  return linesOf(text).map((line) => line.map((piece) => (typeof piece === 'string' ? breakable(piece) : piece)));
}
