import type { RecipeColumn, Treatment } from '../recipe/recipe.ts';
import { joined, name, raw, type Sql, sql } from '../sql.ts';
import { unreachable } from '../unreachable.ts';
import { conditionSql } from './conditionSql.ts';
import { hmacSql } from './hmacSql.ts';
import { plainNumberSql, readNumberSql } from './readNumberSql.ts';
import type { TreatmentPlan, TreatmentStep } from './treatmentPlan.ts';

/** How the result of a treatment is looked up in a table made before; null: it is an expression of the cell alone. */
export function lookupOf({ kind }: Treatment): 'value' | 'values' | 'row' | null {
  if (kind === 'hierarchyLevel' || kind === 'builtInLevel' || kind === 'datePart') return 'value';
  if (kind === 'microaggregate') return 'values';
  return kind === 'swap' || kind === 'addNoise' ? 'row' : null;
}

/** Name of the table of a step that is looked up. */
export const lookupTable = (step: TreatmentStep) => `lookup_${step.id}`;

/**
 * The columns of `from` and, for each of the steps, the value after it; suppressed = null.
 *
 * Pseudo-IDs come last: so no join has both the source's value and the pseudo-ID of a record, which would be written to
 * the spill folder when memory runs short.
 */
export function treatedSql(plan: TreatmentPlan, from: Sql, steps: readonly TreatmentStep[] = plan.steps): Sql {
  const isPseudoId = ({ treatment }: TreatmentStep) => treatment.kind === 'pseudoId';
  const written = steps.filter(({ treatment }) => treatment.kind !== 'dropColumn');
  const inOrder = [...written.filter((step) => !isPseudoId(step)), ...written.filter(isPseudoId)];
  return layersOf(inOrder).reduce((table, layer) => layerSql(plan, table, layer), from);
}

/** Steps side by side that need no result of one another: a query in a query for each step alone is slow to read. */
function layersOf(steps: readonly TreatmentStep[]): TreatmentStep[][] {
  const layers: TreatmentStep[][] = [];
  let made = new Set<string>();
  for (const step of steps) {
    const last = layers.at(-1);
    const alone = lookupOf(step.treatment) !== null || made.size === 0;
    if (last && !alone && !made.has(step.before)) last.push(step);
    else {
      layers.push([step]);
      made = new Set();
    }
    if (lookupOf(step.treatment) === null) made.add(step.id);
  }
  return layers;
}

function layerSql(plan: TreatmentPlan, table: Sql, layer: readonly TreatmentStep[]): Sql {
  const [step] = layer;
  const lookup = step ? lookupOf(step.treatment) : null;
  if (!step || lookup === null) {
    const values = layer.map((one) => sql`${valueSql(plan, one, name(one.before))} AS ${name(one.id)}`);
    return sql`(SELECT *, ${joined(values)} FROM ${table})`;
  }
  const after =
    lookup === 'row' ? sql`CASE WHEN l.row IS NULL THEN t.${name(step.before)} ELSE l.label END` : raw('l.label');
  const on = { value: sql`l.value = t.${name(step.before)}`, values: sameValuesSql(step), row: raw('l.row = t.row') };
  return sql`(SELECT t.*, ${after} AS ${name(step.id)} FROM ${table} t LEFT JOIN ${name(lookupTable(step))} l ON ${on[lookup]})`;
}

const sameValuesSql = ({ beside }: TreatmentStep): Sql =>
  joined(
    beside.map((id, index) => sql`l.${name(`v${index}`)} = t.${name(id)}`),
    ' AND ',
  );

/** The treated value of one cell from the value before; a suppressed cell stays suppressed. */
function valueSql(plan: TreatmentPlan, { column, treatment }: TreatmentStep, before: Sql): Sql {
  switch (treatment.kind) {
    case 'suppressCell': {
      const { test } = treatment.condition;
      const tested = name(plan.sourceOf.get(treatment.condition.column) ?? '');
      return sql`CASE WHEN ${conditionSql(test, tested)} THEN NULL ELSE ${before} END`;
    }
    case 'truncateAfter': {
      const { separator } = treatment;
      const end = sql`strpos(${before}, ${separator})`;
      return sql`CASE WHEN ${end} > 0 THEN left(${before}, CAST(${end} + length(${separator}) - 1 AS BIGINT)) END`;
    }
    case 'bands':
      return bandSql(column, before, treatment.width, treatment.from);
    case 'topCode':
      return sql`CASE WHEN ${readNumberSql(before)} >= ${treatment.from} THEN ${treatment.label} ELSE ${before} END`;
    case 'bottomCode':
      return sql`CASE WHEN ${readNumberSql(before)} <= ${treatment.from} THEN ${treatment.label} ELSE ${before} END`;
    case 'pseudoId':
      return pseudoIdSql(plan, column.name, before, treatment.length);
    case 'dropColumn':
    case 'datePart':
    case 'hierarchyLevel':
    case 'builtInLevel':
    case 'microaggregate':
    case 'swap':
    case 'addNoise':
      throw new Error(`${treatment.kind} has no expression of its own`);
    default:
      return unreachable(treatment);
  }
}

/** `30-39`; below `from` the one band `<from`; what is no number is suppressed, but for the label of a coding. */
function bandSql(column: RecipeColumn, before: Sql, width: number, from: number): Sql {
  const number = plainNumberSql(before);
  const low = sql`(${from} + floor((${number} - ${from}) / ${width}) * ${width})`;
  const label = sql`CAST(CAST(${low} AS BIGINT) AS VARCHAR) || '-' || CAST(CAST(${low} + ${width - 1} AS BIGINT) AS VARCHAR)`;
  return sql`CASE WHEN ${isKeptSql(column, before)} THEN ${before} WHEN ${number} < ${from} THEN ${`<${from}`} ELSE ${label} END`;
}

/** What a treatment of numbers leaves as it is: the label of a top or bottom coding of the column. */
export const keptLabels = ({ treatments }: RecipeColumn): string[] =>
  treatments.flatMap((one) => (one.kind === 'topCode' || one.kind === 'bottomCode' ? [one.label] : []));

export function isKeptSql(column: RecipeColumn, value: Sql): Sql {
  const labels = keptLabels(column);
  return labels.length === 0 ? raw('false') : sql`${value} IN (${joined(labels.map((label) => sql`${label}`))})`;
}

/** HMAC-SHA-256 of the text under the key of the column; an empty cell is nobody's and stays empty. */
function pseudoIdSql({ randomness }: TreatmentPlan, column: string, before: Sql, length: number): Sql {
  if (!randomness.keys) throw new Error('a run with pseudo-IDs has a key');
  const digest = hmacSql(randomness.keys, column, before);
  return sql`CASE WHEN ${before} = '' THEN '' ELSE left(${digest}, ${length}) END`;
}
