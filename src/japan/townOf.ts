import type { AddressText } from './addressText.ts';
import { addressKey } from './addressText.ts';
import { type NameIndex, nameAt } from './areaIndex.ts';
import { parseKanjiNumber } from './parseKanjiNumber.ts';

/** The town (町名・大字) of an address, and its 丁目 where the address says it. */
export interface Town {
  /** Empty where the address names none, or where what it names may be a building. */
  readonly town: string;
  readonly chome: number | null;
}

const kanji = '[〇一二三四五六七八九十百千]';
/** Where the number of a block or a lot begins, or something that is no town: the text rule for towns that no table has. */
const endOfTown = new RegExp(
  [
    '第?\\d+(?!\\d*(?:条|番町|番丁|線|軒|区画))',
    `第?${kanji}+(?=丁目|番地|番(?![町丁割場匠])|号|-|の(?:\\d|${kanji})|地割)`,
    '無番地|番外地|番地|地先|[(（「[、,A-Za-z]',
  ].join('|'),
);
const building = /[ァ-ヴー]{2,}|荘|寮|団地|住宅|会館|様方|方$|号室/;
const streetEnd = /^.*(?:上る|上ル|上がる|下る|下ル|下がる|東入る?|東入ル|西入る?|西入ル)/;
const smallName = /(?<=[^文大小])(?:大字|小?字)(?![町])/;
/** The letters that divide a town into lots. */
const lotMark = /(?<=[町村字])[イロハニホヘトチリヌルヲワカヨタレソ]部?$|(?<=..)[甲乙丙丁戊]$/;

/**
 * @param from place in the key behind the municipality.
 * @param towns the towns of the municipality as a table spells them.
 * @param hasStreets Kyoto: a town may stand behind the streets at whose crossing it lies (通り名).
 */
export function townOf(text: AddressText, from: number, towns: NameIndex<string>, hasStreets: boolean): Town {
  const start = text.origin[from] ?? text.characters.length;
  const rest = text.characters.slice(start).join('');
  const skipped =
    (hasStreets ? (streetEnd.exec(rest)?.[0].length ?? 0) : 0) || (/^(?:大字|字)/.exec(rest)?.[0].length ?? 0);
  const written = textRule(text, start + skipped);
  const listed = nameAt(towns, text.key, text.origin.indexOf(start + skipped));
  const behind = (place: number) => text.characters.slice(place).join('');
  if (listed) {
    const end = text.origin[listed.end] ?? text.characters.length;
    if (end >= start + skipped + [...written].length || !goesOn(text, start + skipped, end, written))
      return { town: listed.value, chome: chomeOf(behind(end)) };
  } else if (hasStreets) {
    const crossing = townAtEnd(written, towns);
    if (crossing !== undefined) return { town: crossing, chome: null };
  }
  const town = plainTown(written);
  return { town: canonical(town), chome: town === '' ? null : chomeOf(behind(start + skipped + [...town].length)) };
}

/** What stands before the first number, the first blank and the first bracket. */
function textRule({ characters, blanks }: AddressText, start: number): string {
  const rest = characters.slice(start).join('');
  const end = endOfTown.exec(rest)?.index ?? rest.length;
  const blank = [...blanks].filter((place) => place > start).toSorted((one, other) => one - other)[0];
  return blank === undefined ? rest.slice(0, end) : rest.slice(0, Math.min(end, blank - start));
}

/** Whether a town that no table has begins with the name of one that it has: 八幡見本町 beside 八幡. */
function goesOn({ characters }: AddressText, start: number, end: number, written: string): boolean {
  const more = [...written].slice(end - start).join('');
  if (more === '' || characters[end] === undefined) return false;
  return !building.test(more) && !/^(?:大字|小?字|\d|丁目)/.test(more) && !lotMark.test(`..町${more}`);
}

/** The town at whose crossing the streets meet, where the table knows it. */
function townAtEnd(written: string, towns: NameIndex<string>): string | undefined {
  const characters = [...written];
  return characters
    .map((_, index) => towns.byKey.get(addressKey(characters.slice(index).join(''))))
    .find((town) => town !== undefined);
}

function plainTown(written: string): string {
  const [name = ''] = written.split(smallName);
  const found = building.exec(name);
  if (!found) return name.replace(lotMark, '');
  return /^.+[町村丁台丘通](?=.*$)/.exec(name.slice(0, found.index))?.[0] ?? '';
}

/** 北一条西 and 北1条西 are one town. */
const countedName = new RegExp(`${kanji}+(?=条|線|番[町丁])`, 'g');
const canonical = (town: string) =>
  town.replaceAll(countedName, (digits) => String(parseKanjiNumber(digits) ?? digits));

const number = `(\\d+|${kanji}+)`;
const namedChome = new RegExp(`^${number}丁目`);
const chain = new RegExp(`^${number}[-の]${number}[-の]${number}`);

/** 3 of 三丁目, 3丁目 and 3-4-5; two numbers may be a block and a lot, and so say nothing. */
function chomeOf(behind: string): number | null {
  const digits = (namedChome.exec(behind) ?? chain.exec(behind))?.[1];
  if (digits === undefined) return null;
  return /^\d+$/.test(digits) ? Number(digits) : (parseKanjiNumber(digits) ?? null);
}
