import type { CheckReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { sql, statement } from '../sql.ts';
import { conditionSql } from '../treat/conditionSql.ts';
import { describeRecordStep, fullDescription } from '../treat/describeTreatment.ts';
import { checked, written } from './checks.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { isMark, plainCell } from './writtenCells.ts';

/** No record is left that a condition drops, or does not keep, where the output still holds the values it asks about. */
export async function checkDroppedRecords(run: Run, found: FoundRows, expected: Expectation): Promise<CheckReport[]> {
  const checks: CheckReport[] = [];
  const unchanged = writtenColumns(expected).filter(
    ({ name, treatments }) => treatments.length === 0 && (expected.levels[name] ?? 0) === 0,
  );
  for (const step of expected.recipe.records) {
    if (step.kind !== 'drop' && step.kind !== 'keep') continue;
    const column = unchanged.find(({ name }) => name === step.condition.column);
    if (!column) continue;
    const meets = conditionSql(step.condition.test, plainCell(expected.recipe.output));
    const notKept = sql`(NOT ${meets} AND NOT (${isMark(expected.recipe.output)}))`;
    const wrong = step.kind === 'drop' ? meets : notKept;
    const [row] = await run.rows<{ records: number }>(
      statement(
        sql`SELECT CAST(coalesce(sum(n), 0) AS DOUBLE) AS records FROM cells WHERE id = ${idOf(found, column.name)} AND ${wrong}`,
      ),
    );
    const records = row?.records ?? 0;
    const words = fullDescription(describeRecordStep(step));
    const finding = `${words}: 除くはずの記録は${records === 0 ? 'ありません' : `${written(records)} 件残っています`}。`;
    checks.push(checked(step.item, 'droppedRecords', records === 0, finding, { records }));
  }
  return checks;
}
