import { listOfValues, type Run } from './run.ts';
import { joined, raw, type Sql, sql, statement } from './sql.ts';

/** The values of one column, and the type that the database has them in. */
export interface GivenColumn {
  readonly type: string;
  readonly values: readonly (string | number | null)[];
}

/** Rows that are handed over at once: the driver takes some hundred bytes for each of their values, and twice over. */
const portion = 4096;

/** Puts rows that the program holds into a table of the run. @param columns all of the same length, in the order of the table. */
export async function insertRows(run: Run, table: Sql, columns: readonly GivenColumn[]): Promise<void> {
  const rows = columns[0]?.values.length ?? 0;
  for (let from = 0; from < rows; from += portion) {
    const cells = columns.map(
      ({ type, values }) => sql`unnest(${listOfValues(values.slice(from, from + portion))}::${raw(type)}[])`,
    );
    await run.execute(statement(sql`INSERT INTO ${table} SELECT ${joined(cells)}`));
  }
}
