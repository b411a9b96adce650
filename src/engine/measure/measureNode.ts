import type { DistinctTable } from '../lattice/distinctTable.ts';
import type { Grouping } from '../lattice/grouping.ts';
import type { Histogram } from '../lattice/histogram.ts';
import type { ClassCriterion } from './classCriterion.ts';
import type { Verdict } from './judgeClasses.ts';

/** What each attribute costs more than its groups because the failing classes are suppressed, in rows of its hierarchy. */
export function suppressionCost(
  { codes }: DistinctTable,
  deficit: readonly (readonly Float64Array[])[],
  { levels, classes, counts, representatives }: Grouping,
  { fails }: Verdict,
): Float64Array {
  const extra = new Float64Array(codes.length);
  for (const [attribute, values] of codes.entries()) {
    const more = deficit[attribute]?.[levels[attribute] as number] ?? new Float64Array(0);
    let sum = 0;
    for (let index = 0; index < classes; index++)
      if (fails[index] === 1)
        sum += (counts[index] as number) * (more[values[representatives[index] as number] as number] as number);
    extra[attribute] = sum;
  }
  return extra;
}

/** Per criterion the records in the classes that fail it; a class that fails several counts under each of them. */
export function suppressedBy(
  k: number,
  criteria: readonly ClassCriterion[],
  { classes, counts, histograms }: Grouping,
): Record<string, number> {
  const records: Record<string, number> = { k: counts.reduce((sum, size) => (size < k ? sum + size : sum), 0) };
  for (const { name, column, meets } of criteria) {
    let sum = 0;
    for (let index = 0; index < classes; index++) {
      const size = counts[index] as number;
      if (!meets(histograms[column] as Histogram, index, size)) sum += size;
    }
    records[name] = Math.max(sum, records[name] ?? 0);
  }
  return records;
}

/** How many of the classes that are kept have each size, the smallest first. */
export function classSizes({ classes, counts }: Grouping, { fails }: Verdict): [size: number, classes: number][] {
  const sizes = new Map<number, number>();
  for (let index = 0; index < classes; index++) {
    const size = counts[index] as number;
    if (fails[index] === 0) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  }
  return [...sizes].sort(([a], [b]) => a - b);
}
