import { listOfValues, type Run } from '../run.ts';
import { sql, statement } from '../sql.ts';
import type { ValueCount } from './expectation.ts';

/** Levels from a value up to the one root of all: the top, or one above it where the top has several groups. */
export function depthOf(hierarchy: readonly (readonly (string | null)[])[]): number {
  const tops = new Set(hierarchy.map((row) => row.at(-1)));
  const [first = []] = hierarchy;
  return Math.max(1, tops.size > 1 ? first.length : first.length - 1);
}

/**
 * The table `population`: `value`, its `share` of all records, its `place` in the hierarchy, its `path` upwards as far as
 * below the root. A suppressed cell stands in no row: only the root is above it.
 */
export async function makePopulation(
  run: Run,
  distribution: readonly ValueCount[],
  hierarchy: readonly (readonly (string | null)[])[],
  all?: number,
): Promise<void> {
  const records = all ?? distribution.reduce((sum, one) => sum + one.records, 0);
  const depth = depthOf(hierarchy);
  const pathOf = new Map(hierarchy.toReversed().map((row) => [row[0], row.slice(0, depth)]));
  const placeOf = new Map(hierarchy.map((row, index) => [row[0], index] as const).toReversed());
  const values = listOfValues(distribution.map(({ value }) => value ?? ''));
  const shares = listOfValues(distribution.map((one) => one.records / records));
  const places = listOfValues(distribution.map(({ value }) => placeOf.get(value ?? '') ?? hierarchy.length));
  const paths = listOfValues(distribution.map(({ value }) => JSON.stringify(pathOf.get(value ?? '') ?? [])));
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE population AS SELECT unnest(${values}::VARCHAR[]) AS value, unnest(${shares}::DOUBLE[]) AS share, unnest(${places}::INTEGER[]) AS place, unnest(${paths}::VARCHAR[]) AS path`,
    ),
  );
}
