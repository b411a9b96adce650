/** The greatest sheet that there is. */
export const sheetLimits = { rows: 1_048_576, columns: 16_384, characters: 32_767 } as const;

/** Column and row of an address like `AB12`, the column from 0; undefined when it is none. */
export function parseAddress(address: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (letters === '') return undefined;
  const column = [...letters].reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits);
  return column < sheetLimits.columns && row >= 1 && row <= sheetLimits.rows ? { column, row } : undefined;
}

/** 0 → A, 27 → AB. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + (column % 26));
}
