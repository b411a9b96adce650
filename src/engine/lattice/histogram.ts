import type { SensitiveHistogram } from './distinctTable.ts';

/** Values of a sensitive column per class, as compressed rows. */
export interface Histogram {
  readonly offsets: Uint32Array;
  readonly valueCodes: Uint32Array;
  readonly counts: Float64Array;
}

/** Merges the histograms of rows into those of classes; `ids` holds the class of each row. */
export type HistogramMerger = (finer: readonly Histogram[], ids: Int32Array, classes: number) => Histogram[];

export function histogramMerger(sensitive: readonly SensitiveHistogram[]): HistogramMerger {
  const scratch = sensitive.map(({ values, valueOfPair, valueCodes }) => ({
    perValue: new Float64Array(valueOfPair?.length ?? values),
    valueCodes: new Uint32Array(valueCodes.length),
    counts: new Float64Array(valueCodes.length),
  }));
  return (finer, ids, classes) => {
    if (finer.length === 0) return [];
    const { starts, rows } = rowsByClass(ids, classes);
    return finer.map((histogram, index) => mergeHistogram(histogram, starts, rows, scratch[index] as Scratch));
  };
}

interface Scratch {
  /** Zero for every value between calls. */
  readonly perValue: Float64Array;
  readonly valueCodes: Uint32Array;
  readonly counts: Float64Array;
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

function mergeHistogram(
  finer: Histogram,
  starts: Uint32Array,
  rows: Uint32Array,
  { perValue, valueCodes, counts }: Scratch,
): Histogram {
  const classes = starts.length - 1;
  const offsets = new Uint32Array(classes + 1);
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
