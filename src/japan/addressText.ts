import { foldText } from './foldText.ts';
import { parseKanjiNumber } from './parseKanjiNumber.ts';
import { unifyHyphens } from './unifyHyphens.ts';

/** An address as it is compared: every notation of the same place has the same key. */
export interface AddressText {
  /** The characters, narrow, without blanks, with one kind of hyphen. */
  readonly characters: readonly string[];
  /** Places before which a blank stood. */
  readonly blanks: ReadonlySet<number>;
  /** 異体字, ヶ and ケ made one, every number in Arabic digits (北一条 → 北1条). */
  readonly key: string;
  /** Place in `key` → place in `characters`; one more than the key is long. */
  readonly origin: readonly number[];
}

const selectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const digit = '[\\d〇一二三四五六七八九十百千]';
/** ー stands for a hyphen between numbers only: 一ー二, but not センター. */
const longMark = new RegExp(`(?<=${digit}|丁目|番地?)[ーｰ](?=${digit})`, 'g');
const numberRun = /^(\d+|[〇一二三四五六七八九十百千]+)/;

/** Makes an address comparable. A postal code in front is left out. */
export function addressText(text: string): AddressText {
  const plain = unifyHyphens(text.replaceAll(selectors, '').normalize('NFKC'))
    .replaceAll(longMark, '-')
    .replace(/^\s*〒?\s*\d{3}-?\d{4}(?=\D)/, '')
    .trim();
  const characters: string[] = [];
  const blanks = new Set<number>();
  for (const character of plain)
    if (/\s/.test(character)) blanks.add(characters.length);
    else characters.push(character);
  return { characters, blanks, ...keyOf(characters) };
}

/** The key alone, for the names of a table. */
export const addressKey = (name: string): string => addressText(name).key;

function keyOf(characters: readonly string[]): Pick<AddressText, 'key' | 'origin'> {
  let key = '';
  const origin: number[] = [];
  for (let at = 0; at < characters.length; ) {
    const run = numberLength(characters, at);
    const piece = run === 0 ? folded(characters[at] ?? '') : numberOf(characters.slice(at, at + run).join(''));
    for (let index = 0; index < piece.length; index++) origin.push(at);
    key += piece;
    at += Math.max(run, 1);
  }
  return { key, origin: [...origin, characters.length] };
}

const isNumeral = /[\d〇一二三四五六七八九十百千]/;

function numberLength(characters: readonly string[], at: number): number {
  if (!isNumeral.test(characters[at] ?? '')) return 0;
  let end = at;
  while (isNumeral.test(characters[end] ?? '')) end++;
  return numberRun.exec(characters.slice(at, end).join(''))?.[0].length ?? 0;
}

const numberOf = (digits: string): string =>
  /^\d+$/.test(digits) ? String(Number(digits)) : String(parseKanjiNumber(digits) ?? digits);

const known = new Map<string, string>();

function folded(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const fold = foldText(character).replace('ゖ', 'け');
  known.set(character, fold);
  return fold;
}
