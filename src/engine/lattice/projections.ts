import type { Attribute } from './distinctTable.ts';
import type { Grouper, Grouping } from './grouping.ts';
import { bytesOf, type GroupingCache, groupingCache } from './groupingCache.ts';
import type { Awaitable } from './nodeCounter.ts';
import { subsetsOf } from './subsetsOf.ts';

/** What the projections of a node to a few of its attributes say about it. */
export interface Projections {
  /**
   * The highest levels found at which a projection suppresses at least so many records: then so does every node from
   * the given one up to them. Attributes that are left out stand at their top.
   */
  witness(levels: readonly number[], suppressed: number): Promise<readonly number[] | null>;
}

export interface ProjectionOptions {
  readonly heights: readonly number[];
  /**
   * How many a projection suppresses for good: the attributes that it keeps, and a node with the levels of these. Null:
   * not to be known for now.
   */
  readonly count: (subset: readonly number[], node: readonly number[]) => Awaitable<number | null>;
  /** Ends the look for a witness: none is found then. */
  readonly isOver: () => boolean;
}

const mostAttributes = 3;
/**
 * With many attributes the projections are to fewer of them: each is counted, and none says much. 13 attributes have 377
 * sets of up to three, 27 have 378 of up to two.
 */
const [mostForThree, mostForTwo] = [13, 27];
/** With more attributes the way from all of them to a few is too long to be worth it. */
const mostChained = 12;

/**
 * A projection leaves attributes out, so its classes are unions of the node's: what fails there for good fails in the
 * node. Each is counted when it is first asked for.
 */
export function projections({ heights, count, isOver }: ProjectionOptions): Projections {
  const subsets = projectedSubsets(heights.length);
  const known = subsets.map((subset) =>
    new Float64Array(subset.reduce((product, index) => product * (heights[index] as number), 1)).fill(-1),
  );
  const placeOf = (position: number, node: readonly number[]): number => {
    let place = 0;
    for (const index of subsets[position] as number[])
      place = place * (heights[index] as number) + (node[index] as number);
    return place;
  };
  const knownAt = (position: number, node: readonly number[]): number =>
    (known[position] as Float64Array)[placeOf(position, node)] as number;
  const countAt = async (position: number, node: readonly number[]): Promise<number> => {
    const suppressed = await count(subsets[position] as number[], node);
    if (suppressed === null) return 0;
    (known[position] as Float64Array)[placeOf(position, node)] = suppressed;
    return suppressed;
  };
  /** What is known is asked for so often that nothing is awaited for it. */
  const isEnoughAt = (position: number, node: readonly number[], enough: number): Awaitable<boolean> => {
    const suppressed = knownAt(position, node);
    return suppressed < 0 ? countAt(position, node).then((counted) => counted >= enough) : suppressed >= enough;
  };
  /** Raises each attribute of the subset as far as the projection still suppresses enough. */
  const raised = async (position: number, node: readonly number[], enough: number): Promise<readonly number[]> => {
    const subset = subsets[position] as number[];
    let levels = heights.map((height, index) => (subset.includes(index) ? (node[index] as number) : height - 1));
    for (const index of subset)
      while ((levels[index] as number) + 1 < (heights[index] as number)) {
        const higher = levels.with(index, (levels[index] as number) + 1);
        if (!(await isEnoughAt(position, higher, enough))) break;
        levels = higher;
      }
    return levels;
  };

  return {
    witness: async (levels, suppressed) => {
      for (let position = 0; position < subsets.length && !isOver(); position++) {
        const isEnough = isEnoughAt(position, levels, suppressed);
        if (isEnough === true || (isEnough !== false && (await isEnough))) return raised(position, levels, suppressed);
      }
      return null;
    },
  };
}

/** The sets of attributes that nodes are projected to. */
const projectedSubsets = (attributes: number): number[][] => subsetsOf(attributes, membersFor(attributes));

function membersFor(attributes: number): number {
  if (attributes > mostForTwo) return 1;
  return Math.min(attributes > mostForThree ? 2 : mostAttributes, attributes - 1);
}

/**
 * Groups projections in memory. Half of it is for the finest grouping of each subset, the other for those that are made
 * from it.
 */
export function projectionGrouper(attributes: readonly Attribute[], { base, group }: Grouper, cacheBytes: number) {
  /** As a level of a grouping it means "left out". */
  const heights = attributes.map(({ levels }) => levels.length);
  const fewestValues = [...heights.keys()].sort((a, b) => valuesOf(attributes[a]) - valuesOf(attributes[b]));
  const subsets = projectedSubsets(heights.length).length;
  const hubs = new Map<string, Grouping>();
  let free = cacheBytes / 2;
  /** On the way from all attributes to a few, the groupings of many attributes are worth it while they all fit. */
  const chained = heights.length <= mostChained && 20 * bytesOf(base) <= free;
  const hubOf = (subset: readonly number[]): Grouping => {
    const known = hubs.get(subset.join());
    if (known) return known;
    // What has few values makes few more groups.
    const next = fewestValues.filter((index) => !subset.includes(index)).slice(0, 1);
    const isFew = chained || subset.length < mostAttributes;
    const finer =
      isFew && subset.length + 1 < heights.length ? hubOf([...subset, ...next].sort((a, b) => a - b)) : base;
    const hub = group(
      project(
        subset,
        heights.map(() => 0),
      ),
      finer,
    );
    if (bytesOf(hub) <= free) {
      free -= bytesOf(hub);
      hubs.set(subset.join(), hub);
    }
    return hub;
  };
  const project = (subset: readonly number[], node: readonly number[]): number[] =>
    heights.map((leftOut, index) => (subset.includes(index) ? (node[index] as number) : leftOut));

  const caches = new Map<string, GroupingCache>();
  return (subset: readonly number[], node: readonly number[]): Grouping => {
    const key = subset.join();
    const cache = caches.get(key) ?? groupingCache(hubOf(subset), group, cacheBytes / 2 / subsets);
    if (hubs.has(key)) caches.set(key, cache);
    return cache.group(project(subset, node));
  };
}

const valuesOf = (attribute: Attribute | undefined): number => attribute?.levels[0]?.groups ?? 0;
