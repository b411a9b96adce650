import { type AddressText, addressText } from './addressText.ts';
import { type AreaIndex, areaIndex, nameAt } from './areaIndex.ts';
import type { Area, AreaTable } from './areaTable.ts';
import { regionOf } from './regions.ts';
import { townOf } from './townOf.ts';

/** Levels of an address from fine to coarse. */
export const addressLevels = ['chome', 'town', 'ward', 'municipality', 'prefecture', 'region'] as const;
export type AddressLevel = (typeof addressLevels)[number];

/**
 * What an address says at each level; where it says nothing more, the level below a known one has its name. A label names
 * its prefecture and its municipality, so that equal labels are the same place.
 */
export type Address = Readonly<Record<AddressLevel, string>>;

/** An address, or why it can't be told where it is. */
export type ReadAddress = (text: string) => Address | { readonly unreadable: string };

/**
 * Reads addresses by a table of municipalities and towns.
 *
 * @param within prefecture or municipality (千葉県市川市) of the addresses that don't name one.
 */
export function addressReader(table: AreaTable, within?: string): ReadAddress {
  const index = areaIndex(table);
  return (text) => {
    const address = addressText(text);
    const prefecture = nameAt(index.prefectures, address.key, 0);
    const found = readFrom(index, address, prefecture?.end ?? 0, prefecture?.value ?? null);
    if (within === undefined || prefecture !== undefined) return found;
    return readWithin(index, address, within, found);
  };
}

function readWithin(index: AreaIndex, address: AddressText, within: string, alone: ReturnType<ReadAddress>) {
  const context = addressText(within);
  const prefecture = nameAt(index.prefectures, context.key, 0);
  const from = prefecture?.end ?? 0;
  const joinedRead = () => readFrom(index, joined(context, address), from, prefecture?.value ?? null);
  if (startsWithTown(index, address, context, from)) return joinedRead();
  const inside = readFrom(index, address, 0, prefecture?.value ?? null);
  if (!('unreadable' in inside)) return inside;
  if (from === context.key.length || !('unreadable' in alone)) return alone;
  return joinedRead();
}

/** Whether the address begins with a town of the municipality, and not with a municipality of a longer name (大町 and 大町市). */
function startsWithTown(index: AreaIndex, { key }: AddressText, context: AddressText, from: number): boolean {
  const code = nameAt(index.areas, context.key, from)?.value[0]?.code;
  const town = code === undefined ? undefined : nameAt(index.townsOf(code), key, 0);
  return town !== undefined && town.end >= (nameAt(index.areas, key, 0)?.end ?? 0);
}

function joined(front: AddressText, back: AddressText): AddressText {
  const length = front.characters.length;
  return {
    characters: [...front.characters, ...back.characters],
    blanks: new Set([...front.blanks, ...[...back.blanks].map((place) => place + length)]),
    key: front.key + back.key,
    origin: [...front.origin.slice(0, -1), ...back.origin.map((place) => place + length)],
  };
}

function readFrom(index: AreaIndex, text: AddressText, from: number, prefecture: string | null) {
  if (prefecture !== null && from === text.key.length) return labelled(prefecture, null, '', null);
  const named = nameAt(index.areas, text.key, from);
  const candidates = named?.value.filter((area) => prefecture === null || area.prefecture === prefecture) ?? [];
  // Of one place with an older and a newer code, the newer one comes last.
  const area = candidates.at(-1);
  if (!named || !area) return { unreadable: noSuchArea(text, from, prefecture) };
  if (new Set(candidates.map(nameOf)).size > 1) return { unreadable: ambiguous(candidates) };
  const { town, chome } = townOf(text, named.end, index.townsOf(area.code), area.municipality === '京都市');
  return labelled(area.prefecture, area, town, chome);
}

function noSuchArea({ characters, origin }: AddressText, from: number, prefecture: string | null): string {
  const rest = characters.slice(origin[from] ?? 0);
  if (rest.length === 0) return '空です';
  const shown = rest.slice(0, 8).join('') + (rest.length > 8 ? '…' : '');
  return `市区町村の表（${prefecture ?? '全国'}）に「${shown}」に当たる名前がありません`;
}

const ambiguous = (areas: readonly Area[]) =>
  `${areas.map(nameOf).join('、')}のどれか分かりません（within で都道府県か市区町村を示せます）`;

const municipalityOf = ({ prefecture, county, municipality }: Area) => `${prefecture}${county ?? ''}${municipality}`;
const nameOf = (area: Area) => `${municipalityOf(area)}${area.ward ?? ''}`;

function labelled(prefecture: string, area: Area | null, town: string, chome: number | null): Address {
  const ward = area ? nameOf(area) : prefecture;
  return {
    chome: `${ward}${town}${chome === null ? '' : `${chome}丁目`}`,
    town: `${ward}${town}`,
    ward,
    municipality: area ? municipalityOf(area) : prefecture,
    prefecture,
    region: regionOf(prefecture) ?? prefecture,
  };
}
