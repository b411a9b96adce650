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
