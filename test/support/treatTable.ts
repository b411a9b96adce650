import type { RecipeColumn, Treatment } from '../../src/engine/recipe/recipe.ts';
import { listOfValues, type Run } from '../../src/engine/run.ts';
import { joined, name, raw, sql, statement } from '../../src/engine/sql.ts';
import { makeLookups } from '../../src/engine/treat/lookups.ts';
import { makePseudonymKeys } from '../../src/engine/treat/pseudonymKeys.ts';
import { planTreatments, stateAfter } from '../../src/engine/treat/treatmentPlan.ts';
import { treatedSql } from '../../src/engine/treat/treatmentSql.ts';

export interface TreatedTable {
  /** Column → its values after all treatments, in the order of the rows; null = suppressed. */
  readonly after: Readonly<Record<string, readonly (string | null)[]>>;
  /** Column → its treatments with the thresholds that the data decided. */
  readonly resolved: Readonly<Record<string, readonly Treatment[]>>;
  readonly notes: readonly string[];
  /** The statement that treats a table `t`. */
  readonly text: string;
}

const quasiColumn = (header: string, treatments: readonly Treatment[]): RecipeColumn => ({
  name: header,
  role: 'quasi',
  treatments,
  hierarchy: { kind: 'none' },
  weight: 1,
  levels: {},
  accepted: null,
});

/** Treats the columns of a small table, as a run does, and leaves nothing behind. */
export async function treatTable(
  run: Run,
  table: Readonly<Record<string, readonly string[]>>,
  treatments: Readonly<Record<string, readonly Treatment[]>>,
  seed = '0'.repeat(32),
  pseudonymKey?: Uint8Array,
): Promise<TreatedTable> {
  const headers = Object.keys(table);
  const sourceOf = new Map(headers.map((header, index) => [header, `c${index}`]));
  const lists = headers.map(
    (header, index) => sql`unnest(${listOfValues(table[header] ?? [])}::VARCHAR[]) AS ${name(`c${index}`)}`,
  );
  const rows = raw(`unnest(range(${Object.values(table)[0]?.length ?? 0})) AS row`);
  await run.execute(statement(sql`CREATE TABLE treat_table AS SELECT ${joined([...lists, rows])}`));
  const from = raw('treat_table');
  const columns = headers.map((header) => quasiColumn(header, treatments[header] ?? []));
  const keys = makePseudonymKeys(pseudonymKey);
  try {
    const written = planTreatments(columns, sourceOf, { seed, keys });
    const { plan, notes } = await makeLookups(
      run,
      written,
      { from, count: raw('count(*)'), each: raw('1'), distinct: null },
      { hierarchyOf: () => undefined, areas: null },
    );
    const states = stateAfter(plan, 5);
    const cells = states.map(({ databaseColumn }) => name(databaseColumn));
    const read = await run.columns(statement(sql`SELECT ${joined(cells)} FROM ${treatedSql(plan, from)} ORDER BY row`));
    return {
      after: Object.fromEntries(
        states.map(({ column }, index) => [column.name, (read[index] ?? []) as (string | null)[]]),
      ),
      resolved: Object.fromEntries(plan.columns.map((column) => [column.name, column.treatments])),
      notes,
      text: statement(treatedSql(plan, raw('t'))).text,
    };
  } finally {
    await dropTables(run);
  }
}

async function dropTables(run: Run): Promise<void> {
  const tables = await run.rows<{ table_name: string }>({ text: 'SELECT table_name FROM duckdb_tables()' });
  for (const { table_name } of tables) await run.execute(statement(sql`DROP TABLE ${name(table_name)}`));
}
