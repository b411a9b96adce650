import { createGrouper } from '../lattice/grouping.ts';
import type { LatticeCounts } from '../lattice/latticeCounts.ts';
import { type NodeCounter, nodeCounter } from '../lattice/nodeCounter.ts';
import { projections } from '../lattice/projections.ts';
import { classViewer } from '../measure/classView.ts';
import { judgeClasses } from '../measure/judgeClasses.ts';
import { countRows } from '../readNumbers.ts';
import { codeBytes } from '../treat/readTable.ts';
import { countNode, describeNode } from './countNode.ts';
import type { DatabaseLattice } from './databaseLattice.ts';
import { finestWithin } from './finestWithin.ts';
import { type CounterMaker, type KeptTables, keptTables } from './keptTables.ts';
import { makeNode, makeNodeValues, readNode } from './nodeClasses.ts';

/**
 * Counts the nodes of a lattice whose combinations are too many for the memory: the database groups them, and a node with
 * few classes is kept, so that all nodes above it are counted in memory. The answers are the same to the digit.
 *
 * @param bytes memory for the kept nodes.
 */
export function countInDatabase(lattice: DatabaseLattice, bytes: number, isOver: () => boolean): LatticeCounts {
  const { attributes } = lattice.facts.table;
  const { heights } = lattice.files;
  const perClass = attributes.reduce((sum, attribute) => sum + codeBytes(attribute), 0);
  const kept = keptTables(bytes, perClass, memoryCounter(lattice));
  const counter: NodeCounter = {
    count: async (levels) => {
      const found = await lookAt(lattice, kept, levels);
      return 'counter' in found ? found.counter.count(levels) : countNode(lattice, levels, found.classes);
    },
    describe: async (levels) => {
      const found = await lookAt(lattice, kept, levels);
      return 'counter' in found ? found.counter.describe(levels) : describeNode(lattice, levels, found.classes);
    },
  };
  const projection = (subset: readonly number[], node: readonly number[]) =>
    heights.map((leftOut, index) => (subset.includes(index) ? (node[index] as number) : leftOut));
  return {
    heights,
    units: lattice.facts.table.records,
    model: lattice.facts.model,
    counter,
    projected: projections({
      heights,
      count: async (subset, node) => (await counter.count(projection(subset, node))).suppressedForGood,
      isOver,
    }),
  };
}

const memoryCounter =
  ({ facts: { model }, k, criteria }: DatabaseLattice): CounterMaker =>
  (table, cacheBytes) => {
    const view = classViewer(table);
    const judge = judgeClasses(k, criteria, view);
    return nodeCounter(table, { grouper: createGrouper(table), model, k, criteria, judge, view, cacheBytes });
  };

/** A node: counted from a kept one, or too large, and then its classes stand in the table `node`. */
type Found = { readonly counter: NodeCounter } | { readonly classes: number };

async function lookAt(lattice: DatabaseLattice, kept: KeptTables, levels: readonly number[]): Promise<Found> {
  const known = kept.counterFor(levels);
  if (known) return { counter: known };
  const finer = finestWithin(lattice.facts.table.attributes, levels, kept.mostClasses);
  const found = await group(lattice, kept, finer);
  return 'counter' in found || finer.join() === levels.join() ? found : group(lattice, kept, levels);
}

/** Groups the classes of a node, and keeps them if they are few enough. */
async function group(lattice: DatabaseLattice, kept: KeptTables, levels: readonly number[]): Promise<Found> {
  const { run, files, facts } = lattice;
  const classes = await makeNode(run, files, levels);
  if (!kept.fits(classes, 0)) return { classes };
  if (files.values) {
    await makeNodeValues(run, files, levels, 0);
    if (!kept.fits(classes, await countRows(run, 'node_values'))) return { classes };
  }
  const table = await readNode(run, facts.table, files, levels, classes);
  return { counter: kept.keep(levels, table) };
}
