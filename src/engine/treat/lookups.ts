import { parseJapaneseDate } from '../../japan/parseJapaneseDate.ts';
import { attributeOf } from '../hierarchy/attributeOf.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { InputError } from '../inputError.ts';
import { listOfValues, type Run } from '../run.ts';
import { name, type Sql, sql, statement } from '../sql.ts';
import type { TreatmentPlan, TreatmentStep } from './treatmentPlan.ts';
import { isLookedUp, lookupTable, treatedSql } from './treatmentSql.ts';

/**
 * Makes the tables of the steps that look values up, in the order of the steps.
 *
 * @param hierarchyOf the checked hierarchy of a step that generalizes to a level.
 * @throws InputError for a level that the hierarchy does not have and for values that it misses.
 */
export async function makeLookups(
  run: Run,
  plan: TreatmentPlan,
  from: Sql,
  hierarchyOf: (step: TreatmentStep) => Hierarchy | undefined,
): Promise<void> {
  for (const [index, step] of plan.steps.entries()) {
    if (!isLookedUp(step.treatment)) continue;
    const values = await valuesBefore(run, step, treatedSql(plan, from, plan.steps.slice(0, index)));
    await makeLookup(run, step, values, labelsOf(step, values, hierarchyOf(step)));
  }
}

async function valuesBefore(run: Run, step: TreatmentStep, table: Sql): Promise<string[]> {
  const value = name(step.before);
  const [values = []] = await run.columns(
    statement(sql`SELECT DISTINCT ${value} FROM ${table} WHERE ${value} IS NOT NULL ORDER BY 1`),
  );
  return values as string[];
}

function labelsOf(
  { treatment, column }: TreatmentStep,
  values: readonly string[],
  hierarchy: Hierarchy | undefined,
): (string | null)[] {
  if (treatment.kind === 'datePart') return values.map((value) => datePart(value, treatment.part));
  if (treatment.kind !== 'hierarchyLevel' || !hierarchy) throw new Error(`${treatment.kind} looks nothing up`);
  const level = attributeOf(hierarchy, values).levels[treatment.level];
  if (!level)
    throw new InputError(
      `手順書の columns → ${column.name} → treat → generalize → level`,
      `段階 ${treatment.level} は階層にありません。0 から ${hierarchy.levels - 1} までです。`,
    );
  return values.map((_, code) => level.labels[level.groupOf[code] ?? 0] ?? null);
}

/** `2019` or `2019-07`; null for a value that is no date. */
function datePart(value: string, part: 'year' | 'month'): string | null {
  return parseJapaneseDate(value)?.day.slice(0, part === 'year' ? 4 : 7) ?? null;
}

async function makeLookup(
  run: Run,
  step: TreatmentStep,
  values: readonly string[],
  labels: readonly (string | null)[],
) {
  const table = name(lookupTable(step));
  await run.execute(
    statement(
      sql`CREATE TABLE ${table} AS SELECT unnest(${listOfValues(values)}::VARCHAR[]) AS value, unnest(${listOfValues(labels)}::VARCHAR[]) AS label`,
    ),
  );
}
