import type { DistinctTable } from '../lattice/distinctTable.ts';
import type { Grouping } from '../lattice/grouping.ts';
import type { ClassCriterion } from './classCriterion.ts';
import type { ClassView } from './classView.ts';
import { isMet, type Verdict } from './judgeClasses.ts';

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
  { classes, counts }: Grouping,
  view: ClassView,
): Record<string, number> {
  const recordsOf = (fails: (index: number) => boolean): number => {
    let sum = 0;
    for (let index = 0; index < classes; index++) if (fails(index)) sum += counts[index] as number;
    return sum;
  };
  const records: Record<string, number> = { k: recordsOf((index) => (view.sizes[index] as number) < k) };
  for (const criterion of criteria) {
    const sum = recordsOf((index) => !isMet(criterion, view, index));
    records[criterion.name] = Math.max(sum, records[criterion.name] ?? 0);
  }
  return records;
}

/** How many of the classes that are kept have each size, the smallest first. */
export function classSizes({ sizes }: ClassView, { fails }: Verdict): [size: number, classes: number][] {
  const counted = new Map<number, number>();
  for (let index = 0; index < fails.length; index++) {
    const size = sizes[index] as number;
    if (fails[index] === 0) counted.set(size, (counted.get(size) ?? 0) + 1);
  }
  return [...counted].sort(([a], [b]) => a - b);
}
