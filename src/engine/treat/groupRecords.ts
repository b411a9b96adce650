import { distinctValues } from '../distinctValues.ts';
import type { StandardItem } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { joined, mostGrouped, name, raw, type Sql, sql, statement } from '../sql.ts';
import { holdsCodeShapeSql, shortestCode } from '../verify/codeShapes.ts';
import { numberPersons, personColumn } from './numberPersons.ts';
import type { SourceRecords } from './recordSteps.ts';
import {
  type ColumnState,
  standardItems,
  stateAfter,
  type TreatmentPlan,
  type TreatmentStep,
} from './treatmentPlan.ts';
import { treatedSql } from './treatmentSql.ts';
import { unreadableSql } from './unreadableSql.ts';

/** What one step changed. */
export interface StepCount {
  readonly step: TreatmentStep;
  readonly changedCells: number;
  /** Cells that the step could not read: suppressed, by a coding left as they are. */
  readonly unreadableCells: number;
}

/** A column of the treated records. */
export interface TreatedColumn extends ColumnState {
  /** Its name in the table of the treated records: `o0`, `o1` … in the order of the source. */
  readonly id: string;
  /** Records whose value in the source has the shape of an identification code. */
  readonly codeShaped: number;
}

/** The records after all treatments with their number in `n`; equal ones are one row where their columns are not too many. */
export interface TreatedRecords {
  /** The table of distinct records that `treated` is a view of; null where it is a table of its own. */
  readonly viewOf: Sql | null;
  readonly columns: readonly TreatedColumn[];
  readonly records: number;
  /** Distinct persons, whose number stands in the column `person`; null where records are counted. */
  readonly persons: number | null;
  readonly steps: readonly StepCount[];
  /** Item → records in which a step of the item changed a cell. */
  readonly changedRecords: Readonly<Record<StandardItem, number>>;
}

/**
 * Treats every record and groups the equal ones, in one pass over the source; the counts come from the same pass. Distinct
 * records that no step treats are the treated records as they are.
 *
 * @param kept what stays of the records: `row`, and so one row per record; `person`.
 */
export async function groupRecords(
  run: Run,
  plan: TreatmentPlan,
  { from, count, each, distinct }: SourceRecords,
  kept: { readonly row: boolean; readonly persons: boolean },
): Promise<TreatedRecords> {
  const states = stateAfter(plan, 5);
  if (distinct !== null && plan.steps.length === 0 && !kept.row && !kept.persons)
    return asTheyAre(run, plan, states, distinct);
  const counts = countsOf(plan, states);
  const cells = states.map(({ databaseColumn }, index) => sql`${name(databaseColumn)} AS ${name(`o${index}`)}`);
  const stays = [...cells, ...(kept.row ? [raw('row')] : []), ...personColumn(kept.persons)];
  const groups = states.length <= mostGrouped;
  const counted = counts.map(({ id, when }) =>
    groups
      ? sql`coalesce(${count} FILTER (${when}), 0) AS ${name(id)}`
      : sql`CASE WHEN ${when} THEN ${each} ELSE 0 END AS ${name(id)}`,
  );
  const records = sql`CAST(${groups ? count : each} AS BIGINT) AS n`;
  await run.execute(
    statement(
      sql`CREATE TABLE treated AS SELECT ${joined([...stays, records, ...counted])} FROM ${treatedSql(plan, from)} ${raw(groups ? 'GROUP BY ALL' : '')}`,
    ),
  );
  const persons = kept.persons ? await numberPersons(run, 'treated') : null;
  return { ...(await readCounts(run, plan, states, counts)), persons, viewOf: null };
}

async function asTheyAre(
  run: Run,
  plan: TreatmentPlan,
  states: readonly ColumnState[],
  distinct: Sql,
): Promise<TreatedRecords> {
  const cells = states.map(({ databaseColumn }, index) => sql`${name(databaseColumn)} AS ${name(`o${index}`)}`);
  await run.execute(statement(sql`CREATE VIEW treated AS SELECT ${joined([...cells, raw('n')])} FROM ${distinct}`));
  return { ...(await readCounts(run, plan, states, [])), persons: null, viewOf: distinct };
}

