import { existsSync } from 'node:fs';
import { digestFile } from '../digestFile.ts';
import { importTable } from '../import/importTable.ts';
import type { TableSource } from '../import/tableSource.ts';
import { InputError } from '../inputError.ts';
import type { Run } from '../run.ts';
import { joined, name, raw, sql, statement } from '../sql.ts';

/** The output as it was read again: table `found`, one row per distinct row, with `n`, and `first` and `last` place. */
export interface FoundRows {
  readonly header: readonly string[];
  /** Database column per header. */
  readonly ids: readonly string[];
  readonly rows: number;
  /** Over the bytes of the file. */
  readonly sha256: string;
  /** Records that could not be read. */
  readonly refusedRows: number;
  /** Why the file is no table at all; its header is then empty. */
  readonly unreadable?: string;
}

/**
 * Reads an output file in one pass. Nothing else of it is ever looked at.
 * @throws InputError when there is no such file.
 */
export async function findRows(run: Run, source: TableSource): Promise<FoundRows> {
  try {
    return await readRows(run, source);
  } catch (error) {
    if (!(error instanceof InputError) || !existsSync(source.path)) throw error;
    const sha256 = await digestFile(source.path);
    return { header: [], ids: [], rows: 0, sha256, refusedRows: 0, unreadable: error.message };
  }
}

async function readRows(run: Run, source: TableSource): Promise<FoundRows> {
  const table = await importTable(run, source, { relation: 'output', mayBeEmpty: true, distinct: 'places' });
  const ids = table.columns.map(({ id }) => id);
  const cells = ids.map((id) => name(id));
  const grouped = table.distinctRelation;
  await run.execute(
    statement(
      grouped !== null
        ? sql`CREATE VIEW found AS SELECT * FROM ${name(grouped)}`
        : sql`CREATE TABLE found AS SELECT ${joined([...cells, raw('count(*) AS n, min(row) AS first, max(row) AS last')])} FROM ${name(table.numberedRelation)} GROUP BY ${joined(cells)}`,
    ),
  );
  return {
    header: table.columns.map((column) => column.name),
    ids,
    rows: table.rows,
    sha256: table.sha256,
    refusedRows: table.refusedRows,
  };
}

/** The database column of a header. */
export function idOf({ header, ids }: FoundRows, column: string): string {
  const id = ids[header.indexOf(column)];
  if (id === undefined) throw new InputError('output', `列「${column}」がありません。`);
  return id;
}
