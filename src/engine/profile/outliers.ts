import type { ColumnFigures } from './columnFigures.ts';

/** A value that stands out (特異な記述等, 規則62条4号), the rows that hold it, and why it does. */
export interface Outlier {
  readonly value: string;
  readonly rows: number;
  readonly reason: string;
}

const mostRows = 5;
const mostShown = 5;

/** Numbers far from the others, and categories that hardly anyone has. */
export function outliersOf(figures: ColumnFigures): Outlier[] {
  return [...farNumbers(figures), ...rareCategories(figures)];
}

/** Beyond the quarter above the middle half, and well beyond the 99 % of all values. */
function farNumbers({ quartiles, high, median, largest, smallest }: ColumnFigures): Outlier[] {
  if (!quartiles || high === null || median === null) return [];
  const [first, third] = quartiles;
  const width = Math.max(third - first, 1);
  const isFarAbove = (value: number) => value > third + width && value > high + (high - median) / 2;
  const isFarBelow = (value: number) => value < first - 3 * width;
  const middle = `半分は ${first} から ${third}`;
  return [
    ...counted(largest, isFarAbove, `大きく離れています（${middle}、99% は ${high} 以下）`),
    ...counted(smallest, isFarBelow, `小さく離れています（${middle}）`),
  ];
}

function counted(values: readonly number[], stands: (value: number) => boolean, reason: string): Outlier[] {
  const distinct = [...new Set(values)].filter(stands);
  return distinct
    .map((value) => ({ value: String(value), rows: values.filter((one) => one === value).length, reason }))
    .filter(({ rows }) => rows < mostRows)
    .slice(0, mostShown);
}

/** Only where most rows share a few values: in a column of many different ones nothing stands out. */
function rareCategories({ rareValues, filled, distinct, shapes }: ColumnFigures): Outlier[] {
  if (rareValues === null || shapes.decimal + shapes.age > 0.5 || distinct > 100) return [];
  const inRare = rareValues.reduce((sum, { rows }) => sum + rows, 0);
  if (filled < 50 || inRare > filled / 20) return [];
  return rareValues
    .slice(0, mostShown)
    .map(({ value, rows }) => ({ value, rows, reason: `${filled.toLocaleString('ja-JP')} 行のうちわずかです` }));
}
