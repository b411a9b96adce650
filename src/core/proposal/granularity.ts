/**
 * How detailed a wanted 記録項目 may be (FRM-07 (4)), beside the free text of the form: what the recipe of the creation is
 * derived from. A landed id stays.
 */
export const granularityIds = [
  'asIs',
  'town',
  'municipality',
  'prefecture',
  'year',
  'yearMonth',
  'ageBand5',
  'ageBand10',
  'topCoded80',
  'topCoded90',
  'areaCode',
  'drop',
] as const;
export type GranularityId = (typeof granularityIds)[number];
