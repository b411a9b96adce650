import type { ImportedTable } from '../../src/engine/import/importTable.ts';
import { countedRows } from '../../src/engine/import/rowPlaces.ts';
import type { OutputChoice, Recipe, RecipeColumn, Role, Treatment } from '../../src/engine/recipe/recipe.ts';
import type { CheckReport } from '../../src/engine/report/reportTypes.ts';
import { listOfValues, type Run } from '../../src/engine/run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../../src/engine/sql.ts';
import { makeCells } from '../../src/engine/verify/cells.ts';
import type { Expectation } from '../../src/engine/verify/expectation.ts';
import type { FoundRows } from '../../src/engine/verify/foundRows.ts';

/** Lines of comma-separated cells, the header first. */
export type Lines = readonly [header: string, ...rows: string[]];

const cellsOf = (line: string) => line.split(',');

/** A SELECT of the rows of lines, with columns `c0`, `c1` … and `row` from 0. */
function rowsSql([header, ...rows]: Lines): Sql {
  const columns = cellsOf(header).map(
    (_, index) =>
      sql`unnest(${listOfValues(rows.map((row) => cellsOf(row)[index] ?? ''))}::VARCHAR[]) AS ${name(`c${index}`)}`,
  );
  return sql`SELECT ${joined(columns)}, unnest(range(${rows.length})) AS row`;
}

/** What reading an output with these lines leaves in the database, no row being synthetic. */
export async function loadFound(run: Run, lines: Lines): Promise<FoundRows> {
  const header = cellsOf(lines[0]);
  const ids = header.map((_, index) => `c${index}`);
  for (const table of ['found', 'cells', 'classes', 'histogram'])
    await run.execute({ text: `DROP TABLE IF EXISTS ${table}` });
  const cells = joined(ids.map((id) => name(id)));
  const grouped = sql`SELECT ${cells}, count(*) AS n, min(row) AS first, max(row) AS last FROM (${rowsSql(lines)})`;
  await run.execute(statement(sql`CREATE TABLE found AS ${grouped} GROUP BY ${cells}`));
  await run.execute({ text: 'CREATE OR REPLACE VIEW found_all AS SELECT * FROM found' });
  const found = { header, ids, rows: lines.length - 1, synthetic: 0, sha256: '', refusedRows: 0 };
  await makeCells(run, found);
  return found;
}

/** A source with these lines. */
export async function loadSource(run: Run, lines: Lines): Promise<ImportedTable> {
  await run.execute(statement(sql`CREATE OR REPLACE TABLE source AS ${rowsSql(lines)}`));
  const columns = cellsOf(lines[0]).map((header, index) => ({ name: header, id: `c${index}` }));
  return {
    ...{ relation: 'source', numberedRelation: 'source', columns, distinctRelation: null, rows: lines.length - 1 },
    ...{
      places: countedRows,
      refusedRows: 0,
      refused: [],
      refusedFile: null,
      notes: [],
      sha256: '',
      bytes: 0,
      encoding: null,
    },
  };
}

/** A table of the run with these lines, its columns named by the header; `n` and `person` are numbers. */
export async function loadTable(run: Run, table: string, lines: Lines): Promise<void> {
  const columns = cellsOf(lines[0]).map((header, index) => {
    const value = name(`c${index}`);
    return header === 'n' ? sql`CAST(${value} AS BIGINT) AS n` : sql`nullif(${value}, 'null') AS ${name(header)}`;
  });
  await run.execute(
    statement(sql`CREATE OR REPLACE TABLE ${raw(table)} AS SELECT ${joined(columns)} FROM (${rowsSql(lines)})`),
  );
}

export const column = (header: string, role: Role, ...treatments: Treatment[]): RecipeColumn => ({
  ...{ name: header, role, treatments, hierarchy: { kind: 'none' }, weight: 1, levels: {}, accepted: null },
});

const output: OutputChoice = {
  ...{ format: 'csv', delimiter: ',', encoding: 'utf-8', suppressedAs: '*', suppressedRecords: 'drop' },
  ...{ neutralizeFormulas: false, replacement: null },
};

export const recipeOf = (
  columns: readonly RecipeColumn[],
  change: Partial<Recipe> = {},
  written: Partial<OutputChoice> = {},
): Recipe => ({
  ...{ document: {}, folder: '', source: { path: '', format: 'csv', delimiter: ',', encoding: 'utf-8' } },
  ...{ columns, records: [], personKey: [], synthesis: null, k: 3, diversity: [], closeness: [], shares: [] },
  ...{
    suppressionLimit: 1,
    recoding: 'global',
    search: { seconds: null, memoryMiB: null, spillMiB: null },
    refusedRows: 0,
  },
  ...{ keptOrder: null, seed: '0123456789abcdef'.repeat(2), output: { ...output, ...written }, ...change },
});

export const expectationOf = (recipe: Recipe, change: Partial<Expectation> = {}): Expectation => ({
  ...{ recipe, sourceHeader: recipe.columns.map((one) => one.name), levels: {}, levelSets: [{}], generalizations: {} },
  ...{ sha256: '', outputRows: 0, suppressedRecords: 0, persons: null, distributions: {}, hierarchies: {}, ...change },
});

/** A check as one line, with its sentence. */
export const lineOf = ({ item, check, passed, finding, numbers }: CheckReport): string =>
  `${item} ${check} ${passed ? '合' : '否'} ${JSON.stringify(numbers)} ${finding}`;
