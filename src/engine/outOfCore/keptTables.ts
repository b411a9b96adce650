import type { DistinctTable } from '../lattice/distinctTable.ts';
import { isAtMost } from '../lattice/isAtMost.ts';
import type { NodeCounter } from '../lattice/nodeCounter.ts';
import { combinationBytes, entryBytes } from '../searchShare.ts';

/** Nodes whose classes are few enough to be held: every node above one is counted in memory. */
export interface KeptTables {
  /** What a table may take to be kept. */
  readonly mostBytes: number;
  /** What a table of so many classes and values takes, with the groupings that are kept of it. */
  bytesOf(classes: number, entries: number): number;
  /** Counts the nodes above the smallest kept node that is finer. */
  counterFor(levels: readonly number[]): NodeCounter | null;
  /** Keeps a table, and lets go of those unused for longest. */
  keep(levels: readonly number[], table: DistinctTable): NodeCounter;
}

/** Makes the counter of a table with so much memory for its groupings. */
export type CounterMaker = (table: DistinctTable, cacheBytes: number) => NodeCounter;

interface Kept {
  readonly levels: readonly number[];
  readonly classes: number;
  readonly bytes: number;
  readonly counter: NodeCounter;
  used: number;
}

/** Tables that there is room for, however large each is. */
const fewest = 3;

/**
 * @param bytes for all tables, and for the groupings that are kept of them: half as much as the table itself.
 * @param codeBytes of the codes of a class.
 */
export function keptTables(bytes: number, codeBytes: number, counterOf: CounterMaker): KeptTables {
  const kept: Kept[] = [];
  let [held, clock] = [0, 0];
  const bytesOf = (classes: number, entries: number) =>
    1.5 * (classes * (codeBytes + combinationBytes) + entries * entryBytes);
  return {
    mostBytes: bytes / fewest,
    bytesOf,
    counterFor: (levels) => {
      let best: Kept | null = null;
      for (const one of kept)
        if (one.classes < (best?.classes ?? Number.POSITIVE_INFINITY) && isAtMost(one.levels, levels)) best = one;
      if (best) best.used = ++clock;
      return best?.counter ?? null;
    },
    keep: (levels, table) => {
      const entries = table.sensitive.reduce((sum, { counts }) => sum + counts.length, 0);
      const own = bytesOf(table.combinations, entries);
      while (kept.length > 0 && held + own > bytes) held -= removeOldest(kept).bytes;
      const counter = counterOf(table, own / 3);
      kept.push({ levels, classes: table.combinations, bytes: own, counter, used: ++clock });
      held += own;
      return counter;
    },
  };
}

function removeOldest(kept: Kept[]): Kept {
  const oldest = kept.reduce((least, one, index) => (one.used < (kept[least] as Kept).used ? index : least), 0);
  return kept.splice(oldest, 1)[0] as Kept;
}
