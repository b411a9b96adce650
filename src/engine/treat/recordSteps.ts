import { createHash } from 'node:crypto';
import type { RecordStep } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { unreachable } from '../unreachable.ts';
import { conditionSql } from './conditionSql.ts';
import { keySql, makeObjectors, objectorTable } from './objectors.ts';

/** The records of the source, or its distinct records with their number. */
export interface SourceRecords {
  /** A table with the columns of the source, and `row` where a step needs it. */
  readonly from: Sql;
  /** The aggregate that counts records. */
  readonly count: Sql;
  /** The records that one row stands for. */
  readonly each: Sql;
  /** The table, where its rows are distinct records with their number `n`. */
  readonly distinct: Sql | null;
}

/** The records that are left for the treatments. */
export interface RemainingRecords {
  /** A subquery with the columns of the source. */
  readonly from: Sql;
  /** Records dropped by each record step, in the order of the recipe. */
  readonly dropped: readonly number[];
}

/** What the record steps of a run rest on. */
export interface RecordContext {
  /** Column → database column. */
  readonly sourceOf: ReadonlyMap<string, string>;
  readonly seed: string;
  /** Step → keys that its list names, one array per key column. */
  readonly listed: ReadonlyMap<RecordStep, readonly (readonly string[])[]>;
}

/**
 * Applies the record steps of a recipe in their order. A sample is drawn by SHA-256 of (seed, step, row), so the same seed
 * draws the same records from the same file.
 */
export async function applyRecordSteps(
  run: Run,
  source: SourceRecords,
  steps: readonly RecordStep[],
  context: RecordContext,
): Promise<RemainingRecords> {
  const { from: relation } = source;
  if (steps.length === 0) return { from: relation, dropped: [] };
  const goes: Sql[] = [];
  for (const [index, step] of steps.entries())
    goes.push(await goesSql(run, remaining(relation, goes), step, index, context));
  return { from: remaining(relation, goes), dropped: await countDropped(run, source, goes) };
}

/** Whether a record goes by one step; makes the table that the step needs. */
async function goesSql(
  run: Run,
  from: Sql,
  step: RecordStep,
  index: number,
  { sourceOf, seed, listed }: RecordContext,
): Promise<Sql> {
  const databaseColumn = (column: string) => name(sourceOf.get(column) ?? '');
  switch (step.kind) {
    case 'drop':
      return conditionSql(step.condition.test, databaseColumn(step.condition.column));
    case 'keep':
      return sql`NOT ${conditionSql(step.condition.test, databaseColumn(step.condition.column))}`;
    case 'objectors':
      await makeObjectors(run, index, listed.get(step) ?? []);
      return sql`${keySql(step.key.map(databaseColumn))} IN (SELECT key FROM ${name(objectorTable(index))})`;
    case 'sample': {
      const rows = 'rows' in step ? step.rows : Math.round(step.share * (await countRows(run, from)));
      await drawSample(run, from, rows, index, seed);
      return sql`row NOT IN (SELECT row FROM ${name(sampleTable(index))})`;
    }
    default:
      return unreachable(step);
  }
}

async function countRows(run: Run, from: Sql): Promise<number> {
  const [row] = await run.rows<{ rows: number }>(statement(sql`SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${from}`));
  return row?.rows ?? 0;
}

const sampleTable = (index: number) => `sample_${index}`;

const remaining = (relation: Sql, goes: readonly Sql[]): Sql =>
  goes.length === 0 ? relation : sql`(SELECT * FROM ${relation} WHERE NOT (${joined(goes, ' OR ')}))`;

async function drawSample(run: Run, from: Sql, rows: number, index: number, seed: string): Promise<void> {
  const key = createHash('sha256').update(`sample:${index}:${seed}`).digest('hex');
  await run.execute(
    statement(
      sql`CREATE TABLE ${name(sampleTable(index))} AS SELECT row FROM ${from} ORDER BY sha256(${key} || CAST(row AS VARCHAR)), row LIMIT ${raw(String(rows))}`,
    ),
  );
}

/** Each record is counted for the first step that drops it. */
async function countDropped(run: Run, { from, count }: SourceRecords, goes: readonly Sql[]): Promise<number[]> {
  const counts = goes.map((one, index) => {
    const before = goes.slice(0, index);
    const alone = before.length === 0 ? one : sql`${one} AND NOT (${joined(before, ' OR ')})`;
    return sql`CAST(coalesce(${count} FILTER (${alone}), 0) AS DOUBLE) AS ${name(`dropped_${index}`)}`;
  });
  const [row = {}] = await run.rows<Record<string, number>>(statement(sql`SELECT ${joined(counts)} FROM ${from}`));
  return goes.map((_, index) => row[`dropped_${index}`] ?? 0);
}
