import type { LineEnd } from './csvView.ts';

const [zero, lineFeed, carriageReturn, quote] = [0, 10, 13, 34];

/**
 * Watches the pieces of a text for everything that the database's own reader would silently read otherwise than
 * `parseCsv`: quotes, line ends that differ, blank lines, an empty cell too many at the end of a line, very long lines.
 * Lines with too few or too many cells it refuses by itself. While `holds()`, reading the file with it is right.
 */
export function proveDialect(delimiter: string) {
  let holds = true;
  let lineEnd: LineEnd | undefined;
  return {
    add(piece: Buffer): void {
      if (!holds) return;
      lineEnd ??= piece[piece.indexOf(lineFeed) - 1] === carriageReturn ? '\r\n' : '\n';
      holds =
        piece.includes(lineFeed) &&
        !piece.includes(quote) &&
        !piece.includes(zero) &&
        endsLinesWith(piece, lineEnd) &&
        !isBlankAt(piece, 0) &&
        !piece.includes(`\n${lineEnd}`) &&
        // From behind: by the line feed, which is rarer than the delimiter.
        piece.lastIndexOf(delimiter + lineEnd) < 0 &&
        !piece.subarray(-1).includes(delimiter);
    },
    holds: () => holds,
    lineEnd: () => lineEnd ?? '\n',
  };
}

const isBlankAt = (piece: Buffer, at: number) => piece[at] === lineFeed || piece[at] === carriageReturn;

function endsLinesWith(piece: Buffer, lineEnd: string): boolean {
  if (lineEnd === '\n') return !piece.includes(carriageReturn);
  return everyPreceded(piece) && count(piece, carriageReturn) === count(piece, lineFeed);
}

/** Whether a carriage return stands before every line feed. */
function everyPreceded(piece: Buffer): boolean {
  for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, at + 1))
    if (piece[at - 1] !== carriageReturn) return false;
  return true;
}

function count(piece: Buffer, byte: number): number {
  let found = 0;
  for (let at = piece.indexOf(byte); at >= 0; at = piece.indexOf(byte, at + 1)) found += 1;
  return found;
}
