import type { BuiltIn } from '../recipe/recipe.ts';

const kinds = {
  age: '年齢',
  date: '日付',
  address: '住所',
  postalCode: '郵便番号',
  municipality: '団体コード',
  phone: '電話番号',
} as const satisfies Record<BuiltIn['name'], string>;

const levelWords: Readonly<Record<string, string>> = {
  day: '日',
  month: '年月',
  year: '年',
  decade: '年代',
  chome: '丁目',
  town: '町名',
  ward: '行政区',
  municipality: '市区町村',
  prefecture: '都道府県',
  region: '地方',
  area: '市外局番',
  kind: '電話の種類',
};

/** What a level of a built-in hierarchy is called: 町名; 上 3 桁. */
export const levelWord = (level: string): string =>
  levelWords[level] ?? (/^\d$/.test(level) ? `上 ${level} 桁` : level);

/** A built-in hierarchy with its levels in words: 住所を町名まで. */
export const describeBuiltIn = (builtIn: BuiltIn): string =>
  builtIn.name === 'age'
    ? `${kinds.age}を ${builtIn.widths.join('・')} 刻み`
    : `${kinds[builtIn.name]}を${builtIn.levels.map(levelWord).join('・')}まで`;
