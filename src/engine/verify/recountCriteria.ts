import type { ClosenessChoice, DiversityChoice } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { raw, type Sql, sql, statement } from '../sql.ts';
import { unreachable } from '../unreachable.ts';
import type { ValueCount } from './expectation.ts';
import { depthOf, makePopulation } from './population.ts';

/** The worst class by one criterion, and how many records stand in classes that fail it. */
export interface RecountedCriterion {
  readonly worst: number | null;
  readonly recordsFailing: number;
}

/** Equality counts as met. */
const tolerance = 1e-12;

/** Recounts l-diversity from the table `histogram`. */
export async function recountDiversity(run: Run, choice: DiversityChoice): Promise<RecountedCriterion> {
  switch (choice.model) {
    case 'distinct':
      return worst(run, sql`SELECT class, any_value(size) AS size, count(*) AS score FROM histogram GROUP BY class`, {
        lowest: choice.l,
      });
    case 'entropy':
      return worst(
        run,
        sql`SELECT class, any_value(size) AS size, exp(-sum(c / size * ln(c / size))) AS score FROM histogram GROUP BY class`,
        { lowest: choice.l, logarithmic: true },
      );
    case 'recursive':
      return worst(run, recursiveSql(choice.l), { above: choice.c });
    default:
      return unreachable(choice);
  }
}

/** (c_l + c_{l+1} + …) ÷ c_1, which has to lie above 1 ÷ c; a class with fewer than l values has 0. */
const recursiveSql = (l: number): Sql =>
  sql`SELECT class, any_value(size) AS size, coalesce(sum(c) FILTER (place >= ${l}), 0) / max(c) AS score FROM (SELECT *, row_number() OVER (PARTITION BY class ORDER BY c DESC) AS place FROM histogram) GROUP BY class`;

type Bound =
  | { readonly lowest: number; readonly logarithmic?: boolean }
  | { readonly above: number }
  | { readonly highest: number };

async function worst(run: Run, scores: Sql, bound: Bound): Promise<RecountedCriterion> {
  const best = 'highest' in bound ? raw('max') : raw('min');
  const [row] = await run.rows<{ worst: number | null; failing: number }>(
    statement(
      sql`SELECT CAST(${best}(score) AS DOUBLE) AS worst, CAST(coalesce(sum(size) FILTER (${failsSql(bound)}), 0) AS DOUBLE) AS failing FROM (${scores})`,
    ),
  );
  return { worst: row?.worst ?? null, recordsFailing: row?.failing ?? 0 };
}

function failsSql(bound: Bound): Sql {
  if ('highest' in bound) return sql`score > ${bound.highest} + ${tolerance}`;
  if ('above' in bound) return sql`score * ${bound.above} <= 1`;
  if (bound.logarithmic) return sql`ln(score) < ln(CAST(${bound.lowest} AS DOUBLE)) - ${tolerance}`;
  return sql`score < ${bound.lowest}`;
}

/** Recounts t-closeness from the table `histogram` against a distribution. */
export async function recountCloseness(
  run: Run,
  choice: ClosenessChoice,
  distribution: readonly ValueCount[],
  hierarchy: readonly (readonly (string | null)[])[],
): Promise<RecountedCriterion> {
  await makePopulation(run, distribution, hierarchy);
  return worst(run, distanceSql(choice.distance, depthOf(hierarchy)), { highest: choice.t });
}

/** Every class beside every value of the population: its share in the class less its share of all, as `excess`. */
const excesses = raw(
  '(SELECT k.class, k.size, p.value, p.place, p.path, coalesce(h.c, 0) / k.size - p.share AS excess FROM (SELECT DISTINCT class, size FROM histogram) k CROSS JOIN population p LEFT JOIN histogram h ON h.class = k.class AND h.value = p.value)',
);

function distanceSql(distance: ClosenessChoice['distance'], depth: number): Sql {
  switch (distance) {
    // Half of the sum of all differences is the sum of the positive ones: both distributions add up to 1.
    case 'equal':
      return raw(
        'SELECT class, any_value(size) AS size, sum(greatest(c / size - share, 0)) AS score FROM histogram JOIN population USING (value) GROUP BY class',
      );
    case 'ordered':
      return sql`SELECT class, any_value(size) AS size, CASE WHEN count(*) > 1 THEN sum(abs(reached)) / (count(*) - 1) ELSE 0 END AS score FROM (SELECT class, size, sum(excess) OVER (PARTITION BY class ORDER BY place, value) AS reached FROM ${excesses}) GROUP BY class`;
    case 'hierarchical':
      return hierarchicalSql(depth);
    default:
      return unreachable(distance);
  }
}

/** Σ over the levels L of (L ÷ depth) · min(positive, negative excess of the children) of each node; no path names the root. */
const hierarchicalSql = (depth: number): Sql => {
  const node = (level: Sql) => sql`coalesce(json_extract_string(path, '$[' || ${level} || ']'), '')`;
  const parent = raw('level');
  const children = sql`SELECT class, any_value(size) AS size, level, ${node(parent)} AS parent, ${node(raw('(level - 1)'))} AS child, sum(excess) AS excess FROM ${excesses}, range(1, ${raw(String(depth + 1))}) levels(level) GROUP BY class, level, parent, child`;
  const nodes = sql`SELECT class, any_value(size) AS size, level, parent, least(coalesce(sum(excess) FILTER (excess > 0), 0), -coalesce(sum(excess) FILTER (excess < 0), 0)) AS moved FROM (${children}) GROUP BY class, level, parent`;
  return sql`SELECT class, any_value(size) AS size, sum(moved * level / ${depth}) AS score FROM (${nodes}) GROUP BY class`;
};
