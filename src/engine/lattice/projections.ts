/** What the projections of a node to a few of its attributes say about it. */
export interface Projections {
  /** Whether some projection suppresses at least that many records: then so does the node. */
  reach(levels: readonly number[], suppressed: number): boolean;
}

const mostAttributes = 3;

/**
 * A projection leaves attributes out, so its classes are unions of the node's: what fails there fails in the node.
 * Each is counted when it is first asked for.
 *
 * @param levels number of levels per attribute, which as a level means "left out".
 * @param suppressedAt counts the records that a node suppresses for good.
 */
export function projections(
  levels: readonly number[],
  suppressedAt: (levels: readonly number[]) => number,
): Projections {
  const subsets = subsetsOf(levels.length, Math.min(mostAttributes, levels.length - 1));
  const known = subsets.map((subset) =>
    new Float64Array(subset.reduce((product, index) => product * (levels[index] as number), 1)).fill(-1),
  );
  const count = (subset: readonly number[], node: readonly number[]): number =>
    suppressedAt(levels.map((leftOut, index) => (subset.includes(index) ? (node[index] as number) : leftOut)));

  return {
    reach: (node, enough) =>
      subsets.some((subset, position) => {
        const results = known[position] as Float64Array;
        let place = 0;
        for (const index of subset) place = place * (levels[index] as number) + (node[index] as number);
        let suppressed = results[place] as number;
        if (suppressed < 0) results[place] = suppressed = count(subset, node);
        return suppressed >= enough;
      }),
  };
}

/** Subsets of the attributes with 1 to `size` members, the small ones first. */
function subsetsOf(attributes: number, size: number): number[][] {
  const all: number[][] = [];
  let last: number[][] = [[]];
  for (let members = 1; members <= size; members++) {
    last = last.flatMap((subset) =>
      Array.from({ length: attributes }, (_, index) => index)
        .filter((index) => index > (subset.at(-1) ?? -1))
        .map((index) => [...subset, index]),
    );
    all.push(...last);
  }
  return all;
}
