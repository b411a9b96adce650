import { foldText } from '../../japan/foldText.ts';

/** A word that a header holds, and the place behind it. */
export interface HeaderMatch {
  readonly word: string;
  readonly end: number;
}

/** Latin words of a header, in lower case: birthDate, birth_date and BIRTH-DATE → ' birth date '. */
const wordsOf = (header: string) =>
  ` ${header
    .normalize('NFKC')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** 免許証No., 会員№: a number after a Japanese noun. */
const numberOf = (header: string) => header.normalize('NFKC').replace(/([^ -~])\s*(?:no\.?|#)$/i, '$1番号');

/** The same without a cut before capital letters: HbA1c → ' hba1c '. */
const plainWordsOf = (header: string) => wordsOf(header.normalize('NFKC').toLowerCase());

const isLatin = (word: string) => /^[a-z][a-z0-9 -]*$/.test(word);
const foldedHeader = (header: string) => foldText(header).replaceAll(' ', '');

/**
 * The words that a header holds, the one that ends last first, and of those that end together the longest: in a Japanese
 * header the last noun says what the column is (世帯主続柄 is a 続柄). A Japanese word of one character has to be the whole
 * header.
 */
export function matchHeader(header: string, words: readonly string[]): HeaderMatch | undefined {
  const said = numberOf(header);
  const folded = foldedHeader(said);
  const latins = [wordsOf(said), plainWordsOf(said)];
  const matches = words.flatMap((word): HeaderMatch[] => {
    if (isLatin(word)) {
      return latins.flatMap((latin) => {
        const at = latin.lastIndexOf(` ${word.replaceAll('-', ' ')} `);
        if (at < 0 || (word === 'no' && !latin.endsWith(' no '))) return [];
        return [{ word, end: folded.length - (latin.length - at - word.length - 2) }];
      });
    }
    const sought = foldText(word).replaceAll(' ', '');
    if ([...word].length === 1) return folded === sought ? [{ word, end: folded.length }] : [];
    const at = folded.lastIndexOf(sought);
    return at < 0 ? [] : [{ word, end: at + sought.length }];
  });
  return matches.toSorted(byPlace)[0];
}

/** The match that ends last first, then the longest. */
export const byPlace = (one: HeaderMatch, other: HeaderMatch): number =>
  other.end - one.end || other.word.length - one.word.length;
