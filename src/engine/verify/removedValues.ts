import { distinctValues } from '../distinctValues.ts';
import type { Run } from '../run.ts';
import { joined, raw, type Sql, sql, statement } from '../sql.ts';

/** A column of the source whose values were removed or replaced, and must not come back in another column. */
export interface RemovedColumn {
  readonly column: string;
  /** Its database column in the source. */
  readonly sourceId: string;
  /** Its database column in the output, where it was replaced and not removed. */
  readonly outputId: string | null;
}

export interface RemovedValuesFinding {
  readonly column: string;
  /** Telling values that were searched. */
  readonly searched: number;
  /** Output column (database) → cells that hold one of them. */
  readonly hits: Readonly<Record<string, number>>;
}

const shortestText = 3;
const shortestCode = 6;

/** @param rare values held by at least this many records of the source tell of nobody in particular. */
export const describeSearchRule = (rare: number) =>
  `${shortestText} 文字以上（英数字だけの値は ${shortestCode} 文字以上）で、元のデータで ${rare} 件未満の記録だけが持つ値を、出力のすべてのセルの中から、一部としても探しました。`;

/**
 * Searches the table `cells` for the telling values of removed columns, also as a part of a cell.
 * @param pseudoIds database columns of the output that hold pseudo-IDs: there a value has to be the whole cell.
 */
export async function searchRemovedValues(
  run: Run,
  relation: Sql,
  removed: readonly RemovedColumn[],
  rare: number,
  pseudoIds: readonly string[],
): Promise<RemovedValuesFinding[]> {
  const searched = await makeTelling(run, relation, removed, rare);
  const findings: RemovedValuesFinding[] = [];
  for (const one of removed) findings.push(await searchColumn(run, one, searched.get(one.sourceId) ?? 0, pseudoIds));
  return findings;
}

/** Makes the table `telling`: `id` of the source, `value` and its `size`; answers how many values each column has. */
async function makeTelling(
  run: Run,
  relation: Sql,
  removed: readonly RemovedColumn[],
  rare: number,
): Promise<Map<string, number>> {
  await run.execute(statement(raw('CREATE OR REPLACE TABLE telling (id VARCHAR, value VARCHAR, size BIGINT)')));
  const ids = removed.map(({ sourceId }) => sourceId);
  for (const values of distinctValues(sql`(SELECT *, 1 AS n FROM ${relation})`, ids))
    await run.execute(
      statement(
        sql`INSERT INTO telling SELECT id, value, length(value) FROM ${values} WHERE n < ${rare} AND (length(value) >= ${shortestCode} OR (length(value) >= ${shortestText} AND regexp_matches(value, '[^\\x00-\\x7f]')))`,
      ),
    );
  const counts = await run.rows<{ id: string; searched: number }>(
    statement(raw('SELECT id, CAST(count(*) AS DOUBLE) AS searched FROM telling GROUP BY id')),
  );
  return new Map(counts.map(({ id, searched }) => [id, searched]));
}

async function searchColumn(
  run: Run,
  column: RemovedColumn,
  searched: number,
  pseudoIds: readonly string[],
): Promise<RemovedValuesFinding> {
  if (searched === 0) return { column: column.column, searched, hits: {} };
  const own = sql`telling WHERE id = ${column.sourceId}`;
  const sized = sql`SELECT c.id, c.n, c.value, s.size, unnest(range(1, length(c.value) - s.size + 2)) AS begin FROM cells c JOIN (SELECT DISTINCT size FROM ${own}) s ON s.size <= length(c.value) WHERE c.id IS DISTINCT FROM ${column.outputId}`;
  // A part of a pseudo-ID is a code of digits now and then by chance; a whole one is not.
  const whole = sql`(size = length(value) OR id NOT IN (${joined([...pseudoIds, ''].map((id) => sql`${id}`))}))`;
  const parts = sql`SELECT id, n, value, substr(value, begin, size) AS part FROM (${sized}) WHERE ${whole}`;
  const hits = await run.rows<{ id: string; cells: number }>(
    statement(
      sql`SELECT id, CAST(sum(n) AS DOUBLE) AS cells FROM (SELECT DISTINCT id, value, n FROM (${parts}) WHERE part IN (SELECT value FROM ${own})) GROUP BY id ORDER BY id`,
    ),
  );
  return {
    column: column.column,
    searched,
    hits: Object.fromEntries(hits.map(({ id, cells }) => [id, cells])),
  };
}
