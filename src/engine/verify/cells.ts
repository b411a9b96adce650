import type { Run } from '../run.ts';
import { joined, name, sql, statement } from '../sql.ts';
import type { FoundRows } from './foundRows.ts';

/** Makes the table `cells`: every distinct value of every column of the output: `id` of the column, `value`, records `n`. */
export async function makeCells(run: Run, { ids }: FoundRows): Promise<void> {
  const columns = ids.map(
    (id) => sql`SELECT ${id} AS id, ${name(id)} AS value, CAST(sum(n) AS DOUBLE) AS n FROM found GROUP BY ${name(id)}`,
  );
  await run.execute(statement(sql`CREATE TABLE cells AS ${joined(columns, ' UNION ALL ')}`));
}
