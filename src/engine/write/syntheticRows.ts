import type { Recipe } from '../recipe/recipe.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { drawKey, drawRange, drawSql } from '../treat/draws.ts';
import { pseudoIdOf } from '../verify/pseudoIdOf.ts';
import type { ReleasedRows } from './releasedRows.ts';

/** How many synthetic records stand beside so many released ones, so that they are `share` of all. */
export const syntheticRecords = (share: number, released: number): number =>
  Math.round((share / (1 - share)) * released);

/**
 * Adds synthetic records (疑似データ) to the table `released`, and a last column that says of every record whether it is one.
 *
 * They are drawn from the released records alone, never from the source, so they tell nothing that those do not tell. Each
 * column is drawn from its values in the output (`independent`), or from those of the records that have the value drawn for
 * the column before (`chain`). A draw favours no record by more than records ÷ 2^52. A pseudo-ID is drawn afresh.
 */
export async function addSyntheticRows(run: Run, rows: ReleasedRows, recipe: Recipe): Promise<ReleasedRows> {
  const { synthesis, seed } = recipe;
  if (!synthesis) return rows;
  const synthetic = rows.rows === 0 ? 0 : syntheticRecords(synthesis.share, rows.rows);
  await run.execute(statement(sql`CREATE TABLE synthetic AS SELECT range AS i FROM range(${raw(String(synthetic))})`));
  let before: string | null = null;
  for (const [index, id] of rows.ids.entries()) {
    const column = recipe.columns.find((one) => one.name === rows.header[index]);
    const treatment = column && pseudoIdOf(column);
    const key = drawKey(`synthetic:${rows.header[index]}`, seed);
    if (treatment) await addColumn(run, id, sql`left(sha256(${key} || CAST(i AS VARCHAR)), ${treatment.length})`);
    else await drawColumn(run, { id, key, given: synthesis.model === 'chain' ? before : null });
    if (!treatment) before = id;
  }
  return markRows(run, rows, synthesis.mark, synthetic);
}

interface Draw {
  /** The column to draw. */
  readonly id: string;
  readonly key: string;
  /** The column whose value is drawn already; null: the column is drawn alone. */
  readonly given: string | null;
}

/** Values as texts that can be compared, suppressed cells too. */
const comparable = (id: string | null): Sql =>
  id === null ? raw("''") : sql`CASE WHEN ${name(id)} IS NULL THEN '-' ELSE '=' || ${name(id)} END`;

async function drawColumn(run: Run, { id, key, given }: Draw): Promise<void> {
  const values = sql`SELECT ${comparable(given)} AS given, ${name(id)} AS value, sum(n) AS n FROM released GROUP BY given, value`;
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE shares AS SELECT given, value, CAST(sum(n) OVER (PARTITION BY given ORDER BY value NULLS FIRST) - n AS HUGEINT) AS low, CAST(sum(n) OVER (PARTITION BY given) AS HUGEINT) AS records FROM (${values})`,
    ),
  );
  const placed = sql`SELECT s.*, t.given, (CAST(${drawSql(key, raw('i'))} AS HUGEINT) * t.records) // ${raw(String(drawRange))}::HUGEINT AS place FROM synthetic s JOIN (SELECT DISTINCT given, records FROM shares) t ON t.given = ${comparable(given)}`;
  await run.execute(
    statement(
      sql`CREATE OR REPLACE TABLE synthetic AS SELECT p.* EXCLUDE (given, place), h.value AS ${name(id)} FROM (${placed}) p ASOF JOIN shares h ON p.given = h.given AND p.place >= h.low`,
    ),
  );
}

const addColumn = (run: Run, id: string, value: Sql): Promise<void> =>
  run.execute(statement(sql`CREATE OR REPLACE TABLE synthetic AS SELECT *, ${value} AS ${name(id)} FROM synthetic`));

async function markRows(run: Run, rows: ReleasedRows, mark: string, synthetic: number): Promise<ReleasedRows> {
  const markId = `w${rows.ids.length}`;
  const cells = joined(rows.ids.map((id) => name(id)));
  const marked = (value: string) => sql`${value} AS ${name(markId)}`;
  await run.execute(
    statement(
      sql`CREATE TABLE both_kinds AS SELECT ${cells}, ${marked('0')}, n FROM released UNION ALL SELECT ${cells}, ${marked('1')}, count(*) AS n FROM synthetic GROUP BY ${cells}`,
    ),
  );
  await run.execute(statement(raw('DROP TABLE released')));
  await run.execute(statement(raw('ALTER TABLE both_kinds RENAME TO released')));
  return {
    ...rows,
    header: [...rows.header, mark],
    ids: [...rows.ids, markId],
    rows: rows.rows + synthetic,
    synthetic,
  };
}
