import { type EmbeddedName, embedded, embeddedNames, hasShape, type ShapeName, shapeNames } from './shapes.ts';

/** What the values of a column look like, one by one. Shares are of the values that are not empty, 0 to 1. */
export interface SampleFigures {
  readonly shapes: Readonly<Record<ShapeName, number>>;
  /** Marks at which every value can be cut: a mark of an address stands in it once, a hyphen at least once, never last. */
  readonly cuts: readonly string[];
  /** Values that hold such a thing inside. */
  readonly embedded: Readonly<Record<EmbeddedName, number>>;
  /** Of the numbers and ages: the middle one, and the one that 99 % don't exceed. */
  readonly median: number | null;
  readonly high: number | null;
  /** Values that fewer than five rows hold; null when not all rows were looked at. */
  readonly rareValues: number | null;
}

const rare = 5;

/** @param whole whether these are all values of the column */
export function sampleFigures(values: readonly string[], whole: boolean): SampleFigures {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  const folded = [...counts].map(([value, count]) => ({ value: value.normalize('NFKC').trim(), count }));
  const filled = folded.reduce((sum, { count }) => sum + count, 0);
  const share = (fits: (value: string) => boolean) =>
    filled === 0 ? 0 : folded.reduce((sum, { value, count }) => (fits(value) ? sum + count : sum), 0) / filled;
  const numbers = folded
    .flatMap(({ value, count }) => (numeric.test(value) ? [{ number: Number.parseFloat(value), count }] : []))
    .toSorted((one, other) => one.number - other.number);
  return {
    shapes: record(shapeNames, (name) => share((value) => hasShape(value, name))),
    cuts: cutsOf([...counts.keys()]),
    embedded: record(embeddedNames, (name) => share((value) => embedded[name].pattern.test(value))),
    median: quantile(numbers, 0.5),
    high: quantile(numbers, 0.99),
    rareValues: whole ? [...counts.values()].filter((count) => count < rare).length : null,
  };
}

const addressMarks = ['県', '府', '市', '区', '町', '村'];

/** Marks that `truncateAfter` can cut every one of these values after without doubt. */
function cutsOf(values: readonly string[]): string[] {
  const everyOne = (fits: (value: string) => boolean) => values.length > 0 && values.every(fits);
  const cuts = addressMarks.filter((mark) =>
    everyOne((value) => value.split(mark).length === 2 && !value.endsWith(mark)),
  );
  return everyOne((value) => /^[^-]+-[^-]/.test(value)) ? [...cuts, '-'] : cuts;
}

const numeric = /^[-+]?\d+(\.\d+)?[歳才]?$/;

/** The smallest number that at least this share of the values does not exceed. */
function quantile(numbers: readonly { readonly number: number; readonly count: number }[], share: number) {
  let missing = share * numbers.reduce((sum, { count }) => sum + count, 0);
  for (const { number, count } of numbers) {
    missing -= count;
    if (missing <= 0) return number;
  }
  return null;
}

const record = <Name extends string>(names: readonly Name[], value: (name: Name) => number) =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, number>;
