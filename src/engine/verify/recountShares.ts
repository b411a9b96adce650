import type { ShareChoice } from '../recipe/recipe.ts';
import { listOfValues, type Run } from '../run.ts';
import { raw, type Sql, sql, statement } from '../sql.ts';
import { unreachable } from '../unreachable.ts';
import type { ValueCount } from './expectation.ts';
import { makePopulation } from './population.ts';
import type { RecountedCriterion } from './recountCriteria.ts';

/** Equality counts as met. */
const tolerance = 1e-12;

/** Per class and value of the population: its `share` in the class and `overall`. */
const cells = raw(
  '(SELECT k.class, k.size, p.value, p.share AS overall, coalesce(h.c, 0) / k.size AS share FROM (SELECT DISTINCT class, size FROM histogram) k CROSS JOIN population p LEFT JOIN histogram h ON h.class = k.class AND h.value = p.value)',
);

/** What is compared with the threshold, which cells are, and when a cell fails. */
interface ShareTest {
  readonly score: Sql;
  readonly among: Sql;
  readonly fails: Sql;
}

/**
 * Recounts a bound on shares from the table `histogram`.
 *
 * @param distribution of the column over all records before suppression.
 * @param persons in all, where the distribution counts persons: one may have several values.
 */
export async function recountShares(
  run: Run,
  choice: ShareChoice,
  distribution: readonly ValueCount[],
  persons?: number,
): Promise<RecountedCriterion> {
  await makePopulation(run, distribution, [], persons);
  const { score, among, fails } = testOf(choice);
  const classes = sql`SELECT any_value(size) AS size, max(${score}) AS score, bool_or(${fails}) AS failing FROM ${cells} WHERE ${among} GROUP BY class`;
  const [row] = await run.rows<{ worst: number | null; failing: number }>(
    statement(
      sql`SELECT CAST(max(score) AS DOUBLE) AS worst, CAST(coalesce(sum(size) FILTER (failing), 0) AS DOUBLE) AS failing FROM (${classes})`,
    ),
  );
  const worst = row?.worst ?? null;
  return { worst: worst !== null && Number.isFinite(worst) ? worst : null, recordsFailing: row?.failing ?? 0 };
}

function testOf(choice: ShareChoice): ShareTest {
  switch (choice.model) {
    case 'frequency': {
      const among =
        choice.values === null ? raw('true') : sql`list_contains(${listOfValues(choice.values)}::VARCHAR[], value)`;
      return { score: raw('share'), among, fails: sql`share > ${choice.alpha} + ${tolerance}` };
    }
    case 'disclosure': {
      const score = raw("CASE WHEN share = 0 THEN CAST('infinity' AS DOUBLE) ELSE abs(log2(share / overall)) END");
      const among = raw(choice.values === 'all' ? 'true' : 'share > 0');
      return { score, among, fails: sql`${score} >= ${choice.delta} - ${tolerance}` };
    }
    case 'likeness': {
      const allowed =
        choice.form === 'basic'
          ? sql`CAST(${choice.beta} AS DOUBLE)`
          : sql`least(CAST(${choice.beta} AS DOUBLE), -ln(overall))`;
      // Scaled so that β is reached where the value's own limit is.
      const gain = sql`greatest(share / overall - 1, 0)`;
      const score = sql`CASE WHEN overall = 1 THEN 0 ELSE ${gain} * ${choice.beta} / (${allowed}) END`;
      return { score, among: raw('true'), fails: sql`share > overall * (1 + ${allowed}) + ${tolerance}` };
    }
    default:
      return unreachable(choice);
  }
}
