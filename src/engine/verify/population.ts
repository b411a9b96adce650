import { listOfValues, type Run } from '../run.ts';
import { sql, statement } from '../sql.ts';
import type { ValueCount } from './expectation.ts';

/** The table `population`: `value`, its `share` of all records, its `place` in the hierarchy, its `path` upwards. */
export async function makePopulation(
  run: Run,
  distribution: readonly ValueCount[],
  hierarchy: readonly (readonly (string | null)[])[],
  all?: number,
): Promise<void> {
  const records = all ?? distribution.reduce((sum, one) => sum + one.records, 0);
  const rowOf = new Map(hierarchy.toReversed().map((row) => [row[0], row]));
  const placeOf = new Map(hierarchy.map((row, index) => [row[0], index] as const).toReversed());
  const values = listOfValues(distribution.map(({ value }) => value ?? ''));
  const shares = listOfValues(distribution.map((one) => one.records / records));
  const places = listOfValues(distribution.map(({ value }) => placeOf.get(value ?? '') ?? hierarchy.length));
  const paths = listOfValues(distribution.map(({ value }) => JSON.stringify(rowOf.get(value ?? '') ?? [])));
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE population AS SELECT unnest(${values}::VARCHAR[]) AS value, unnest(${shares}::DOUBLE[]) AS share, unnest(${places}::INTEGER[]) AS place, unnest(${paths}::VARCHAR[]) AS path`,
    ),
  );
}
