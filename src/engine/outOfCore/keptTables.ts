import type { DistinctTable } from '../lattice/distinctTable.ts';
import { isAtMost } from '../lattice/isAtMost.ts';
import type { NodeCounter } from '../lattice/nodeCounter.ts';
import { combinationBytes, entryBytes } from '../searchShare.ts';

/** Nodes whose classes are few enough to be held: every node above one is counted in memory. */
export interface KeptTables {
  /** How many classes a table may have to be kept, as far as it has no values of sensitive columns. */
  readonly mostClasses: number;
  /** Whether a table of so many classes and values may be kept. */
  fits(classes: number, entries: number): boolean;
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

/**
 * @param bytes for all tables, and for the groupings that are kept of them: half as much as the table itself.
 * @param codeBytes of the codes of a class.
 */
export function keptTables(bytes: number, codeBytes: number, counterOf: CounterMaker): KeptTables {
  const kept: Kept[] = [];
  let [held, clock] = [0, 0];
  const sizeOf = (classes: number, entries: number) =>
    1.5 * (classes * (codeBytes + combinationBytes) + entries * entryBytes);
  const isSmall = (size: number) => size <= bytes / 2;
  return {
    mostClasses: Math.floor(bytes / 2 / sizeOf(1, 0)),
    fits: (classes, entries) => isSmall(sizeOf(classes, entries)),
    counterFor: (levels) => {
      let best: Kept | null = null;
      for (const one of kept) if (one.classes < (best?.classes ?? Infinity) && isAtMost(one.levels, levels)) best = one;
      if (best) best.used = ++clock;
      return best?.counter ?? null;
    },
    keep: (levels, table) => {
      const entries = table.sensitive.reduce((sum, { counts }) => sum + counts.length, 0);
      const size = sizeOf(table.combinations, entries);
      while (kept.length > 0 && held + size > bytes) held -= removeOldest(kept).bytes;
      const counter = counterOf(table, size / 3);
      kept.push({ levels, classes: table.combinations, bytes: size, counter, used: ++clock });
      held += size;
      return counter;
    },
  };
}

function removeOldest(kept: Kept[]): Kept {
  const oldest = kept.reduce((least, one, index) => (one.used < (kept[least] as Kept).used ? index : least), 0);
  return kept.splice(oldest, 1)[0] as Kept;
}
