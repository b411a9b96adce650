import type { DistinctTable } from '../lattice/distinctTable.ts';

/**
 * How likely records are to be told apart by the quasi-identifiers alone (再識別のリスク; prosecutor, journalist, marketer:
 * El Emam, Dankar 2008). All are 0 without classes.
 */
export interface RiskFigures {
  /** What the figures count. */
  readonly countedIn: 'records' | 'persons';
  /** Records, or persons, in the classes. */
  readonly units: number;
  readonly classes: number;
  /** Someone who knows that a person is in the data finds the record with at most this probability: 1 ÷ smallest class. */
  readonly prosecutorMax: number;
  /** The same on average over all records: classes ÷ records. */
  readonly prosecutorMean: number;
  /** Someone who does not know it: at most this, since a class is no larger than that of the file that it was drawn from. */
  readonly journalistMax: number;
  /** Share of the records that someone who tries all of them finds at most. */
  readonly marketer: number;
  /** Records that stand alone in their class (標本一意). */
  readonly uniques: number;
  readonly uniqueShare: number;
}

/** What is counted of classes. */
export interface CountedClasses {
  readonly units: number;
  readonly classes: number;
  /** Null without classes. */
  readonly smallest: number | null;
  /** Classes of one. */
  readonly uniques: number;
}

export function riskFigures(
  { units, classes, smallest, uniques }: CountedClasses,
  countedIn: RiskFigures['countedIn'],
): RiskFigures {
  const highest = smallest === null || smallest === 0 ? 0 : 1 / smallest;
  const mean = units === 0 ? 0 : classes / units;
  const uniqueShare = units === 0 ? 0 : uniques / units;
  return {
    ...{ countedIn, units, classes, uniques, uniqueShare },
    ...{ prosecutorMax: highest, prosecutorMean: mean, journalistMax: highest, marketer: mean },
  };
}

/** What the treated records would risk if they were released as they are: every combination is a class. */
export function riskBefore({ counts, persons }: Pick<DistinctTable, 'counts' | 'persons'>): RiskFigures {
  const sizes = persons ? persons.offsets.slice(1).map((end, index) => end - (persons.offsets[index] ?? 0)) : counts;
  const counted = { units: 0, classes: sizes.length, smallest: null as number | null, uniques: 0 };
  for (const size of sizes) {
    counted.units += size;
    if (size === 1) counted.uniques++;
    if (counted.smallest === null || size < counted.smallest) counted.smallest = size;
  }
  return riskFigures(counted, persons ? 'persons' : 'records');
}
