import { InputError } from '../inputError.ts';
import type { Hierarchy } from './hierarchy.ts';
import { nameValues } from './nameValues.ts';

export interface Bands {
  /** Widths from narrow to wide, whole numbers, each a multiple of the one before. */
  readonly widths: readonly number[];
  /** Where the first band begins, a whole number; 0 unless given. Smaller values share the band `<from`. */
  readonly from?: number;
  /** Values that are no numbers and stay what they are up to the top, as the label of a top coding (`80歳以上`). */
  readonly kept?: readonly string[];
}

/**
 * Numeric bands: the value, one level per width (`30-39`), and suppressed at the top.
 *
 * @param values the distinct treated values; null (a suppressed cell) needs no row.
 * @throws InputError for widths that do not nest and for values that are no numbers, naming them.
 */
export function bandHierarchy(column: string, bands: Bands, values: readonly (string | null)[]): Hierarchy {
  const place = `列「${column}」の階層 bands`;
  const from = bands.from ?? 0;
  refuseUnusable(place, bands.widths, from);
  const kept = new Set(bands.kept ?? []);
  const present = [...new Set(values)].filter((value) => value !== null);
  const unreadable = present.filter((value) => !kept.has(value) && numberOf(value) === null);
  if (unreadable.length > 0)
    throw new InputError(
      place,
      `数として読めない値があります: ${nameValues(unreadable)}。値を直すか、suppressCell で隠すか、別の階層にしてください。`,
    );
  const rows = present.map((value) => {
    const number = kept.has(value) ? null : numberOf(value);
    return [value, ...bands.widths.map((width) => (number === null ? value : bandOf(number, width, from))), null];
  });
  return { column, levels: bands.widths.length + 2, rows, notes: [] };
}

function refuseUnusable(place: string, widths: readonly number[], from: number): void {
  if (widths.length === 0) throw new InputError(place, '幅 (widths) がありません。例: [5, 10, 20]');
  const broken = [...widths, 1].find((width) => !Number.isSafeInteger(width) || width < 1);
  if (broken !== undefined) throw new InputError(place, `幅 ${broken} は使えません。1 以上の整数にしてください。`);
  if (!Number.isSafeInteger(from))
    throw new InputError(place, `始まり (from) ${from} は使えません。整数にしてください。`);
  widths.slice(1).forEach((width, index) => {
    const narrower = widths[index] ?? width;
    if (width % narrower !== 0 || width === narrower)
      throw new InputError(
        place,
        `幅 ${width} は、その前の幅 ${narrower} の 2 倍以上の整数倍ではありません。狭い順に、前の幅の整数倍にしてください。`,
      );
  });
}

/** Full-width digits are read as numbers too. */
function numberOf(value: string): number | null {
  const plain = value.normalize('NFKC').trim();
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function bandOf(number: number, width: number, from: number): string {
  if (number < from) return `<${from}`;
  const low = from + Math.floor((number - from) / width) * width;
  return `${low}-${low + width - 1}`;
}
