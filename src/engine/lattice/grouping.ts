import type { DistinctTable } from './distinctTable.ts';
import { type Histogram, histogramMerger } from './histogram.ts';
import { keyInterner } from './internKeys.ts';
import { rowKeys } from './rowKeys.ts';

/** The classes of one node of the lattice: the combinations that look alike at its levels. */
export interface Grouping {
  /** Per attribute; the number of its levels means that the attribute is left out. */
  readonly levels: readonly number[];
  readonly classes: number;
  /** One combination of each class. */
  readonly representatives: Uint32Array;
  /** Records of each class. */
  readonly counts: Float64Array;
  /** One per sensitive column, in the order of the table; last the persons, where it has them. */
  readonly histograms: readonly Histogram[];
}

export interface Grouper {
  /** The grouping from which all others can be made: one class per combination. */
  readonly base: Grouping;
  /** The classes of a node, made from those of a finer one. */
  group(levels: readonly number[], finer: Grouping): Grouping;
  /** The class of each combination in that grouping of the base; valid until the next is made. */
  classesOf(levels: readonly number[]): Int32Array;
}

export function createGrouper(table: DistinctTable): Grouper {
  const keys = rowKeys(table);
  const interner = keyInterner();
  const histograms = table.persons ? [...table.sensitive, table.persons] : table.sensitive;
  const merge = histogramMerger(histograms);
  const numbersPerRow = () => new Int32Array(Math.max(1, table.combinations));
  const [key, numbered] = [numbersPerRow(), { ids: numbersPerRow(), firsts: numbersPerRow() }];

  /** Numbers the class of each row of `finer`, and answers the number of classes. */
  const classify = (levels: readonly number[], finer: Grouping): number => {
    const [first, ...others] = keys.prepare(levels);
    if (!first) {
      numbered.ids.fill(0, 0, finer.classes);
      return Math.min(1, finer.classes);
    }
    keys.fill(first, finer.representatives, finer.classes, key);
    let classes = interner.words(key, finer.classes, first.range, numbered);
    for (const word of others) {
      keys.fill(word, finer.representatives, finer.classes, key);
      classes = interner.pairs(numbered.ids, key, finer.classes, numbered);
    }
    return classes;
  };

  const base = {
    levels: table.attributes.map(() => 0),
    classes: table.combinations,
    representatives: numbersBelow(table.combinations),
    counts: table.counts,
    histograms,
  };
  return {
    base,
    group: (levels, finer) => {
      const classes = classify(levels, finer);
      const ids = numbered.ids.subarray(0, finer.classes);
      const representatives = new Uint32Array(classes);
      for (let id = 0; id < classes; id++)
        representatives[id] = finer.representatives[numbered.firsts[id] as number] as number;
      const counts = sumPerClass(finer.counts, numbered.ids, finer.classes, classes);
      const merged = merge(finer.histograms, ids, classes);
      return { levels: [...levels], classes, representatives, counts, histograms: merged };
    },
    classesOf: (levels) => {
      classify(levels, base);
      return numbered.ids;
    },
  };
}

function sumPerClass(counts: Float64Array, ids: Int32Array, rows: number, classes: number): Float64Array {
  const sums = new Float64Array(classes);
  for (let i = 0; i < rows; i++) {
    const id = ids[i] as number;
    sums[id] = (sums[id] as number) + (counts[i] as number);
  }
  return sums;
}

function numbersBelow(end: number): Uint32Array {
  const numbers = new Uint32Array(end);
  for (let index = 0; index < end; index++) numbers[index] = index;
  return numbers;
}
