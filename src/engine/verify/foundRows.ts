import { existsSync } from 'node:fs';
import { digestFile } from '../digestFile.ts';
import { importTable } from '../import/importTable.ts';
import type { TableSource } from '../import/tableSource.ts';
import { InputError } from '../inputError.ts';
import type { Run } from '../run.ts';
import { joined, mostGrouped, name, raw, type Sql, sql, statement } from '../sql.ts';

/**
 * The output as it was read again: table `found_all`, one row per distinct row, with `n`, and `first` and `last` place;
 * and view `found`, the same without synthetic records.
 */
export interface FoundRows {
  readonly header: readonly string[];
  /** Database column per header. */
  readonly ids: readonly string[];
  readonly rows: number;
  /** Synthetic records among `rows`. */
  readonly synthetic: number;
  /** Over the bytes of the file. */
  readonly sha256: string;
  /** Records that could not be read. */
  readonly refusedRows: number;
  /** Why the file is no table at all; its header is then empty. */
  readonly unreadable?: string;
}

/**
 * Reads an output file in one pass. Nothing else of it is ever looked at.
 * @param mark header of the column that is 1 for a synthetic record; null where there are none.
 * @throws InputError when there is no such file.
 */
export async function findRows(run: Run, source: TableSource, mark: string | null): Promise<FoundRows> {
  try {
    return await readRows(run, source, mark);
  } catch (error) {
    if (!(error instanceof InputError) || !existsSync(source.path)) throw error;
    const sha256 = await digestFile(source.path);
    return { header: [], ids: [], rows: 0, synthetic: 0, sha256, refusedRows: 0, unreadable: error.message };
  }
}

async function readRows(run: Run, source: TableSource, mark: string | null): Promise<FoundRows> {
  const table = await importTable(run, source, { relation: 'output', mayBeEmpty: true, distinct: 'places' });
  const ids = table.columns.map(({ id }) => id);
  const grouped = table.distinctRelation;
  await run.execute(
    statement(
      grouped !== null
        ? sql`CREATE VIEW found_all AS SELECT * FROM ${name(grouped)}`
        : sql`CREATE TABLE found_all AS ${distinctRowsSql(ids, name(table.numberedRelation))}`,
    ),
  );
  const markId = table.columns.find((column) => column.name === mark)?.id;
  const isReal = markId === undefined ? raw('true') : sql`${name(markId)} <> '1'`;
  await run.execute(statement(sql`CREATE VIEW found AS SELECT * FROM found_all WHERE ${isReal}`));
  return {
    header: table.columns.map((column) => column.name),
    synthetic: await countSynthetic(run, isReal),
    ids,
    rows: table.rows,
    sha256: table.sha256,
    refusedRows: table.refusedRows,
  };
}

/** Distinct rows with their number and places; those of many columns are grouped as one list of their cells. */
function distinctRowsSql(ids: readonly string[], from: Sql): Sql {
  const cells = joined(ids.map((id) => name(id)));
  const places = raw('count(*) AS n, min(row) AS first, max(row) AS last');
  if (ids.length <= mostGrouped) return sql`SELECT ${cells}, ${places} FROM ${from} GROUP BY ${cells}`;
  const listed = ids.map((id, index) => sql`cells[${raw(String(index + 1))}] AS ${name(id)}`);
  return sql`SELECT ${joined(listed)}, n, first, last FROM (SELECT [${cells}] AS cells, ${places} FROM ${from} GROUP BY ALL)`;
}

async function countSynthetic(run: Run, isReal: Sql): Promise<number> {
  const [row] = await run.rows<{ rows: number }>(
    statement(sql`SELECT CAST(coalesce(sum(n) FILTER (NOT ${isReal}), 0) AS DOUBLE) AS rows FROM found_all`),
  );
  return row?.rows ?? 0;
}

/** The database column of a header. */
export function idOf({ header, ids }: FoundRows, column: string): string {
  const id = ids[header.indexOf(column)];
  if (id === undefined) throw new InputError('output', `列「${column}」がありません。`);
  return id;
}
