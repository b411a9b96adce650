import type { AreaTable } from '../../japan/areaTable.ts';
import { attributeOf } from '../hierarchy/attributeOf.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import { nameValues } from '../hierarchy/nameValues.ts';
import { InputError } from '../inputError.ts';
import { codingAt } from '../recipe/readTreatment.ts';
import type { RecipeColumn, Treatment } from '../recipe/recipe.ts';
import { listOfValues, type Run } from '../run.ts';
import { name, type Sql, sql, statement } from '../sql.ts';
import { codingThreshold } from './codingThreshold.ts';
import { datePart, isOutsideEra } from './datePart.ts';
import { makeMicroaggregateLookup } from './microaggregateLookup.ts';
import { makeNoiseLookup } from './noiseLookup.ts';
import type { SourceRecords } from './recordSteps.ts';
import { ruleHierarchy } from './ruleHierarchy.ts';
import { makeSwapLookup } from './swapLookup.ts';
import { planTreatments, type TreatmentPlan, type TreatmentStep } from './treatmentPlan.ts';
import { lookupOf, lookupTable, treatedSql } from './treatmentSql.ts';

/** A plan whose lookups are made. */
export interface PreparedPlan {
  /** With every threshold set. */
  readonly plan: TreatmentPlan;
  /** What an official should know of values that were read with care. */
  readonly notes: readonly string[];
}

/**
 * Makes the tables of the steps that look values up, in the order of the steps, and finds the thresholds that the data
 * decide.
 *
 * @param given the checked hierarchies from files, by treatment, and the tables of municipalities.
 * @throws InputError for a level that the hierarchy does not have, for values that it misses, and for a threshold or a
 * group size that the data can't reach.
 */
export async function makeLookups(
  run: Run,
  plan: TreatmentPlan,
  records: SourceRecords,
  given: StepSources,
): Promise<PreparedPlan> {
  const notes: string[] = [];
  let current = plan;
  for (const index of plan.steps.keys()) {
    const step = current.steps[index];
    if (!step) continue;
    const before = { ...records, from: treatedSql(current, records.from, current.steps.slice(0, index)) };
    const { treatment } = step;
    if ((treatment.kind === 'topCode' || treatment.kind === 'bottomCode') && treatment.from === null)
      current = withThreshold(current, step, await codingThreshold(run, before, step, treatment));
    else if (lookupOf(treatment) !== null) notes.push(...(await makeLookup(run, current, step, before, given)));
  }
  return { plan: current, notes };
}

/** The ids of the steps stay what they were. */
function withThreshold(plan: TreatmentPlan, step: TreatmentStep, from: number): TreatmentPlan {
  const resolved = (column: RecipeColumn): RecipeColumn => ({
    ...column,
    treatments: column.treatments.map((one) =>
      one === step.treatment && (one.kind === 'topCode' || one.kind === 'bottomCode')
        ? { item: one.item, ...codingAt(one, from) }
        : one,
    ),
  });
  const columns = plan.columns.map((column) => (column === step.column ? resolved(column) : column));
  return planTreatments(columns, plan.sourceOf, plan.randomness);
}

/** @returns notes. */
async function makeLookup(
  run: Run,
  plan: TreatmentPlan,
  step: TreatmentStep,
  before: SourceRecords,
  given: StepSources,
): Promise<string[]> {
  const { treatment } = step;
  const { seed } = plan.randomness;
  switch (treatment.kind) {
    case 'swap':
      await makeSwapLookup(run, step, treatment, before.from, seed);
      return [];
    case 'addNoise':
      await makeNoiseLookup(run, step, treatment, before.from, seed);
      return [];
    case 'microaggregate':
      await makeMicroaggregateLookup(run, step, treatment, before);
      return [];
    default: {
      const values = await valuesBefore(run, step, before.from);
      const hierarchy = await hierarchyOf(run, step, values, before, given);
      await fillLookup(run, step, values, labelsOf(step, values, hierarchy));
      if (treatment.kind === 'builtInLevel') return [...(hierarchy?.notes ?? [])];
      return treatment.kind === 'datePart' ? noteOutsideEra(run, step, values.filter(isOutsideEra), before) : [];
    }
  }
}

async function noteOutsideEra(
  run: Run,
  { column, before }: TreatmentStep,
  values: readonly string[],
  { from, count }: SourceRecords,
): Promise<string[]> {
  if (values.length === 0) return [];
  const [row] = await run.rows<{ records: number }>(
    statement(
      sql`SELECT CAST(${count} AS DOUBLE) AS records FROM ${from} WHERE ${name(before)} IN (SELECT unnest(${listOfValues(values)}::VARCHAR[]))`,
    ),
  );
  return [
    `列「${column.name}」に、元号の期間の外の日付が ${row?.records ?? 0} 件あります: ${nameValues(values)}。西暦に直して扱いました。書き誤りでないか、確かめてください。`,
  ];
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

async function fillLookup(
  run: Run,
  step: TreatmentStep,
  values: readonly string[],
  labels: readonly (string | null)[],
) {
  const table = lookupTable(step);
  await run.execute(statement(sql`CREATE TABLE ${name(table)} (value VARCHAR, label VARCHAR)`));
  await run.append(table, [
    { type: 'VARCHAR', values },
    { type: 'VARCHAR', values: labels },
  ]);
}
