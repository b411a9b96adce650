import type { Grouper, Grouping } from './grouping.ts';
import { isAtMost } from './isAtMost.ts';

/** Groupings that were made, so that a coarser one starts from few classes instead of from all. */
export interface GroupingCache {
  /** The classes of a node above the base, made from the smallest kept grouping that is finer. */
  group(levels: readonly number[]): Grouping;
}

const mostEntries = 400;
/** A grouping is worth keeping when it is that much smaller than the one that it was made from. */
const worthwhile = 0.8;

/** Keeps at most `bytes` beside the base; the one unused for longest goes first. */
export function groupingCache(base: Grouping, group: Grouper['group'], bytes: number): GroupingCache {
  /** The smallest first. */
  const kept: { grouping: Grouping; used: number }[] = [];
  let [held, clock] = [0, 0];

  const smallestFiner = (levels: readonly number[]): Grouping => {
    for (const entry of kept) {
      if (!isAtMost(entry.grouping.levels, levels)) continue;
      entry.used = ++clock;
      return entry.grouping;
    }
    return base;
  };

  const keep = (grouping: Grouping): void => {
    const size = bytesOf(grouping);
    if (size > bytes / 4) return;
    held += size;
    const larger = kept.findIndex(({ grouping: { classes } }) => classes > grouping.classes);
    kept.splice(larger < 0 ? kept.length : larger, 0, { grouping, used: ++clock });
    while (held > bytes || kept.length > mostEntries) {
      const oldest = kept.reduce((least, entry, index) => (entry.used < (kept[least]?.used ?? 0) ? index : least), 0);
      const [gone] = kept.splice(oldest, 1);
      held -= gone ? bytesOf(gone.grouping) : 0;
    }
  };

  return {
    group: (levels) => {
      const finer = smallestFiner(levels);
      const grouping = group(levels, finer);
      if (grouping.classes < worthwhile * finer.classes) keep(grouping);
      return grouping;
    },
  };
}

/** Memory that a grouping takes, but for what it shares with others. */
export function bytesOf({ classes, histograms }: Grouping): number {
  return histograms.reduce((sum, { valueCodes }) => sum + 4 * classes + 12 * valueCodes.length, 12 * classes);
}
