import type { Role, StandardItem } from '../recipe/recipe.ts';

/** What each item of the processing standard asks for (規則62条). */
export const itemWords = {
  1: '特定の個人を識別することができる記述等の全部または一部を削除する（置き換えを含む）。',
  2: '個人識別符号の全部を削除する（置き換えを含む）。',
  3: '情報を相互に連結する符号を削除する（置き換えを含む）。',
  4: '特異な記述等を削除する（置き換えを含む）。',
  5: 'ほかの記録との差など、ファイルの性質を考えて適切な措置をとる。',
} as const satisfies Record<StandardItem, string>;

export const roleWords = {
  identifying: '識別する記述（1号）',
  identificationCode: '個人識別符号（2号）',
  linkingCode: '連結する符号（3号）',
  quasi: '組み合わせると識別し得る項目（5号）',
  sensitive: '知られると不利益の大きい項目（5号）',
  free: '自由記述',
  other: 'そのほかの項目',
} as const satisfies Record<Role, string>;

export const standardItems: readonly StandardItem[] = [1, 2, 3, 4, 5];

export const count = (value: number) => value.toLocaleString('ja-JP');

/** 0.3037 → 30.4%. */
export const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
