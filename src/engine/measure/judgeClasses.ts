import type { DistinctTable, SensitiveHistogram } from '../lattice/distinctTable.ts';
import type { Grouping } from '../lattice/grouping.ts';
import type { Histogram } from '../lattice/histogram.ts';
import type { Requirements } from '../lattice/requirements.ts';
import type { ClassCriterion } from './classCriterion.ts';
import { closenessCriterion } from './closenessCriterion.ts';
import { diversityCriterion } from './diversityCriterion.ts';
import { overallShares } from './overallShares.ts';
import { shareCriterion } from './shareCriterion.ts';

/** Which classes fail, and how many records they hold. */
export interface Verdict {
  /** 1 for each class that fails a criterion. */
  readonly fails: Uint8Array;
  readonly suppressed: number;
  /** Records of failing classes of which every part fails too, so that every finer node suppresses them. */
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
  const overallOf = (column: string) => overallShares(table.sensitive[indexOf(column)] as SensitiveHistogram);
  return [
    ...diversity.map((one) => diversityCriterion(one, indexOf(one.column), k)),
    ...closeness.map((one) => closenessCriterion(one, indexOf(one.column), overallOf(one.column), k)),
    ...shares.map((one) => shareCriterion(one, indexOf(one.column), overallOf(one.column), k)),
  ];
}

export function judgeClasses(k: number, criteria: readonly ClassCriterion[]): Judge {
  return ({ classes, counts, histograms }) => {
    const fails = new Uint8Array(classes);
    let [suppressed, suppressedForGood] = [0, 0];
    for (let index = 0; index < classes; index++) {
      const size = counts[index] as number;
      const failing = size < k ? null : firstFailing(criteria, histograms, index, size);
      if (failing === undefined) continue;
      fails[index] = 1;
      suppressed += size;
      if (!failing || criteria.some((one) => !one.couldMeet(histograms[one.column] as Histogram, index, size)))
        suppressedForGood += size;
    }
    return { fails, suppressed, suppressedForGood };
  };
}

const firstFailing = (
  criteria: readonly ClassCriterion[],
  histograms: readonly Histogram[],
  index: number,
  size: number,
) => criteria.find((criterion) => !criterion.meets(histograms[criterion.column] as Histogram, index, size));
