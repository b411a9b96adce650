import type { Grouper } from './grouping.ts';
import { bytesOf } from './groupingCache.ts';

/** Told the bytes of a grouping. */
export type OnGrouped = (bytes: number) => void;

/** A grouper that tells the bytes of every grouping that it makes. */
export function watchedGrouper(grouper: Grouper, onGrouped: OnGrouped | undefined): Grouper {
  if (!onGrouped) return grouper;
  const group: Grouper['group'] = (levels, finer) => {
    const grouping = grouper.group(levels, finer);
    onGrouped(bytesOf(grouping));
    return grouping;
  };
  return { ...grouper, group };
}