/** Takes the treated records out of the database. */
export async function dropTreated(run: Run, { viewOf }: TreatedRecords): Promise<void> {
  if (viewOf !== null) await run.execute(statement(raw('DROP VIEW treated')));
  await run.execute(statement(sql`DROP TABLE ${viewOf ?? raw('treated')}`));
}

interface Count {
  readonly id: string;
  readonly when: Sql;
}

/** What is counted while the records pass: changed and unreadable cells per step, changed records per item, code shapes. */
function countsOf(plan: TreatmentPlan, states: readonly ColumnState[]): Count[] {
  const perStep = plan.steps.flatMap((step): Count[] => {
    const before = name(step.before);
    if (step.treatment.kind === 'dropColumn' || step.treatment.kind === 'pseudoId')
      return [{ id: `changed_${step.id}`, when: sql`${before} <> ''` }];
    const after = name(step.id);
    return [
      { id: `changed_${step.id}`, when: sql`${before} IS DISTINCT FROM ${after}` },
      { id: `unreadable_${step.id}`, when: unreadableSql(step) },
    ];
  });
  const perItem = standardItems.flatMap((item): Count[] => {
    const ids = plan.steps.filter(({ treatment }) => treatment.item === item).map(({ id }) => `changed_${id}`);
    const conditions = perStep.filter(({ id }) => ids.includes(id)).map(({ when }) => sql`(${when})`);
    return conditions.length > 1 ? [{ id: `item_${item}`, when: joined(conditions, ' OR ') }] : [];
  });
  const shapes = states.flatMap(({ column, databaseColumn }, index): Count[] => {
    const source = plan.sourceOf.get(column.name) ?? '';
    return source === databaseColumn ? [] : [{ id: `shape_o${index}`, when: holdsCodeShapeSql(name(source)) }];
  });
  return [...perStep, ...perItem, ...shapes];
}

/** Column → records whose value has the shape of an identification code; each distinct value is looked at once. */
async function countShaped(run: Run, ids: readonly string[]): Promise<Map<string, number>> {
  const shaped = new Map<string, number>();
  for (const values of distinctValues(raw('treated'), ids, { shortest: shortestCode, stored: true })) {
    const rows = await run.rows<{ id: string; records: number }>(
      statement(sql`SELECT id, sum(n) AS records FROM ${values} WHERE ${holdsCodeShapeSql(raw('value'))} GROUP BY id`),
    );
    for (const { id, records } of rows) shaped.set(id, records);
  }
  return shaped;
}

async function readCounts(
  run: Run,
  plan: TreatmentPlan,
  states: readonly ColumnState[],
  counts: readonly Count[],
): Promise<Omit<TreatedRecords, 'persons' | 'viewOf'>> {
  const counted = new Set(counts.map(({ id }) => id));
  const untreated = states.map((_, index) => `o${index}`).filter((id) => !counted.has(`shape_${id}`));
  const shaped = await countShaped(run, untreated);
  const sums = [
    sql`coalesce(sum(n), 0) AS records`,
    ...counts.map(({ id }) => sql`coalesce(sum(${name(id)}), 0) AS ${name(id)}`),
  ];
  const [row = {}] = await run.rows<Record<string, number | bigint>>(
    statement(sql`SELECT ${joined(sums)} FROM treated`),
  );
  const numberOf = (id: string) => Number(row[id] ?? 0);
  const changedBy = (item: StandardItem) => {
    const [only, ...more] = plan.steps.filter(({ treatment }) => treatment.item === item);
    return more.length > 0 ? numberOf(`item_${item}`) : numberOf(`changed_${only?.id}`);
  };
  return {
    columns: states.map((state, index) => {
      const id = `o${index}`;
      return { ...state, id, codeShaped: shaped.get(id) ?? numberOf(`shape_${id}`) };
    }),
    records: numberOf('records'),
    steps: plan.steps.map((step) => ({
      step,
      changedCells: numberOf(`changed_${step.id}`),
      unreadableCells: step.treatment.kind === 'suppressCell' ? 0 : numberOf(`unreadable_${step.id}`),
    })),
    changedRecords: { 1: changedBy(1), 2: changedBy(2), 3: changedBy(3), 4: changedBy(4), 5: changedBy(5) },
  };
}
