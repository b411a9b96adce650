import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { name, statement } from '../sql.ts';
import { checked, written } from './checks.ts';
import { codeShapes, countShapesSql } from './codeShapes.ts';
import type { Expectation } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';

/** No cell of the output has the shape of an identification code (規則62条2号), but in columns accepted with a reason. */
export async function checkCodeShapes(run: Run, found: FoundRows, { recipe }: Expectation): Promise<CheckReport[]> {
  const checks: CheckReport[] = [];
  for (const column of found.header) {
    const counts = await run.numbers(statement(countShapesSql(name('found'), idOf(found, column))));
    const accepted = recipe.columns.find((one) => one.name === column)?.accepted ?? null;
    for (const [index, [cells = 0]] of counts.entries()) {
      if (cells === 0) continue;
      const shape = codeShapes[index]?.label ?? '';
      const reason = accepted === null ? '' : `（残す理由: ${accepted}）`;
      const finding = `「${column}」に、${shape}の形の値が ${written(cells)} 件あります${reason}。`;
      checks.push(checked(2, 'codeShapes', accepted !== null, finding, { cells }));
    }
  }
  if (checks.length > 0) return checks;
  return [checked(2, 'codeShapes', true, '個人識別符号の形の値は、出力のどのセルにもありません。', { cells: 0 })];
}
