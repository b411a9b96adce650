const shown = 10;

/** 「甲」「乙」 … for a message: the first ten values, and how many there are in all when there are more. */
export function nameValues(values: readonly string[]): string {
  const named = values.slice(0, shown).map((value) => (value === '' ? '（空欄）' : `「${value}」`));
  return values.length > shown
    ? `${named.join('')}など ${values.length} 件`
    : `${named.join('')}の ${values.length} 件`;
}
