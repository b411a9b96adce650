import { resolve } from 'node:path';
import type { AreaTable } from '../japan/areaTable.ts';
import { needsAreas } from './hierarchy/builtInReader.ts';
import { readHierarchies } from './hierarchyFile.ts';
import type { ReadDatabase } from './import/databaseTable.ts';
import { type ImportedTable, importTable } from './import/importTable.ts';
import type { Refusal } from './outcome.ts';
import { type PlannedRelease, type PlanOptions, planRelease } from './planRelease.ts';
import type { Recipe } from './recipe/recipe.ts';
import { refuseHeader } from './recipe/refuseHeader.ts';
import { type FlowStep, refuseBrokenFlow } from './rowFlow.ts';
import type { Run } from './run.ts';
import { name, sql, statement } from './sql.ts';
import type { Stopwatch } from './stopwatch.ts';
import { needsRows, type TreatedSource, treatSource } from './treatSource.ts';

export interface PrepareOptions extends PlanOptions {
  /** Reads the tables of municipalities and towns; called when the recipe has a hierarchy that needs them. */
  readonly areas?: () => AreaTable | Promise<AreaTable>;
  /** Reads the table of a recipe whose source is a database. */
  readonly readDatabase?: ReadDatabase;
  /** Key of the pseudo-IDs, for tests alone; a run makes its own and destroys it. */
  readonly pseudonymKey?: Uint8Array;
}

/** What a run knows once it has a plan, before anything is written. */
export interface PreparedRun {
  /** As run: with its seed and the thresholds that the data decided. */
  readonly recipe: Recipe;
  readonly table: ImportedTable;
  readonly source: TreatedSource;
  readonly planned: PlannedRelease;
  readonly flow: readonly FlowStep[];
}

/**
 * Imports, treats and searches.
 * @throws InputError when recipe, data or a hierarchy can't be used as given.
 */
export async function prepareRun(
  run: Run,
  given: Recipe,
  watch: Stopwatch,
  options: PrepareOptions,
): Promise<PreparedRun | { readonly refusal: Refusal }> {
  watch.step('import');
  const { folder, source: file } = given;
  const path = file.format === 'postgresql' ? file.path : resolve(folder, file.path);
  // While the database reads the source; a mistake in them is told after those of the source.
  const hierarchies = readHierarchies(given);
  hierarchies.catch(() => undefined);
  const table = await importTable(
    run,
    { ...file, path },
    {
      ...(needsRows(given) ? {} : { distinct: 'counts' }),
      ...(options.readDatabase ? { readDatabase: options.readDatabase } : {}),
    },
  );
  refuseHeader(
    given,
    table.columns.map(({ name }) => name),
  );
  if (table.refusedRows > given.refusedRows) return { refusal: tooManyRefusedRows(table, given) };
  watch.step('treat', table.rows);
  const areas = usesAreas(given) ? ((await options.areas?.()) ?? null) : null;
  const source = await treatSource(run, given, table, areas, { pseudonymKey: options.pseudonymKey, hierarchies });
  if (table.distinctRelation !== null && source.treated.viewOf === null)
    await run.execute(statement(sql`DROP TABLE ${name(table.distinctRelation)}`));
  const { recipe } = source;
  watch.step('search', source.treated.records);
  const planned = await planRelease(run, recipe, source, options);
  if ('refusal' in planned) return planned;
  const flow = flowOf(table, source, planned);
  refuseBrokenFlow(flow);
  return { recipe, table, source, planned, flow };
}

export const usesAreas = ({ columns }: Recipe) =>
  columns
    .flatMap(({ hierarchy, treatments }) => [hierarchy, ...treatments])
    .some((one) => 'builtIn' in one && needsAreas(one.builtIn.name));

function flowOf(
  table: ImportedTable,
  { treated, dropped }: TreatedSource,
  { encoded, released, plan }: PlannedRelease,
) {
  const droppedRecords = dropped.reduce((sum, count) => sum + count, 0);
  return [
    { step: 'import', rowsIn: table.rows + table.refusedRows, leftOut: table.refusedRows, rowsOut: table.rows },
    { step: 'treat', rowsIn: table.rows, leftOut: droppedRecords, rowsOut: treated.records },
    { step: 'search', rowsIn: encoded.records, leftOut: plan.suppressedRecords, rowsOut: released },
  ] as const satisfies FlowStep[];
}

/** Refused rows that the message itself names. */
const shownRows = 20;

function tooManyRefusedRows({ refusedRows, refused: rows }: ImportedTable, recipe: Recipe): Refusal {
  const listed = rows.slice(0, shownRows).map(({ line, reason }) => `${line} 行目: ${reason}`);
  const more = refusedRows > listed.length ? ` ほか ${refusedRows - listed.length} 行。` : '';
  return {
    code: 'refusedRows',
    refusedRows,
    refused: rows,
    message: `読めない行が ${refusedRows} 行あり、手順書の refusedRows（${recipe.refusedRows} 行まで）を超えます。${listed.join(' ')}${more}`,
  };
}
