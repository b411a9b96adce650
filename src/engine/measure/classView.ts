import type { DistinctTable, SensitiveHistogram } from '../lattice/distinctTable.ts';
import type { Grouping } from '../lattice/grouping.ts';
import type { Histogram } from '../lattice/histogram.ts';

/** The values of a sensitive column per class, in the unit in which classes are counted. */
export interface ValueCounts extends Histogram {
  /** Sum of the counts of each class; a person with several values counts for each of them. */
  readonly totals: Float64Array;
}

/** Classes in the unit in which they are counted: records or, where the table has persons, distinct persons. */
export interface ClassView {
  readonly sizes: Float64Array;
  /** One per sensitive column, in the order of the table. */
  readonly histograms: readonly ValueCounts[];
  /** How many records or persons the marked classes hold; a person in several of them counts once. */
  count(marked: Uint8Array): number;
}

export type Viewer = (grouping: Grouping) => ClassView;

export function classViewer({ persons, sensitive }: DistinctTable): Viewer {
  if (!persons) return recordView;
  const last = sensitive.length;
  const seen = new Uint32Array(persons.values);
  let stamp = 0;
  return ({ classes, histograms }) => {
    const lists = histograms[last] as Histogram;
    return {
      sizes: lengths(lists, classes),
      histograms: sensitive.map((one, index) => foldPairs(one, histograms[index] as Histogram, classes)),
      count: (marked) => {
        stamp++;
        let persons = 0;
        for (let index = 0; index < classes; index++) {
          if (marked[index] === 0) continue;
          for (let entry = lists.offsets[index] as number; entry < (lists.offsets[index + 1] as number); entry++) {
            const person = lists.valueCodes[entry] as number;
            if (seen[person] === stamp) continue;
            seen[person] = stamp;
            persons++;
          }
        }
        return persons;
      },
    };
  };
}

const recordView: Viewer = ({ classes, counts, histograms }) => ({
  sizes: counts,
  histograms: histograms.map((histogram) => ({ ...histogram, totals: counts })),
  count: (marked) => {
    let records = 0;
    for (let index = 0; index < classes; index++) if (marked[index] === 1) records += counts[index] as number;
    return records;
  },
});

const lengths = ({ offsets }: Histogram, classes: number): Float64Array =>
  Float64Array.from({ length: classes }, (_, index) => (offsets[index + 1] as number) - (offsets[index] as number));

/** From pairs of person and value to the persons that have each value. */
function foldPairs({ values, valueOfPair }: SensitiveHistogram, pairs: Histogram, classes: number): ValueCounts {
  const perValue = new Float64Array(values);
  const offsets = new Uint32Array(classes + 1);
  const [valueCodes, counts]: [number[], number[]] = [[], []];
  for (let index = 0; index < classes; index++) {
    const begin = valueCodes.length;
    for (let entry = pairs.offsets[index] as number; entry < (pairs.offsets[index + 1] as number); entry++) {
      const value = valueOfPair?.[pairs.valueCodes[entry] as number] as number;
      if (perValue[value] === 0) valueCodes.push(value);
      perValue[value] = (perValue[value] as number) + 1;
    }
    for (const value of valueCodes.slice(begin)) {
      counts.push(perValue[value] as number);
      perValue[value] = 0;
    }
    offsets[index + 1] = valueCodes.length;
  }
  const own = { offsets, valueCodes: Uint32Array.from(valueCodes), counts: Float64Array.from(counts) };
  return { ...own, totals: lengths(pairs, classes) };
}
