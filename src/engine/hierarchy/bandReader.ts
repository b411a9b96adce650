import { InputError } from '../inputError.ts';
import type { LabelReader } from './labelReader.ts';

export interface Bands {
  /** Widths from narrow to wide, whole numbers, each a multiple of the one before. */
  readonly widths: readonly number[];
  /** Where the first band begins, a whole number; 0 unless given. Smaller values share the band `<from`. */
  readonly from?: number;
}

/**
 * Numeric bands, one level per width (`30-39`).
 *
 * @param numberOf the number in a value; null for a value that holds none.
 * @throws InputError for widths that do not nest.
 */
export function bandReader(
  column: string,
  { widths, from = 0 }: Bands,
  numberOf: (value: string) => number | null = plainNumber,
): LabelReader {
  refuseUnusable(`列「${column}」の階層 bands`, widths, from);
  const largest = Number.MAX_SAFE_INTEGER - Math.abs(from) - (widths.at(-1) ?? 0);
  return {
    levels: widths.map((width) => `${width} 刻み`),
    read: (value) => {
      const number = numberOf(value);
      if (number === null) return { unreadable: '数として読めません' };
      if (Math.abs(number) > largest) return { unreadable: 'けた数が多く、数として正確に扱えません' };
      return widths.map((width) => bandOf(number, width, from));
    },
  };
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

/** A value that is a number and nothing else, in any width. */
function plainNumber(value: string): number | null {
  const plain = value.normalize('NFKC').trim();
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function bandOf(number: number, width: number, from: number): string {
  if (number < from) return `<${from}`;
  const low = from + Math.floor((number - from) / width) * width;
  return `${low}-${low + width - 1}`;
}
