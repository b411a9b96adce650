import type { Grouper, Grouping } from './grouping.ts';
import { type GroupingCache, groupingCache } from './groupingCache.ts';

/** What the projections of a node to a few of its attributes say about it. */
export interface Projections {
  /** Whether some projection suppresses at least that many records: then so does the node. */
  reach(levels: readonly number[], suppressed: number): boolean;
}

export interface ProjectionOptions {
  /** Number of levels per attribute; as a level of a grouping it means "left out". */
  readonly heights: readonly number[];
  readonly grouper: Grouper;
  readonly suppressedForGood: (grouping: Grouping) => number;
  /** For the groupings of all projections together, beside the finest of each. */
  readonly cacheBytes: number;
}

const mostAttributes = 3;

/**
 * A projection leaves attributes out, so its classes are unions of the node's: what fails there for good fails in the
 * node. Each is counted when it is first asked for.
 */
export function projections({ heights, grouper, suppressedForGood, cacheBytes }: ProjectionOptions): Projections {
  const subsets = subsetsOf(heights.length, Math.min(mostAttributes, heights.length - 1));
  const bytes = cacheBytes / subsets.length;
  const hubs = new Map<string, Grouping>();
  /** The finest grouping of the attributes, made from that of the same attributes and one more. */
  const hubOf = (subset: readonly number[]): Grouping => {
    const known = hubs.get(subset.join());
    if (known) return known;
    const next = heights.findIndex((_, index) => !subset.includes(index));
    const finer = subset.length + 1 >= heights.length ? grouper.base : hubOf([...subset, next].sort((a, b) => a - b));
    const hub = grouper.group(
      heights.map((leftOut, index) => (subset.includes(index) ? 0 : leftOut)),
      finer,
    );
    hubs.set(subset.join(), hub);
    return hub;
  };
  const caches = new Map<readonly number[], GroupingCache>();
  const cacheOf = (subset: readonly number[]): GroupingCache => {
    const cache = caches.get(subset) ?? groupingCache(hubOf(subset), grouper.group, bytes);
    caches.set(subset, cache);
    return cache;
  };
  const count = (subset: readonly number[], node: readonly number[]): number => {
    const levels = heights.map((leftOut, index) => (subset.includes(index) ? (node[index] as number) : leftOut));
    return suppressedForGood(cacheOf(subset).group(levels));
  };
  const known = subsets.map((subset) =>
    new Float64Array(subset.reduce((product, index) => product * (heights[index] as number), 1)).fill(-1),
  );

  return {
    reach: (node, enough) =>
      subsets.some((subset, position) => {
        const results = known[position] as Float64Array;
        let place = 0;
        for (const index of subset) place = place * (heights[index] as number) + (node[index] as number);
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
