import type { DistinctTable, SensitiveHistogram } from '../lattice/distinctTable.ts';
import type { Grouping } from '../lattice/grouping.ts';
import type { Requirements } from '../lattice/requirements.ts';
import type { ClassCriterion } from './classCriterion.ts';
import type { ClassView, ValueCounts, Viewer } from './classView.ts';
import { closenessCriterion } from './closenessCriterion.ts';
import { diversityCriterion } from './diversityCriterion.ts';
import { overallShares } from './overallShares.ts';
import { shareCriterion } from './shareCriterion.ts';

/** Which classes fail, and how many records or persons they hold. */
export interface Verdict {
  /** 1 for each class that fails a criterion. */
  readonly fails: Uint8Array;
  /** In the unit in which classes are counted. */
  readonly suppressed: number;
  readonly suppressedRecords: number;
  /** Of failing classes of which every part fails too, so that every finer node suppresses them; in that unit. */
  readonly suppressedForGood: number;
}

export type Judge = (grouping: Grouping) => Verdict;

/** The criteria on sensitive columns; k stands apart, because it needs no histogram. */
export function classCriteria(
  table: DistinctTable,
  { k, diversity, closeness, shares }: Requirements,
): ClassCriterion[] {
  const indexOf = (column: string): number => {
    const index = table.sensitive.findIndex((sensitive) => sensitive.column === column);
    if (index < 0) throw new Error(`no histogram of the sensitive column ${column}`);
    return index;
  };
  const overallOf = (column: string, of: 'units' | 'values') =>
    overallShares(table, table.sensitive[indexOf(column)] as SensitiveHistogram, of);
  return [
    ...diversity.map((one) => diversityCriterion(one, indexOf(one.column), k)),
    ...closeness.map((one) => closenessCriterion(one, indexOf(one.column), overallOf(one.column, 'values'), k)),
    ...shares.map((one) => shareCriterion(one, indexOf(one.column), overallOf(one.column, 'units'), k)),
  ];
}

export function judgeClasses(k: number, criteria: readonly ClassCriterion[], view: Viewer): Judge {
  return (grouping) => {
    const { classes, counts } = grouping;
    const seen = view(grouping);
    const fails = new Uint8Array(classes);
    // What is too small is so for good.
    const failsForGood = criteria.length === 0 ? fails : new Uint8Array(classes);
    let suppressedRecords = 0;
    for (let index = 0; index < classes; index++) {
      const isSmall = (seen.sizes[index] as number) < k;
      if (!isSmall && meetsAll(criteria, seen, index)) continue;
      fails[index] = 1;
      suppressedRecords += counts[index] as number;
      if (isSmall || !couldMeetAll(criteria, seen, index)) failsForGood[index] = 1;
    }
    const suppressed = seen.count(fails);
    const suppressedForGood = failsForGood === fails ? suppressed : seen.count(failsForGood);
    return { fails, suppressed, suppressedRecords, suppressedForGood };
  };
}

function meetsAll(criteria: readonly ClassCriterion[], seen: ClassView, index: number): boolean {
  for (const one of criteria) if (!isMet(one, seen, index)) return false;
  return true;
}

function couldMeetAll(criteria: readonly ClassCriterion[], seen: ClassView, index: number): boolean {
  for (const one of criteria) if (!one.couldMeet(valuesOf(one, seen), index, sizeFor(one, seen, index))) return false;
  return true;
}

/** Whether a class meets a criterion. */
export const isMet = (criterion: ClassCriterion, seen: ClassView, index: number): boolean =>
  criterion.meets(valuesOf(criterion, seen), index, sizeFor(criterion, seen, index));

const valuesOf = ({ column }: ClassCriterion, { histograms }: ClassView) => histograms[column] as ValueCounts;

/** What the shares of the criterion are of. */
const sizeFor = (criterion: ClassCriterion, seen: ClassView, index: number): number =>
  (criterion.sharesOf === 'values' ? valuesOf(criterion, seen).totals : seen.sizes)[index] as number;
