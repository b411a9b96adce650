import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';

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
  const findings: RemovedValuesFinding[] = [];
  for (const one of removed) findings.push(await searchColumn(run, relation, one, rare, pseudoIds));
  return findings;
}

async function searchColumn(
  run: Run,
  relation: Sql,
  column: RemovedColumn,
  rare: number,
  pseudoIds: readonly string[],
): Promise<RemovedValuesFinding> {
  const value = name(column.sourceId);
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE telling AS SELECT ${value} AS value, length(${value}) AS size FROM ${relation} WHERE length(${value}) >= ${shortestCode} OR (length(${value}) >= ${shortestText} AND regexp_matches(${value}, '[^\\x00-\\x7f]')) GROUP BY value HAVING count(*) < ${rare}`,
    ),
  );
  const [count] = await run.rows<{ searched: number }>(
    statement(raw('SELECT CAST(count(*) AS DOUBLE) AS searched FROM telling')),
  );
  if (!count?.searched) return { column: column.column, searched: 0, hits: {} };
  const sized = sql`SELECT c.id, c.n, c.value, s.size, unnest(range(1, length(c.value) - s.size + 2)) AS begin FROM cells c JOIN (SELECT DISTINCT size FROM telling) s ON s.size <= length(c.value) WHERE c.id IS DISTINCT FROM ${column.outputId}`;
  // A part of a pseudo-ID is a code of digits now and then by chance; a whole one is not.
  const whole = sql`(size = length(value) OR id NOT IN (${joined([...pseudoIds, ''].map((id) => sql`${id}`))}))`;
  const parts = sql`SELECT id, n, value, substr(value, begin, size) AS part FROM (${sized}) WHERE ${whole}`;
  const hits = await run.rows<{ id: string; cells: number }>(
    statement(
      sql`SELECT id, CAST(sum(n) AS DOUBLE) AS cells FROM (SELECT DISTINCT id, value, n FROM (${parts}) WHERE part IN (SELECT value FROM telling)) GROUP BY id ORDER BY id`,
    ),
  );
  return {
    column: column.column,
    searched: count.searched,
    hits: Object.fromEntries(hits.map(({ id, cells }) => [id, cells])),
  };
}
