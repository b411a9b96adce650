import type { Treatment } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { drawKey, drawRange, drawSql } from './draws.ts';
import type { TreatmentStep } from './treatmentPlan.ts';
import { lookupTable } from './treatmentSql.ts';

type Swap = Extract<Treatment, { kind: 'swap' }>;

/**
 * Makes the table of the exchanged values, `row` and `label`: data swapping (データ交換).
 *
 * Within each group the records stand in the order of their draws; the first of them exchange their values two by two.
 * How many pairs there are is `rate` × records ÷ 2, rounded up or down by a draw of the group, so that small groups take
 * part as often as large ones. A suppressed cell takes no part. Every value stays in its group, and none is lost.
 */
export async function makeSwapLookup(
  run: Run,
  step: TreatmentStep,
  swap: Swap,
  from: Sql,
  seed: string,
): Promise<void> {
  const key = drawKey(`swap:${swap.group === null ? `column:${step.column.name}` : `group:${swap.group}`}`, seed);
  const places = step.beside.map((id, index) => sql`${name(id)} AS ${name(`g${index}`)}`);
  const group = joined([raw('0'), ...step.beside.map((_, index) => name(`g${index}`))]);
  const inGroup = step.beside.map((_, index) => sql`coalesce('=' || ${name(`g${index}`)}, '-')`);
  const ofGroup = sql`concat_ws(chr(31), 'group', ${joined([sql`''`, ...inGroup])})`;
  const drawn = sql`SELECT ${joined([raw('row'), sql`${name(step.before)} AS v`, sql`${drawSql(key, raw('row'))} AS draw`, ...places])} FROM ${from} WHERE ${name(step.before)} IS NOT NULL`;
  const ranked = sql`SELECT *, row_number() OVER (PARTITION BY ${group} ORDER BY draw, row) AS r, count(*) OVER (PARTITION BY ${group}) AS size FROM (${drawn})`;
  const pairs = sql`least(floor(size / 2), floor(${swap.rate} * size / 2 + ${drawSql(key, ofGroup)} / ${drawRange}))`;
  const chosen = sql`SELECT * FROM (${ranked}) WHERE r <= 2 * ${pairs}`;
  const inOrder = sql`OVER (PARTITION BY ${group} ORDER BY r)`;
  await run.execute(
    statement(
      sql`CREATE TABLE ${name(lookupTable(step))} AS SELECT row, CASE WHEN r % 2 = 1 THEN lead(v) ${inOrder} ELSE lag(v) ${inOrder} END AS label FROM (${chosen})`,
    ),
  );
}
