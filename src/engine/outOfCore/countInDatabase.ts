import { createGrouper } from '../lattice/grouping.ts';
import type { LatticeCounts } from '../lattice/latticeCounts.ts';
import { type NodeCounter, nodeCounter } from '../lattice/nodeCounter.ts';
import { projections } from '../lattice/projections.ts';
import { type OnGrouped, watchedGrouper } from '../lattice/watchedGrouper.ts';
import { classViewer } from '../measure/classView.ts';
import { judgeClasses } from '../measure/judgeClasses.ts';
import { countRows } from '../readNumbers.ts';
import { codeBytes } from '../treat/readTable.ts';
import { countNode, describeNode } from './countNode.ts';
import type { DatabaseLattice } from './databaseLattice.ts';
import { finestWithin, type SizedNode } from './finestWithin.ts';
import { type CounterMaker, type KeptTables, keptTables } from './keptTables.ts';
import { makeNode, makeNodeValues, readNode } from './nodeClasses.ts';

/**
 * Counts the nodes of a lattice whose combinations are too many for the memory: the database groups them, and a node with
 * few classes is kept, so that all nodes above it are counted in memory. The answers are the same to the digit.
 *
 * @param bytes memory for the kept nodes.
 * @param onGrouped see `SearchOptions`.
 */
export function countInDatabase(
  lattice: DatabaseLattice,
  bytes: number,
  isOver: () => boolean,
  onGrouped?: OnGrouped,
): LatticeCounts {
  const { attributes } = lattice.facts.table;
  const { heights } = lattice.files;
  const perClass = attributes.reduce((sum, attribute) => sum + codeBytes(attribute), 0);
  const kept = keptTables(bytes, perClass, memoryCounter(lattice, onGrouped));
  const grouped: Grouped = { lattice, kept, counted: [{ levels: heights, bytes: kept.bytesOf(1, 0) }] };
  const projection = (subset: readonly number[], node: readonly number[]) =>
    heights.map((leftOut, index) => (subset.includes(index) ? (node[index] as number) : leftOut));
  return {
    heights,
    units: lattice.facts.table.records,
    model: lattice.facts.model,
    counter: {
      count: async (levels) => {
        const found = await lookAt(grouped, levels);
        return 'counter' in found ? found.counter.count(levels) : countNode(lattice, levels, found.classes);
      },
      describe: async (levels) => {
        const found = await lookAt(grouped, levels);
        return 'counter' in found ? found.counter.describe(levels) : describeNode(lattice, levels, found.classes);
      },
    },
    projected: projections({
      heights,
      // A projection costs the database as much as a node, which says more.
      count: async (subset, node) => {
        const levels = projection(subset, node);
        const counted = await kept.counterFor(levels)?.count(levels);
        return counted?.suppressedForGood ?? null;
      },
      isOver,
    }),
  };
}

/** What was grouped so far. */
interface Grouped {
  readonly lattice: DatabaseLattice;
  readonly kept: KeptTables;
  readonly counted: SizedNode[];
}

const memoryCounter =
  ({ facts: { model }, k, criteria }: DatabaseLattice, onGrouped: OnGrouped | undefined): CounterMaker =>
  (table, cacheBytes) => {
    const view = classViewer(table);
    const judge = judgeClasses(k, criteria, view);
    return nodeCounter(table, {
      grouper: watchedGrouper(createGrouper(table), onGrouped),
      model,
      k,
      criteria,
      judge,
      view,
      cacheBytes,
    });
  };

/** A node: counted from a kept one, or too large, and then its classes stand in the table `node`. */
type Found = { readonly counter: NodeCounter } | { readonly classes: number };

async function lookAt(grouped: Grouped, levels: readonly number[]): Promise<Found> {
  const { lattice, kept, counted } = grouped;
  const known = kept.counterFor(levels);
  if (known) return { counter: known };
  const finer = finestWithin(lattice.facts.table.attributes, levels, counted, kept.mostBytes);
  const found = await group(grouped, finer);
  return 'counter' in found || finer.join() === levels.join() ? found : group(grouped, levels);
}

/** Groups the classes of a node, and keeps them if they are few enough. */
async function group({ lattice, kept, counted }: Grouped, levels: readonly number[]): Promise<Found> {
  const { run, files, facts } = lattice;
  const classes = await makeNode(run, files, levels);
  if (kept.bytesOf(classes, 0) > kept.mostBytes) return { classes };
  if (files.values) await makeNodeValues(run, files, levels, 0);
  const bytes = kept.bytesOf(classes, files.values ? await countRows(run, 'node_values') : 0);
  counted.push({ levels, bytes });
  if (bytes > kept.mostBytes) return { classes };
  const table = await readNode(run, facts.table, files, levels, classes);
  return { counter: kept.keep(levels, table) };
}
