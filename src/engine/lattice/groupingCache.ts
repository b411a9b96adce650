import type { Grouper, Grouping } from './grouping.ts';
import { isAtMost } from './isAtMost.ts';

/** Groupings that were made, so that a coarser one starts from few classes instead of from all. */
export interface GroupingCache {
  /** The classes of a node above the base, made from the smallest kept grouping that is finer. */
  group(levels: readonly number[]): Grouping;
}

const mostEntries = 400;
/** Classes from which on two nodes that start alike share a start of their own. */
const large = 4096;
/** A grouping is worth keeping when it is that much smaller than the one that it was made from. */
const worthwhile = 0.8;

interface Start {
  readonly grouping: Grouping;
  used: number;
  /** The node that was made from it last. */
  last: readonly number[] | null;
}

/** Keeps at most `bytes` beside the base; the one unused for longest goes first. */
export function groupingCache(base: Grouping, group: Grouper['group'], bytes: number): GroupingCache {
  const all: Start = { grouping: base, used: 0, last: null };
  /** The smallest first. */
  const kept: Start[] = [];
  let [held, clock] = [0, 0];

  const smallestFiner = (levels: readonly number[]): Start => {
    const start = kept.find(({ grouping }) => isAtMost(grouping.levels, levels)) ?? all;
    start.used = ++clock;
    return start;
  };

  const keep = (grouping: Grouping, from: Grouping): Start | null => {
    const size = bytesOf(grouping);
    if (grouping.classes >= worthwhile * from.classes || size > bytes / 4) return null;
    held += size;
    const start = { grouping, used: ++clock, last: null };
    const larger = kept.findIndex(({ grouping: { classes } }) => classes > grouping.classes);
    kept.splice(larger < 0 ? kept.length : larger, 0, start);
    while (held > bytes || kept.length > mostEntries) {
      const oldest = kept.reduce((least, entry, index) => (entry.used < (kept[least]?.used ?? 0) ? index : least), 0);
      const [gone] = kept.splice(oldest, 1);
      held -= gone ? bytesOf(gone.grouping) : 0;
    }
    return start;
  };

  /** Nodes asked for one after the other are often alike: what is just finer than this one and the last is made first. */
  const shared = (start: Start, levels: readonly number[]): Start => {
    const { grouping, last } = start;
    start.last = levels;
    if (last === null || grouping.classes < large) return start;
    const below = levels.map((level, index) => Math.min(level, last[index] as number));
    if (isAtMost(levels, below) || isAtMost(below, grouping.levels)) return start;
    return keep(group(below, grouping), grouping) ?? start;
  };

  return {
    group: (levels) => {
      const start = shared(smallestFiner(levels), levels);
      const grouping = group(levels, start.grouping);
      keep(grouping, start.grouping);
      return grouping;
    },
  };
}

/** Memory that a grouping takes, but for what it shares with others. */
export function bytesOf({ classes, histograms }: Grouping): number {
  return histograms.reduce((sum, { valueCodes }) => sum + 4 * classes + 12 * valueCodes.length, 12 * classes);
}
