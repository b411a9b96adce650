import { isAtMost } from './isAtMost.ts';

/** What the nodes that were counted say about all others: a class that fails for good also fails in every finer node. */
export interface SuppressionFloor {
  /** The node suppresses `suppressed` records for good, every node below at least as many, every node above at most. */
  add(levels: readonly number[], suppressed: number): void;
  /**
   * A counted node at or above `low` that suppresses at least `suppressed`: then so does every node between the two. Of
   * several it is the one that leaves the fewest ways to a node of the box that does not lie below it.
   */
  witness(low: readonly number[], high: readonly number[], suppressed: number): readonly number[] | null;
  /** Whether a counted node at or below these levels suppresses fewer than `suppressed`: then so does this one. */
  isBelow(levels: readonly number[], suppressed: number): boolean;
}

interface Counted {
  readonly levels: readonly number[];
  readonly suppressed: number;
}

/** Counted nodes from the most suppressed to the least. */
export function suppressionFloor(): SuppressionFloor {
  const counted: Counted[] = [];
  const placeOf = (suppressed: number): number => {
    let [low, high] = [0, counted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((counted[middle] as Counted).suppressed >= suppressed) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    add: (levels, suppressed) => void counted.splice(placeOf(suppressed), 0, { levels, suppressed }),
    witness: (low, high, suppressed) => {
      let [best, fewest]: [readonly number[] | null, number] = [null, Number.POSITIVE_INFINITY];
      for (let index = placeOf(suppressed) - 1; index >= 0 && fewest > 1; index--) {
        const { levels } = counted[index] as Counted;
        if (!isAtMost(low, levels)) continue;
        const ways = waysOut(levels, high);
        if (ways < fewest) [best, fewest] = [levels, ways];
      }
      return best;
    },
    isBelow: (levels, suppressed) => {
      for (let index = placeOf(suppressed); index < counted.length; index++)
        if (isAtMost((counted[index] as Counted).levels, levels)) return true;
      return false;
    },
  };
}

/** Attributes in which a box reaches above these levels. */
function waysOut(levels: readonly number[], high: readonly number[]): number {
  let ways = 0;
  for (let index = 0; index < levels.length; index++) if ((high[index] as number) > (levels[index] as number)) ways++;
  return ways;
}
