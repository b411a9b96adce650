import { countRows } from '../readNumbers.ts';
import { joined, raw, type Sql, sql, statement } from '../sql.ts';
import { type CodedColumn, codeName } from '../treat/encodeRecords.ts';
import type { DatabaseLattice } from './databaseLattice.ts';
import { judgeNode, keepNode } from './judgeNode.ts';
import { levelColumn, levelsTable } from './latticeFiles.ts';
import { groupColumn, makeNode } from './nodeClasses.ts';

/** The combinations that stand in classes that meet every requirement. */
export interface MarkedCombinations {
  /** The condition by which a row of the table `combinations` is one of them. */
  readonly kept: Sql;
  /** Their records, counted by themselves. */
  readonly records: number;
  readonly classes: number;
}

/** Gives the table `combinations` the column `kept`. @param levels of the lattice. */
export async function markKept(
  lattice: DatabaseLattice,
  quasi: readonly CodedColumn[],
  levels: readonly number[],
): Promise<MarkedCombinations> {
  const { run, files, k, criteria } = lattice;
  const classes = await makeNode(run, files, levels);
  const failing = criteria.length === 0 ? null : (await judgeNode(lattice, levels, classes, k)).failing;
  await keepNode(lattice, failing);
  const joins = quasi.map(
    (column, index) => sql`JOIN ${levelsTable(index)} ON ${levelsTable(index)}.code = c.${codeName(column)}`,
  );
  const same = quasi.map(
    (_, index) =>
      sql`kept_node.${groupColumn(index)} = ${levelsTable(index)}.${levelColumn(index, levels[index] as number)}`,
  );
  const on = same.length === 0 ? raw('true') : joined(same, ' AND ');
  await run.execute(
    statement(
      sql`CREATE TABLE marked AS SELECT c.*, kept_node.id IS NOT NULL AS kept FROM combinations c ${joined(joins, ' ')} LEFT JOIN kept_node ON ${on}`,
    ),
  );
  const keptClasses = await countRows(run, 'kept_node');
  await run.execute(statement(raw('DROP TABLE combinations')));
  await run.execute(statement(raw('ALTER TABLE marked RENAME TO combinations')));
  const [row] = await run.rows<{ records: number }>(
    statement(raw('SELECT CAST(coalesce(sum(n), 0) AS DOUBLE) AS records FROM combinations WHERE kept')),
  );
  return { kept: raw('combinations.kept'), records: row?.records ?? 0, classes: keptClasses };
}
