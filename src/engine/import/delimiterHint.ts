const delimiters = { ';': '「;」', '\t': 'タブ', ',': '「,」' } as const;

/**
 * What to say besides when a table of one column can't be used: every row holds what another file would be cut at.
 * Empty when the table has more columns or nothing points to it.
 */
export function delimiterHint(rows: readonly (readonly (string | null)[])[]): string {
  if (rows.length === 0 || rows.some(({ length }) => length !== 1)) return '';
  const found = Object.entries(delimiters).find(([mark]) => rows.every(([value]) => value?.includes(mark)));
  return found ? `どの行も一つの値で、${found[1]}を含みます。区切り文字（delimiter）を確かめてください。` : '';
}
