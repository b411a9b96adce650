import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { joined, raw, sql, statement } from '../sql.ts';
import { checked, written } from './checks.ts';
import { codeShapes, holdsCodeShapeSql } from './codeShapes.ts';
import type { Expectation } from './expectation.ts';
import type { FoundRows } from './foundRows.ts';
import { isPseudoId } from './pseudoIdOf.ts';

/** No cell of the output has the shape of an identification code (規則62条2号), but in columns accepted with a reason. */
export async function checkCodeShapes(run: Run, found: FoundRows, { recipe }: Expectation): Promise<CheckReport[]> {
  const pseudoIds = recipe.columns.filter(isPseudoId).map(({ name }) => found.ids[found.header.indexOf(name)]);
  // Twelve hexadecimal characters are now and then all digits: what pseudo-IDs have to look like is a check of its own.
  const holders = (await findHolders(run)).filter(({ id }) => !pseudoIds.includes(id));
  if (holders.length === 0)
    return [checked(2, 'codeShapes', true, '個人識別符号の形の値は、出力のどのセルにもありません。', { cells: 0 })];
  return holders.map(({ id, shape, cells }) => {
    const column = found.header[found.ids.indexOf(id)] ?? '';
    const accepted = recipe.columns.find((one) => one.name === column)?.accepted ?? null;
    const reason = accepted === null ? '' : `（残す理由: ${accepted}）`;
    const finding = `「${column}」に、${shape}の形の値が ${written(cells)} 件あります${reason}。`;
    return checked(2, 'codeShapes', accepted !== null, finding, { cells });
  });
}

/** Columns that hold values of a shape. All shapes are looked for at once; which they are is asked of the values found. */
async function findHolders(run: Run): Promise<{ id: string; shape: string; cells: number }[]> {
  const value = raw('value');
  const perShape = codeShapes.map(
    (shape) =>
      sql`SELECT id, ${shape.label} AS shape, sum(n) AS cells FROM shaped WHERE ${holdsCodeShapeSql(value, [shape])} GROUP BY id`,
  );
  return run.rows(
    statement(
      sql`WITH shaped AS MATERIALIZED (SELECT * FROM cells WHERE ${holdsCodeShapeSql(value)}) SELECT * FROM (${joined(perShape, ' UNION ALL ')}) ORDER BY id, shape`,
    ),
  );
}
