/** A node that meets the requirements. */
export interface Candidate {
  readonly levels: readonly number[];
  readonly loss: number;
  readonly suppressed: number;
}

/** Losses that differ by less are equal: they come from exact sums, so that only the last product is rounded. */
export const lossTolerance = 1e-12;

/** Least loss, then fewest suppressed, then the smaller sum of levels, then the lexicographically smaller levels. */
export function isBetter(one: Candidate, other: Candidate): boolean {
  if (Math.abs(one.loss - other.loss) > lossTolerance) return one.loss < other.loss;
  if (one.suppressed !== other.suppressed) return one.suppressed < other.suppressed;
  const difference = sumOf(one.levels) - sumOf(other.levels);
  const first = one.levels.findIndex((level, index) => level !== other.levels[index]);
  const isSmaller = first >= 0 && (one.levels[first] as number) < (other.levels[first] as number);
  return difference < 0 || (difference === 0 && isSmaller);
}

const sumOf = (levels: readonly number[]) => levels.reduce((sum, level) => sum + level, 0);
