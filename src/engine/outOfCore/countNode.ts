import type { Grouping } from '../lattice/grouping.ts';
import type { CountedNode, NodeDescription } from '../lattice/nodeCounter.ts';
import { suppressedBy, suppressionCost } from '../measure/measureNode.ts';
import { raw, sql, statement } from '../sql.ts';
import type { DatabaseLattice } from './databaseLattice.ts';
import type { IdSet } from './idSet.ts';
import { judgeNode, keepNode } from './judgeNode.ts';
import { type NodeRows, nodeRows } from './nodeClasses.ts';

/** Counts the node whose classes stand in the table `node`. */
export async function countNode(
  lattice: DatabaseLattice,
  levels: readonly number[],
  classes: number,
): Promise<CountedNode> {
  const { k, criteria } = lattice;
  const below = await recordsBelow(lattice);
  const verdict = criteria.length === 0 ? null : await judgeNode(lattice, levels, classes, k);
  return {
    suppressed: below + (verdict?.suppressed ?? 0),
    suppressedForGood: below + (verdict?.suppressedForGood ?? 0),
    loss: async () => lattice.facts.model.total(await lossesOf(lattice, levels, verdict?.failing ?? null)),
  };
}

/** Describes the node whose classes stand in the table `node`. */
export async function describeNode(
  lattice: DatabaseLattice,
  levels: readonly number[],
  classes: number,
): Promise<NodeDescription> {
  const { run, facts, criteria } = lattice;
  const verdict = criteria.length === 0 ? null : await judgeNode(lattice, levels, classes, 0);
  const losses = await lossesOf(lattice, levels, verdict?.failing ?? null);
  await keepNode(lattice, verdict?.failing ?? null);
  const sizes = await run.rows<{ size: number; classes: number }>(
    statement(raw('SELECT n AS size, CAST(count(*) AS DOUBLE) AS classes FROM kept_node GROUP BY n ORDER BY n')),
  );
  const below = await recordsBelow(lattice);
  return {
    levels,
    loss: facts.model.total(losses),
    losses,
    suppressedRecords: verdict?.suppressed ?? below,
    suppressedPersons: null,
    suppressedBy: suppressedBy(criteria, verdict?.failingRecords ?? [below]),
    classes: sizes.reduce((sum, one) => sum + one.classes, 0),
    smallestClass: sizes[0]?.size ?? null,
    classSizes: sizes.map((one) => [one.size, one.classes]),
  };
}

/** Records in classes smaller than k. */
async function recordsBelow({ run, k }: DatabaseLattice): Promise<number> {
  const [row] = await run.rows<{ records: number }>(
    statement(sql`SELECT coalesce(sum(n), 0) AS records FROM node WHERE n < ${k}`),
  );
  return row?.records ?? 0;
}

/** @param failing classes that fail a criterion on a sensitive column, where there are such criteria. */
async function lossesOf(
  { run, facts: { table, model }, k }: DatabaseLattice,
  levels: readonly number[],
  failing: IdSet | null,
): Promise<number[]> {
  const extra = new Float64Array(table.attributes.length);
  for await (const rows of nodeRows(run, table.attributes, failing ? raw('true') : sql`n < ${k}`)) {
    const fails = Uint8Array.from(rows.ids, (id, index) =>
      (rows.counts[index] as number) < k || failing?.has(id) ? 1 : 0,
    );
    const cost = suppressionCost(rows, model.deficit, groupingOf(levels, rows), { fails });
    for (const [index, more] of cost.entries()) extra[index] = (extra[index] as number) + more;
  }
  return model.losses(levels, extra);
}

const groupingOf = (levels: readonly number[], { ids, counts }: NodeRows): Grouping => ({
  ...{ levels, counts, histograms: [] },
  classes: ids.length,
  representatives: Uint32Array.from(ids.keys()),
});
