import { addressKey } from './addressText.ts';
import type { Area, AreaTable } from './areaTable.ts';
import { prefectures } from './regions.ts';

/** The names of a table by their keys. */
export interface AreaIndex {
  /** Every way to write a municipality or a ward → the areas that are written so. */
  readonly areas: NameIndex<readonly Area[]>;
  readonly prefectures: NameIndex<string>;
  /** The towns of an area → the town as the table spells it. */
  townsOf(code: string): NameIndex<string>;
}

/** Names by key, with the length of the longest. */
export interface NameIndex<Value> {
  readonly byKey: ReadonlyMap<string, Value>;
  readonly longest: number;
}

export function areaIndex({ areas, towns }: AreaTable): AreaIndex {
  const townIndexes = new Map<string, NameIndex<string>>();
  return {
    areas: indexOf(areasByKey(areas)),
    prefectures: indexOf(new Map(prefectures.map((name) => [addressKey(name), name]))),
    townsOf(code) {
      const known = townIndexes.get(code);
      if (known) return known;
      const index = indexOf(new Map((towns.get(code) ?? []).map((town) => [addressKey(town), town])));
      townIndexes.set(code, index);
      return index;
    },
  };
}

function areasByKey(areas: readonly Area[]): Map<string, Area[]> {
  const byKey = new Map<string, Area[]>();
  for (const area of areas)
    for (const key of new Set(area.spellings.map(addressKey))) {
      const known = byKey.get(key);
      if (known) known.push(area);
      else byKey.set(key, [area]);
    }
  return byKey;
}

const indexOf = <Value>(byKey: ReadonlyMap<string, Value>): NameIndex<Value> => ({
  byKey,
  longest: [...byKey.keys()].reduce((longest, key) => Math.max(longest, key.length), 0),
});

/** The longest name that stands at a place of a key; a name never ends inside of a number. */
export function nameAt<Value>(
  { byKey, longest }: NameIndex<Value>,
  key: string,
  from: number,
): { readonly value: Value; readonly end: number } | undefined {
  for (let end = Math.min(key.length, from + longest); end > from; end--) {
    const value = byKey.get(key.slice(from, end));
    if (value !== undefined && !splitsNumber(key, end)) return { value, end };
  }
  return undefined;
}

const splitsNumber = (key: string, at: number) => /^\d\d$/.test(key.slice(at - 1, at + 1));
