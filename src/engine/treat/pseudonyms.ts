import { InputError } from '../inputError.ts';
import type { PseudonymReport } from '../report/reportTypes.ts';
import type { Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import type { TreatedRecords } from './groupRecords.ts';
import type { SourceRecords } from './recordSteps.ts';
import type { TreatmentPlan } from './treatmentPlan.ts';
import { treatedSql } from './treatmentSql.ts';

/**
 * Counts the pseudo-IDs of each column; codes and pseudo-IDs are counted apart, so no table holds both.
 * @throws InputError when two codes were given the same pseudo-ID: the length is too short for so many.
 */
export async function countPseudonyms(
  run: Run,
  plan: TreatmentPlan,
  { from }: SourceRecords,
  { columns }: TreatedRecords,
): Promise<PseudonymReport[]> {
  const reports: PseudonymReport[] = [];
  for (const [index, { column, treatment, before }] of plan.steps.entries()) {
    if (treatment.kind !== 'pseudoId') continue;
    const own = name(columns.find((one) => one.column === column)?.id ?? '');
    const earlier = treatedSql(plan, from, plan.steps.slice(0, index));
    const codes = await count(
      run,
      sql`SELECT count(DISTINCT ${name(before)}) AS n FROM ${earlier} WHERE ${name(before)} <> ''`,
    );
    const ids = await count(run, sql`SELECT count(DISTINCT ${own}) AS n FROM treated WHERE ${own} <> ''`);
    if (ids < codes)
      throw new InputError(
        `手順書の columns → ${column.name} → treat → pseudoId → length`,
        `値「${treatment.length}」では短すぎます。${codes} 種類の符号に同じ仮ID が重なりました。長くしてください。`,
      );
    reports.push({
      column: column.name,
      method: 'HMAC-SHA-256',
      length: treatment.length,
      values: ids,
      keyDestroyed: true,
    });
  }
  return reports;
}

async function count(run: Run, text: ReturnType<typeof sql>): Promise<number> {
  const [row] = await run.rows<{ n: bigint }>(statement(text));
  return Number(row?.n ?? 0);
}
