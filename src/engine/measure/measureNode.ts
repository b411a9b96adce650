import type { DistinctTable } from '../lattice/distinctTable.ts';
import type { Grouping } from '../lattice/grouping.ts';
import type { ClassCriterion } from './classCriterion.ts';
import type { ClassView } from './classView.ts';
import { isMet, type Verdict } from './judgeClasses.ts';

/** What each attribute costs more than its groups because the failing classes are suppressed, in rows of its hierarchy. */
export function suppressionCost(
  { codes }: Pick<DistinctTable, 'codes'>,
  deficit: readonly (readonly Float64Array[])[],
  { levels, classes, counts, representatives }: Grouping,
  { fails }: Pick<Verdict, 'fails'>,
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

/** The records in classes smaller than k, and then per criterion those in classes that fail it. */
export function failingRecords(
  k: number,
  criteria: readonly ClassCriterion[],
  { classes, counts }: Grouping,
  view: ClassView,
): number[] {
  const recordsOf = (fails: (index: number) => boolean): number => {
    let sum = 0;
    for (let index = 0; index < classes; index++) if (fails(index)) sum += counts[index] as number;
    return sum;
  };
  return [
    recordsOf((index) => (view.sizes[index] as number) < k),
    ...criteria.map((criterion) => recordsOf((index) => !isMet(criterion, view, index))),
  ];
}

/** Criterion → the records that fail it; a class that fails several counts under each of them. */
export function suppressedBy(
  criteria: readonly ClassCriterion[],
  [below = 0, ...failing]: readonly number[],
): Record<string, number> {
  const records: Record<string, number> = { k: below };
  for (const [index, { name }] of criteria.entries()) records[name] = Math.max(failing[index] ?? 0, records[name] ?? 0);
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
