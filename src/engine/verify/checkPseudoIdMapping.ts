import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { itemOfRemoval } from './checkRemovedValues.ts';
import { checked, written } from './checks.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { isPseudoId } from './pseudoIdOf.ts';
import { markOf } from './writtenCells.ts';

/**
 * Pseudo-IDs can't be made again, since their key is gone; but the recipe makes others of the source, and both are the same
 * values under two names. So there has to be a pairing of the ones with the others by which the rows are the same: every
 * value has one pseudo-ID, and no two values have the same.
 *
 * @param ids columns of the table `released`, in the order of the output, whose pseudo-IDs are those of another key.
 */
export async function checkPseudoIdMapping(
  run: Run,
  found: FoundRows,
  expected: Expectation,
  ids: readonly string[],
): Promise<CheckReport[]> {
  const columns = writtenColumns(expected);
  const mark = markOf(expected.recipe.output);
  const foundCell = (index: number) => name(idOf(found, columns[index]?.name ?? ''));
  const madeCell = (index: number) => sql`coalesce(${name(ids[index] ?? '')}, ${mark})`;
  const others = columns.flatMap((column, index) => (isPseudoId(column) ? [] : [index]));
  const checks: CheckReport[] = [];
  for (const [index, column] of columns.entries()) {
    if (!isPseudoId(column)) continue;
    const { all, unpaired } = await countUnpaired(
      run,
      printsSql(raw('found'), foundCell(index), others.map(foundCell)),
      printsSql(raw('released'), madeCell(index), others.map(madeCell)),
    );
    const finding =
      unpaired === 0
        ? `「${column.name}」の仮ID（${written(all)} 種類）は、元の値と一対一に対応しています。`
        : `「${column.name}」の仮ID のうち ${written(unpaired)} 種類は、元の値と一対一に対応していません（同じ値に違う仮ID、または違う値に同じ仮ID が付いています）。`;
    checks.push(checked(itemOfRemoval(column), 'pseudoIdMapping', unpaired === 0, finding, { unpaired }));
  }
  return checks;
}

/** One row per pseudo-ID: what stands beside it in its records, whatever it is called itself. */
function printsSql(from: Sql, id: Sql, others: readonly Sql[]): Sql {
  const beside = others.length === 0 ? raw('0') : sql`hash(${joined(others)})`;
  return sql`SELECT sum(n) AS records, sum(CAST(${beside} AS HUGEINT) * n) AS beside FROM ${from} GROUP BY ${id}`;
}

async function countUnpaired(run: Run, found: Sql, made: Sql): Promise<{ all: number; unpaired: number }> {
  const counted = (prints: Sql) => sql`SELECT records, beside, count(*) AS ids FROM (${prints}) GROUP BY ALL`;
  const [row] = await run.rows<{ all: number; unpaired: number }>(
    statement(
      sql`SELECT CAST(coalesce(sum(f.ids), 0) AS DOUBLE) AS "all", CAST(coalesce(greatest(sum(greatest(coalesce(f.ids, 0) - coalesce(m.ids, 0), 0)), sum(greatest(coalesce(m.ids, 0) - coalesce(f.ids, 0), 0))), 0) AS DOUBLE) AS unpaired FROM (${counted(found)}) f FULL JOIN (${counted(made)}) m USING (records, beside)`,
    ),
  );
  return row ?? { all: 0, unpaired: 0 };
}
