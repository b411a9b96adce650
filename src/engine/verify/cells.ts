import { distinctValues } from '../distinctValues.ts';
import type { Run } from '../run.ts';
import { raw, sql, statement } from '../sql.ts';
import type { FoundRows } from './foundRows.ts';

/** Makes the table `cells`: every distinct value of every column of the output: `id` of the column, `value`, records `n`. */
export async function makeCells(run: Run, { ids }: FoundRows): Promise<void> {
  await run.execute(statement(raw('CREATE TABLE cells (id VARCHAR, value VARCHAR, n DOUBLE)')));
  for (const values of distinctValues(raw('found'), ids))
    await run.execute(statement(sql`INSERT INTO cells FROM ${values}`));
}
