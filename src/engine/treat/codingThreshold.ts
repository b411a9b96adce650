import { InputError } from '../inputError.ts';
import type { Coding } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { name, raw, sql, statement } from '../sql.ts';
import { readNumberSql } from './readNumberSql.ts';
import type { SourceRecords } from './recordSteps.ts';
import type { TreatmentStep } from './treatmentPlan.ts';

/**
 * The threshold nearest the end of the values at which the merged class has at least `atLeast` records.
 * @throws InputError when all numbers of the column together are fewer.
 */
export async function codingThreshold(
  run: Run,
  { from, count }: SourceRecords,
  { column, before }: TreatmentStep,
  { kind, atLeast }: Coding,
): Promise<number> {
  const outermostFirst = raw(kind === 'topCode' ? 'DESC' : 'ASC');
  const numbers = sql`SELECT ${readNumberSql(name(before))} AS x, ${count} AS n FROM ${from} GROUP BY x HAVING x IS NOT NULL`;
  const [row] = await run.rows<{ threshold: number | null; records: number }>(
    statement(
      sql`SELECT first(x ORDER BY x ${outermostFirst}) FILTER (reached >= ${atLeast}) AS threshold, CAST(coalesce(max(reached), 0) AS DOUBLE) AS records FROM (SELECT x, sum(n) OVER (ORDER BY x ${outermostFirst}) AS reached FROM (${numbers}))`,
    ),
  );
  if (row && row.threshold !== null) return row.threshold;
  throw new InputError(
    `手順書の columns → ${column.name} → treat → ${kind} → atLeast`,
    `値「${atLeast}」は使えません。数として読める値は ${row?.records ?? 0} 件しかありません。`,
  );
}
