import type { GranularityId } from '../core/proposal/granularity.ts';

/** How detailed an item may be, as a form asks and a contract says it. */
export const granularityWords: Readonly<Record<GranularityId, string>> = {
  asIs: 'そのままとする。',
  town: '町名までとする。',
  municipality: '市区町村名までとする。',
  prefecture: '都道府県名までとする。',
  year: '年までとする。',
  yearMonth: '年月までとする。',
  ageBand5: '５歳刻みとする。',
  ageBand10: '10歳刻みとする。',
  topCoded80: '80歳以上はまとめる。',
  topCoded90: '90歳以上はまとめる。',
  areaCode: '市外局番又は携帯電話の別までとする。',
  drop: '含めない。',
};
