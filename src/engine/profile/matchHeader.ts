import { foldText } from '../../japan/foldText.ts';

/** Latin words of a header, in lower case: birthDate, birth_date and BIRTH-DATE → ' birth date '. */
const wordsOf = (header: string) =>
  ` ${header
    .normalize('NFKC')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;

/** The longest of the words that a header holds; a Japanese word of one character has to be the whole header. */
export function matchHeader(header: string, words: readonly string[]): string | undefined {
  const folded = foldText(header);
  const latin = wordsOf(header);
  return words
    .filter((word) => {
      if (/^[a-z][a-z -]*$/.test(word)) return latin.includes(` ${word.replaceAll('-', ' ')} `);
      return [...word].length === 1 ? folded === foldText(word) : folded.includes(foldText(word));
    })
    .toSorted((one, other) => other.length - one.length)[0];
}
