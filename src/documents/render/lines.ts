import type { Inline, Text } from '../block.ts';
import { printedWidth } from './printedWidth.ts';
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
const limitIn = (room: number) => Math.max(2, Math.min(longestRun, room - 4));
const zeroWidthSpace = '\u200B';
/** Kana and kanji that a line may end after and begin with have a place to break; nothing else is sure to have one. */
const run =
  /[[[\P{Script=Han}&&\P{Script=Hiragana}&&\P{Script=Katakana}]&&[\S \u3000\u00A0\u2007\u202F]][々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーｧ-ｰ]]+/gv;
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The lines of a text, with places to break in what would run out of `room` (half-width characters). */
export function breakableLines(text: Text, room: number): Lines {
  const limit = limitIn(room);
  const word = (part: string) =>
    printedWidth(part) > limit ? [...graphemes.segment(part)].map(({ segment }) => segment).join(zeroWidthSpace) : part;
  // A space is no sure place either: no line begins with the mark behind it.
  const breakable = (piece: string) =>
    piece.replace(run, (found) =>
      printedWidth(found) > limit
        ? found
            .split(/(?<=[ 　])/)
            .map(word)
            .join(zeroWidthSpace)
        : found,
    );
  return linesOf(text).map((line) => line.map((piece) => (typeof piece === 'string' ? breakable(piece) : piece)));
}

const widthOf = (piece: Inline): number => {
  if (typeof piece === 'string') return printedWidth(piece);
  if (piece.type === 'ruby') return Math.max(printedWidth(piece.base), printedWidth(piece.reading) / 2);
  return piece.type === 'blank' ? piece.width * 2 : 2;
};

/** Half-width characters of the longest line of a text. */
export const textWidth = (text: Text): number =>
  Math.max(...linesOf(text).map((line) => line.reduce((sum, piece) => sum + widthOf(piece), 0)));

/** Fewest and most lines that a text takes in `room` (half-width characters): each may end short by a run that does not break. */
export function lineCount(text: Text, room: number): { readonly least: number; readonly most: number } {
  const limit = limitIn(room);
  const counts = linesOf(text).map((line) => {
    const width = line.reduce((sum, piece) => sum + widthOf(piece), 0);
    const runs = line.map((piece) =>
      typeof piece === 'string'
        ? Math.max(0, ...(piece.match(run) ?? []).map((found) => Math.min(limit, printedWidth(found))))
        : widthOf(piece),
    );
    const sure = Math.max(2, room - Math.max(...runs) - 2);
    return { least: Math.max(1, Math.ceil(width / (room + 2))), most: Math.max(1, Math.ceil(width / sure)) };
  });
  return {
    least: counts.reduce((sum, { least }) => sum + least, 0),
    most: counts.reduce((sum, { most }) => sum + most, 0),
  };
}
