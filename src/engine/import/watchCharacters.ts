import { isAscii } from 'node:buffer';
import { InputError } from '../inputError.ts';
import { raw, type Sql, sql } from '../sql.ts';

/** Private use characters in the bytes of UTF-8: U+E000–F8FF and planes 15 and 16. */
const privateUse =
  /\xEE[\x80-\xBF]{2}|\xEF[\x80-\xA3][\x80-\xBF]|\xF3[\xB0-\xBF][\x80-\xBF]{2}|\xF4[\x80-\x8F][\x80-\xBF]{2}/g;
const replacement = '\uFFFD';

/** Whether a text holds any of the characters that are watched. */
export const holdsWatchedSql = (text: Sql): Sql =>
  sql`(strlen(${text}) > length(${text}) AND regexp_matches(${text}, ${raw("'[\\x{E000}-\\x{F8FF}\\x{FEFF}\\x{FFFD}\\x{F0000}-\\x{10FFFF}]'")}))`;

const named = 10;

/** U+FEFF where a cell begins: a byte order mark that was left when files were joined. */
const innerMark = /(?:^|[,;\t\r\n"])\uFEFF([^,;\t\r\n"]{0,10})/;

/**
 * Counts the characters of a text (UTF-8) of which an official should know.
 * @param source what an error calls the file.
 * @throws {InputError} for a byte order mark at the beginning of a cell: such a value would look like one without it.
 */
export function watchCharacters(source: string) {
  const userDefined = new Map<string, number>();
  let lost = 0;
  return {
    /** @param place what an error calls the place of the piece. */
    add(piece: Buffer, place = source): void {
      if (isAscii(piece)) return;
      if (piece.includes('\uFEFF')) refuseInnerMark(place, piece.toString('utf8'));
      for (const [bytes] of piece.toString('latin1').matchAll(privateUse))
        userDefined.set(bytes, (userDefined.get(bytes) ?? 0) + 1);
      for (let at = piece.indexOf(replacement); at >= 0; at = piece.indexOf(replacement, at + 3)) lost += 1;
    },
    notes(): string[] {
      const codes = [...userDefined.keys()].map(codeOf).sort();
      const count = [...userDefined.values()].reduce((sum, one) => sum + one, 0);
      const more = codes.length > named ? 'など' : '';
      return [
        ...(count === 0
          ? []
          : [
              `外字（利用者定義文字）が${count}字あります（${codes.slice(0, named).join('、')}${more}）。そのまま残します。`,
            ]),
        ...(lost === 0 ? [] : [`以前の変換で失われた文字（U+FFFD）が${lost}字あります。元の文字は分かりません。`]),
      ];
    },
  };
}

/** Line ends before the cell of a piece that begins with such a mark. */
export function linesBeforeMark(piece: Buffer): number {
  const text = piece.toString('utf8');
  return text.slice(0, text.indexOf('\uFEFF', innerMark.exec(text)?.index)).split('\n').length - 1;
}

function refuseInnerMark(place: string, text: string): void {
  const found = innerMark.exec(text);
  if (found)
    throw new InputError(
      place,
      `値「${found[1]}」の先頭に BOM（U+FEFF）があります。BOM のあるファイルをつないだか取り込んだ跡です。値の先頭の BOM と、重なった見出しがあればその行を、取り除いてください。`,
    );
}

const codeOf = (bytes: string) =>
  `U+${Buffer.from(bytes, 'latin1').toString('utf8').codePointAt(0)?.toString(16).toUpperCase()}`;
