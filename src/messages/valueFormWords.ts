/** What the values of a published column look like, by the type that was found in them. */
const words: Readonly<Record<string, string>> = {
  text: '文字',
  integer: '整数',
  decimal: '小数',
  date: '日付',
  code: '符号（数字と英字）',
};

export const valueFormWords = (type: string): string => words[type] ?? '文字';
