import { foldValue, isBlank } from './foldValue.ts';
import { type EmbeddedName, embedded, embeddedNames, hasShape, type ShapeName, shapeNames } from './shapes.ts';

/** A value and the rows that hold it. */
export interface ValueRows {
  readonly value: string;
  readonly rows: number;
}

/** What the values of a column look like, one by one. Shares are of the values that say something (`isBlank`), 0 to 1. */
export interface SampleFigures {
  readonly shapes: Readonly<Record<ShapeName, number>>;
  /** Marks at which every value can be cut: a mark of an address stands in it once, a hyphen at least once, never last. */
  readonly cuts: readonly string[];
  /** Values that hold such a thing inside, of all that are not empty. */
  readonly embedded: Readonly<Record<EmbeddedName, number>>;
  /** Of the numbers and ages: the middle one, the quartiles, and the one that 99 % don't exceed. */
  readonly median: number | null;
  readonly quartiles: readonly [number, number] | null;
  readonly high: number | null;
  /** Share of the values that have the commonest length, and that length. */
  readonly commonLength: { readonly length: number; readonly share: number };
  /** Share of the whole numbers that end in 00: amounts rather than codes. */
  readonly roundNumbers: number;
  /** Share of the values that say nothing (なし, 不明). */
  readonly blank: number;
  /** Share of the values that are sentences. */
  readonly sentences: number;
  /** Different values among those that say something, by their number. */
  readonly variety: number;
  /** Values that fewer than five rows hold, the rarest first; null when not all rows were looked at. */
  readonly rareValues: readonly ValueRows[] | null;
}

const rare = 5;

interface Counted {
  readonly value: string;
  readonly count: number;
}

/** @param whole whether these are all values of the column */
export function sampleFigures(values: readonly string[], whole: boolean): SampleFigures {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  const all = [...counts].map(([value, count]) => ({ value: foldValue(value), count }));
  const folded = all.filter(({ value }) => !isBlank(value));
  const filled = rowsOf(folded);
  const share = shareIn(folded);
  const shareOfAll = shareIn(all);
  const shapeShare = shareIn(spread(folded));
  const numbers = folded
    .flatMap(({ value, count }) => (numeric.test(value) ? [{ number: numberIn(value), count }] : []))
    .toSorted((one, other) => one.number - other.number);
  const [first, third] = [quantile(numbers, 0.25), quantile(numbers, 0.75)];
  return {
    shapes: record(shapeNames, (name) => shapeShare((value) => hasShape(value, name))),
    cuts: cutsOf([...counts.keys()]),
    embedded: record(embeddedNames, (name) => shareOfAll((value) => embedded[name].fits(value))),
    median: quantile(numbers, 0.5),
    quartiles: first === null || third === null ? null : [first, third],
    high: quantile(numbers, 0.99),
    commonLength: commonLength(folded, filled),
    roundNumbers: share((value) => /^\d+00$/.test(value)),
    blank: shareOfAll(isBlank),
    sentences: share(isSentence),
    variety: filled === 0 ? 0 : new Set(folded.map(({ value }) => value)).size / filled,
    rareValues: whole ? rareValues(counts) : null,
  };
}

/** With a full stop, or of kanji and kana that ends as a verb or an adjective may. */
const isSentence = (value: string) =>
  value.length >= 8 &&
  (/。|、.*[ぁ-ん]/.test(value) ||
    (/[ぁ-ん]{2}$/.test(value) && value.replaceAll(/[^ぁ-ん]/g, '').length >= 4 && /[^ぁ-ん]/.test(value)));

const rowsOf = (counted: readonly Counted[]) => counted.reduce((sum, { count }) => sum + count, 0);

/** The share of the rows whose value fits. */
const shareIn = (counted: readonly Counted[]) => {
  const all = rowsOf(counted);
  return (fits: (value: string) => boolean) =>
    all === 0 ? 0 : counted.reduce((sum, { value, count }) => (fits(value) ? sum + count : sum), 0) / all;
};

/** Shapes are looked for in so many values, evenly spread: a share needs no more. */
const shapedValues = 2000;

function spread(counted: readonly Counted[]): readonly Counted[] {
  const step = Math.ceil(counted.length / shapedValues);
  return step <= 1 ? counted : counted.filter((_, index) => index % step === 0);
}

function rareValues(counts: ReadonlyMap<string, number>): ValueRows[] {
  return [...counts]
    .flatMap(([value, rows]) => (rows < rare ? [{ value, rows }] : []))
    .toSorted((one, other) => one.rows - other.rows);
}

function commonLength(folded: readonly Counted[], filled: number): SampleFigures['commonLength'] {
  const lengths = new Map<number, number>();
  for (const { value, count } of folded) lengths.set(value.length, (lengths.get(value.length) ?? 0) + count);
  const [length = 0, count = 0] = [...lengths].toSorted((one, other) => other[1] - one[1])[0] ?? [];
  return { length, share: filled === 0 ? 0 : count / filled };
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

const numeric = /^[-+]?\d[\d,]*(\.\d+)?(?:[歳才円]|万円|千円)?$/;
const numberIn = (value: string) => Number.parseFloat(value.replaceAll(',', ''));

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
