import type { Area, AreaTable } from '../../japan/areaTable.ts';
import { municipalityCheckDigit } from '../../japan/municipalityCheckDigit.ts';
import { prefectures, regionOf } from '../../japan/regions.ts';
import type { LabelReader } from './labelReader.ts';

export const municipalityLevels = ['ward', 'municipality', 'prefecture', 'region'] as const;

/** 全国地方公共団体コード (five digits, or six with the check digit; two for a prefecture) → the names of the place. */
export function municipalityReader({ areas }: AreaTable): LabelReader {
  const areaOf = new Map(areas.map((area) => [area.code, area]));
  return {
    levels: municipalityLevels,
    read: (value) => {
      const code = value.normalize('NFKC').trim();
      if (!/^\d{2}$|^\d{5,6}$/.test(code))
        return {
          unreadable: '2 桁、5 桁又は 6 桁の団体コードではありません（先頭の 0 が失われていないか確かめてください）',
        };
      if (code.length === 6 && municipalityCheckDigit(code) !== code[5]) return { unreadable: '検査数字が合いません' };
      const area = areaOf.get(code.slice(0, 5));
      if (area) return labelsOf(area);
      const prefecture = /^\d{2}(000.?)?$/.test(code) ? prefectures[Number(code.slice(0, 2)) - 1] : undefined;
      if (prefecture === undefined) return { unreadable: '団体コードの表にありません' };
      return [prefecture, prefecture, prefecture, regionOf(prefecture) ?? prefecture];
    },
  };
}

function labelsOf({ prefecture, county, municipality, ward }: Area): string[] {
  const name = `${prefecture}${county ?? ''}${municipality}`;
  return [`${name}${ward ?? ''}`, name, prefecture, regionOf(prefecture) ?? prefecture];
}
