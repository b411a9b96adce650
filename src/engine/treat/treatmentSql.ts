import type { Treatment } from '../recipe/recipe.ts';
import { name, type Sql, sql } from '../sql.ts';
import { unreachable } from '../unreachable.ts';
import { conditionSql } from './conditionSql.ts';
import { plainNumberSql, readNumberSql } from './readNumberSql.ts';
import type { TreatmentPlan, TreatmentStep } from './treatmentPlan.ts';

/** Treatments whose result is looked up per value in a table (`value`, `label`) made before. */
export const isLookedUp = ({ kind }: Treatment) =>
  kind === 'hierarchyLevel' || kind === 'builtInLevel' || kind === 'datePart';

/** Name of the table of a step that is looked up. */
export const lookupTable = (step: TreatmentStep) => `lookup_${step.id}`;

/** The columns of `from` and, for each step up to and with the last, the value after it; suppressed = null. */
export function treatedSql(plan: TreatmentPlan, from: Sql, steps: readonly TreatmentStep[] = plan.steps): Sql {
  return steps.reduce((table, step) => stepSql(plan, table, step), from);
}

function stepSql(plan: TreatmentPlan, table: Sql, step: TreatmentStep): Sql {
  if (step.treatment.kind === 'dropColumn') return table;
  const before = name(step.before);
  if (isLookedUp(step.treatment))
    return sql`(SELECT t.*, l.label AS ${name(step.id)} FROM ${table} t LEFT JOIN ${name(lookupTable(step))} l ON l.value = t.${before})`;
  return sql`(SELECT *, ${valueSql(plan, step.treatment, before)} AS ${name(step.id)} FROM ${table})`;
}

/** The treated value of one cell from the value before; a suppressed cell stays suppressed. */
function valueSql(plan: TreatmentPlan, treatment: Treatment, before: Sql): Sql {
  switch (treatment.kind) {
    case 'suppressCell': {
      const { column, test } = treatment.condition;
      return sql`CASE WHEN ${conditionSql(test, name(plan.sourceOf.get(column) ?? ''))} THEN NULL ELSE ${before} END`;
    }
    case 'truncateAfter': {
      const { separator } = treatment;
      const end = sql`strpos(${before}, ${separator})`;
      return sql`CASE WHEN ${end} > 0 THEN left(${before}, CAST(${end} + length(${separator}) - 1 AS BIGINT)) END`;
    }
    case 'bands':
      return bandSql(before, treatment.width, treatment.from);
    case 'topCode':
      return sql`CASE WHEN ${readNumberSql(before)} >= ${treatment.from} THEN ${treatment.label} ELSE ${before} END`;
    case 'bottomCode':
      return sql`CASE WHEN ${readNumberSql(before)} <= ${treatment.from} THEN ${treatment.label} ELSE ${before} END`;
    case 'dropColumn':
    case 'datePart':
    case 'hierarchyLevel':
    case 'builtInLevel':
      throw new Error(`${treatment.kind} has no expression of its own`);
    default:
      return unreachable(treatment);
  }
}

/** `30-39`; below `from` the one band `<from`; what is no number is suppressed. */
function bandSql(before: Sql, width: number, from: number): Sql {
  const number = plainNumberSql(before);
  const low = sql`(${from} + floor((${number} - ${from}) / ${width}) * ${width})`;
  const label = sql`CAST(CAST(${low} AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(${low} + ${width - 1} AS BIGINT) AS VARCHAR)`;
  return sql`CASE WHEN ${number} < ${from} THEN ${`<${from}`} ELSE ${label} END`;
}
