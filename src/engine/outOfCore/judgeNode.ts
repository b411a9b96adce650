import { classViewer } from '../measure/classView.ts';
import { judgeClasses } from '../measure/judgeClasses.ts';
import { failingRecords } from '../measure/measureNode.ts';
import { raw, sql, statement } from '../sql.ts';
import type { DatabaseLattice } from './databaseLattice.ts';
import { type IdSet, idSet } from './idSet.ts';
import { makeNodeValues, valuedClasses } from './nodeClasses.ts';

/** What the criteria on sensitive columns say of the classes of the table `node`. */
export interface NodeVerdict {
  /** Classes that fail, by their `id` in `node`. */
  readonly failing: IdSet;
  /** Their records, and those of which every part fails too. */
  readonly suppressed: number;
  readonly suppressedForGood: number;
  /** Records in classes smaller than k, and then of each criterion those in classes that fail it. */
  readonly failingRecords: readonly number[];
}

/** @param atLeast the smallest classes that are looked at. */
export async function judgeNode(
  { run, files, facts, k, criteria }: DatabaseLattice,
  levels: readonly number[],
  classes: number,
  atLeast: number,
): Promise<NodeVerdict> {
  const failing = idSet(classes);
  const sums = [0, ...criteria.map(() => 0)];
  let [suppressed, suppressedForGood] = [0, 0];
  await makeNodeValues(run, files, levels, atLeast);
  const view = classViewer(facts.table);
  const judge = judgeClasses(k, criteria, view);
  for await (const { ids, grouping } of valuedClasses(run, facts.table.sensitive.length)) {
    const verdict = judge(grouping);
    suppressed += verdict.suppressed;
    suppressedForGood += verdict.suppressedForGood;
    for (const [index, id] of ids.entries()) if (verdict.fails[index] === 1) failing.add(id);
    for (const [index, records] of failingRecords(k, criteria, grouping, view(grouping)).entries())
      sums[index] = (sums[index] as number) + records;
  }
  return { failing, suppressed, suppressedForGood, failingRecords: sums };
}

/** Ids that go into the database at once. */
const portion = 1 << 16;

/** Leaves the classes of `node` that meet every requirement as the table `kept_node`. */
export async function keepNode({ run, k }: DatabaseLattice, failing: IdSet | null): Promise<void> {
  await run.execute(statement(raw('CREATE OR REPLACE TABLE failing (id UINTEGER)')));
  for (const ids of failing?.pieces(portion) ?? []) await run.append('failing', [{ type: 'UINTEGER', values: ids }]);
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE kept_node AS SELECT * FROM node ANTI JOIN failing USING (id) WHERE n >= ${k}`,
    ),
  );
}
