import type { DistinctTable } from './distinctTable.ts';
import { keyInterner } from './internKeys.ts';
import { rowKeys } from './rowKeys.ts';

/** Values of a sensitive column per class, as compressed rows. */
export interface Histogram {
  readonly offsets: Uint32Array;
  readonly valueCodes: Uint32Array;
  readonly counts: Float64Array;
}

/** The classes of one node of the lattice: the combinations that look alike at its levels. */
export interface Grouping {
  /** Per attribute; the number of its levels means that the attribute is left out. */
  readonly levels: readonly number[];
  readonly classes: number;
  /** One combination of each class. */
  readonly representatives: Uint32Array;
  /** Records of each class. */
  readonly counts: Float64Array;
  /** One per sensitive column, in the order of the table. */
  readonly histograms: readonly Histogram[];
}

export interface Grouper {
  /** The grouping from which all others can be made: one class per combination. */
  readonly base: Grouping;
  /** The classes of a node, made from those of a finer one. */
  group(levels: readonly number[], finer: Grouping): Grouping;
}

export function createGrouper(table: DistinctTable): Grouper {
  const keys = rowKeys(table);
  const interner = keyInterner();
  const scratch = { key: new Int32Array(table.combinations), ids: new Int32Array(table.combinations) };

  /** Fills scratch.ids with the class of each row of `finer`, and answers the number of classes. */
  const classify = (levels: readonly number[], finer: Grouping): number => {
    const { key, ids } = scratch;
    const [first, ...others] = keys.prepare(levels);
    if (!first) {
      ids.fill(0, 0, finer.classes);
      return Math.min(1, finer.classes);
    }
    keys.fill(first, finer.representatives, finer.classes, key);
    let classes = interner.words(key, finer.classes, first.range, ids);
    for (const word of others) {
      keys.fill(word, finer.representatives, finer.classes, key);
      classes = interner.pairs(ids, key, finer.classes, ids);
    }
    return classes;
  };

  return {
    base: {
      levels: table.attributes.map(() => 0),
      classes: table.combinations,
      representatives: Uint32Array.from({ length: table.combinations }, (_, index) => index),
      counts: table.counts,
      histograms: table.sensitive,
    },
    group: (levels, finer) => {
      const classes = classify(levels, finer);
      const ids = scratch.ids.subarray(0, finer.classes);
      const representatives = new Uint32Array(classes);
      const counts = new Float64Array(classes);
      for (let i = ids.length - 1; i >= 0; i--) {
        const id = ids[i] as number;
        representatives[id] = finer.representatives[i] as number;
        counts[id] = (counts[id] as number) + (finer.counts[i] as number);
      }
      const histograms = finer.histograms.length === 0 ? [] : mergeHistograms(table, finer, ids, classes);
      return { levels: [...levels], classes, representatives, counts, histograms };
    },
  };
}

function mergeHistograms({ sensitive }: DistinctTable, finer: Grouping, ids: Int32Array, classes: number): Histogram[] {
  const { starts, rows } = rowsByClass(ids, classes);
  return finer.histograms.map((histogram, index) =>
    mergeHistogram(histogram, sensitive[index]?.values ?? 0, starts, rows),
  );
}

/** The rows of each class side by side: class c owns rows[starts[c]] to rows[starts[c + 1] - 1]. */
function rowsByClass(ids: Int32Array, classes: number): { starts: Uint32Array; rows: Uint32Array } {
  const starts = new Uint32Array(classes + 1);
  for (let i = 0; i < ids.length; i++) {
    const next = (ids[i] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let c = 0; c < classes; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number);
  const cursor = starts.slice();
  const rows = new Uint32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    const place = cursor[id] as number;
    rows[place] = i;
    cursor[id] = place + 1;
  }
  return { starts, rows };
}

function mergeHistogram(finer: Histogram, values: number, starts: Uint32Array, rows: Uint32Array): Histogram {
  const classes = starts.length - 1;
  const perValue = new Float64Array(values);
  const offsets = new Uint32Array(classes + 1);
  const valueCodes = new Uint32Array(finer.valueCodes.length);
  const counts = new Float64Array(finer.valueCodes.length);
  let end = 0;
  for (let c = 0; c < classes; c++) {
    const begin = end;
    for (let r = starts[c] as number; r < (starts[c + 1] as number); r++) {
      const row = rows[r] as number;
      for (let e = finer.offsets[row] as number; e < (finer.offsets[row + 1] as number); e++) {
        const value = finer.valueCodes[e] as number;
        const known = perValue[value] as number;
        if (known === 0) valueCodes[end++] = value;
        perValue[value] = known + (finer.counts[e] as number);
      }
    }
    for (let e = begin; e < end; e++) {
      const value = valueCodes[e] as number;
      counts[e] = perValue[value] as number;
      perValue[value] = 0;
    }
    offsets[c + 1] = end;
  }
  return { offsets, valueCodes: valueCodes.slice(0, end), counts: counts.slice(0, end) };
}
