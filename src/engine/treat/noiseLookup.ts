import type { Treatment } from '../recipe/recipe.ts';
import { listOfValues, type Run } from '../run.ts';
import { name, raw, type Sql, sql, statement } from '../sql.ts';
import { drawKey, drawSql } from './draws.ts';
import { noiseTable } from './noiseTable.ts';
import { plainNumberSql } from './readNumberSql.ts';
import type { TreatmentStep } from './treatmentPlan.ts';
import { isKeptSql, lookupTable } from './treatmentSql.ts';

type Noise = Extract<Treatment, { kind: 'addNoise' }>;

/**
 * Makes the table of the noisy values, `row` and `label` (ノイズ付加). The number is rounded to a multiple of `round` first,
 * since its remainder would show through the noise; then the noise, a multiple of `round` as well, is added, and what
 * lies beyond `min` and `max` becomes the last multiple within. What is no number is suppressed, an empty cell stays empty.
 */
export async function makeNoiseLookup(
  run: Run,
  step: TreatmentStep,
  noise: Noise,
  from: Sql,
  seed: string,
): Promise<void> {
  const { low, steps } = noiseTable(noise.distribution, noise.scale / noise.round);
  const distribution = name(`noise_${step.id}`);
  await run.execute(
    statement(
      sql`CREATE TABLE ${distribution} AS SELECT CAST(unnest(${listOfValues([...low])}::DOUBLE[]) AS UBIGINT) AS low, CAST(unnest(${listOfValues([...steps])}::DOUBLE[]) AS BIGINT) AS steps`,
    ),
  );
  const before = name(step.before);
  const key = drawKey(`noise:${step.column.name}`, seed);
  const drawn = sql`SELECT row, ${before} AS v, ${plainNumberSql(before)} AS x, ${drawSql(key, raw('row'))} AS draw FROM ${from} WHERE ${before} IS NOT NULL`;
  const noisy = sql`SELECT row, v, TRY_CAST(round(x / ${noise.round}) AS BIGINT) + steps AS q FROM (${drawn}) t ASOF JOIN ${distribution} h ON t.draw >= h.low`;
  await run.execute(
    statement(
      sql`CREATE TABLE ${name(lookupTable(step))} AS SELECT row, CASE WHEN v = '' OR ${isKeptSql(step.column, raw('v'))} THEN v ELSE ${multipleSql(noise)} END AS label FROM (${noisy})`,
    ),
  );
}

/** The multiple `q` of `round`, within the bounds, as text with as many decimals as `round` has; exact. */
function multipleSql({ round, min, max }: Noise): Sql {
  const [, decimals = ''] = String(round).split('.');
  const above = min === null ? raw('q') : sql`greatest(q, ${Math.ceil(min / round)})`;
  const within = max === null ? above : sql`least(${above}, ${Math.floor(max / round)})`;
  return sql`CAST(TRY_CAST(${within} AS DECIMAL(18,0)) * CAST(${String(round)} AS DECIMAL(18,${raw(String(decimals.length))})) AS VARCHAR)`;
}
