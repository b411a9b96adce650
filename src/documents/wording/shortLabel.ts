/**
 * The label of an item without the article that the sentence above it names already: 第8条第2項第1号 → 第1号,
 * 第24条の6第3号 → 第3号, 第６⑴ → ⑴. A label that names no article stays.
 */
export const shortLabel = (label: string): string =>
  label
    .replace(/^(?:保護法|法|規則|条例|規程)?第.+[条項](?:の\d+)?(?=第\d+号)/, '')
    .replace(/^第[０-９]+(?=[⑴-⑽])/, '');
