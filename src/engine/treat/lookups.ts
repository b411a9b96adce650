import type { AreaTable } from '../../japan/areaTable.ts';
import { readDate } from '../../japan/readDate.ts';
import { attributeOf } from '../hierarchy/attributeOf.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { InputError } from '../inputError.ts';
import type { Treatment } from '../recipe/recipe.ts';
import { listOfValues, type Run } from '../run.ts';
import { name, type Sql, sql, statement } from '../sql.ts';
import type { SourceRecords } from './recordSteps.ts';
import { ruleHierarchy } from './ruleHierarchy.ts';
import type { TreatmentPlan, TreatmentStep } from './treatmentPlan.ts';
import { isLookedUp, lookupTable, treatedSql } from './treatmentSql.ts';

/**
 * Makes the tables of the steps that look values up, in the order of the steps.
 *
 * @param given the checked hierarchies from files, by treatment, and the tables of municipalities.
 * @throws InputError for a level that the hierarchy does not have and for values that it misses.
 */
export async function makeLookups(
  run: Run,
  plan: TreatmentPlan,
  records: SourceRecords,
  given: StepSources,
): Promise<void> {
  for (const [index, step] of plan.steps.entries()) {
    if (!isLookedUp(step.treatment)) continue;
    const before = { ...records, from: treatedSql(plan, records.from, plan.steps.slice(0, index)) };
    const values = await valuesBefore(run, step, before.from);
    const hierarchy = await hierarchyOf(run, step, values, before, given);
    await makeLookup(run, step, values, labelsOf(step, values, hierarchy));
  }
}

/** What the hierarchies of steps are made from beside the values that occur. */
export interface StepSources {
  /** The checked hierarchy of a treatment that names a file. */
  readonly hierarchyOf: (treatment: Treatment) => Hierarchy | undefined;
  readonly areas: AreaTable | null;
}

function hierarchyOf(
  run: Run,
  { column, treatment, before }: TreatmentStep,
  values: readonly string[],
  { from, count }: SourceRecords,
  given: StepSources,
): Promise<Hierarchy> | Hierarchy | undefined {
  if (treatment.kind !== 'builtInLevel') return given.hierarchyOf(treatment);
  const rule = { ...treatment, kind: 'builtIn' } as const;
  return ruleHierarchy(run, column, rule, values, { from, cell: name(before), count }, given.areas);
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
  if ((treatment.kind !== 'hierarchyLevel' && treatment.kind !== 'builtInLevel') || !hierarchy)
    throw new Error(`${treatment.kind} looks nothing up`);
  const wanted = treatment.kind === 'hierarchyLevel' ? treatment.level : 1;
  const level = attributeOf(hierarchy, values).levels[wanted];
  if (!level)
    throw new InputError(
      `手順書の columns → ${column.name} → treat → generalize → level`,
      `段階 ${wanted} は階層にありません。0 から ${hierarchy.levels - 1} までです。`,
    );
  return values.map((_, code) => level.labels[level.groupOf[code] ?? 0] ?? null);
}

/** `2019` or `2019-07`; null for a value that is no date, as 平成31年7月1日, and for one that does not say so much. */
function datePart(value: string, part: 'year' | 'month'): string | null {
  const date = readDate(value);
  return 'unreadable' in date ? null : date[part];
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
