/** What the nodes that were counted say about all others: a class that fails for good also fails in every finer node. */
export interface SuppressionFloor {
  /** The node suppresses `suppressed` records for good, every node below at least as many, every node above at most. */
  add(levels: readonly number[], suppressed: number): void;
  /** Whether a counted node at or above these levels suppresses at least `suppressed`: then so does this one. */
  isAbove(levels: readonly number[], suppressed: number): boolean;
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
    isAbove: (levels, suppressed) => {
      for (let index = placeOf(suppressed) - 1; index >= 0; index--)
        if (isAtMost(levels, (counted[index] as Counted).levels)) return true;
      return false;
    },
    isBelow: (levels, suppressed) => {
      for (let index = placeOf(suppressed); index < counted.length; index++)
        if (isAtMost((counted[index] as Counted).levels, levels)) return true;
      return false;
    },
  };
}

/** Whether every level of `lower` is at most that of `upper`. */
export function isAtMost(lower: readonly number[], upper: readonly number[]): boolean {
  for (let index = 0; index < lower.length; index++)
    if ((lower[index] as number) > (upper[index] as number)) return false;
  return true;
}
