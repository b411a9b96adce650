import type { Run } from '../run.ts';
import { name, raw, type Sql, sql, statement } from '../sql.ts';
import type { TreatedRecords } from './groupRecords.ts';
import type { TreatmentPlan } from './treatmentPlan.ts';
import { treatedSql } from './treatmentSql.ts';
import { unreadableSql } from './unreadableSql.ts';

const most = 100;

/** Step id → up to 100 values that the step could not read; only steps with such cells. */
export async function listUnreadable(
  run: Run,
  plan: TreatmentPlan,
  from: Sql,
  treated: TreatedRecords,
): Promise<Map<string, readonly string[]>> {
  const unreadable = new Map<string, readonly string[]>();
  for (const { step, unreadableCells } of treated.steps) {
    if (unreadableCells === 0) continue;
    const before = name(step.before);
    const [values = []] = await run.columns(
      statement(
        sql`SELECT DISTINCT ${before} FROM ${treatedSql(plan, from)} WHERE ${unreadableSql(step)} ORDER BY 1 LIMIT ${raw(String(most))}`,
      ),
    );
    unreadable.set(step.id, values as string[]);
  }
  return unreadable;
}
