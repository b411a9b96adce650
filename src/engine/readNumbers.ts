import type { NumberColumn, Run, Statement } from './run.ts';
import { name, sql, statement } from './sql.ts';

/** Rows of a table of the run. */
export async function countRows(run: Run, table: string): Promise<number> {
  const [row] = await run.rows<{ rows: number }>(
    statement(sql`SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${name(table)}`),
  );
  return row?.rows ?? 0;
}

/**
 * The columns of a large result, each an array made once at its full size.
 * @param rows how many rows the statement answers.
 */
export async function readNumbers(run: Run, wanted: Statement, rows: number): Promise<NumberColumn[]> {
  let columns: NumberColumn[] = [];
  let read = 0;
  for await (const { length, items } of run.vectors(wanted)) {
    if (read === 0) columns = items.map((item) => emptyLike(item, rows));
    for (const [index, item] of items.entries()) columns[index]?.set(item, read);
    read += length;
  }
  return columns;
}

/** The same in the order of the first column, which counts the rows from 0 and is left out: the database need not sort. */
export async function readPlaced(run: Run, wanted: Statement, rows: number): Promise<NumberColumn[]> {
  let columns: NumberColumn[] = [];
  for await (const { items } of run.vectors(wanted)) {
    const [places, ...others] = items;
    if (columns.length === 0) columns = others.map((item) => emptyLike(item, rows));
    for (const [index, item] of others.entries()) place(item, places as NumberColumn, columns[index] as NumberColumn);
  }
  return columns;
}

function place(items: NumberColumn, places: NumberColumn, column: NumberColumn): void {
  for (let index = 0; index < items.length; index++) column[places[index] as number] = items[index] as number;
}

function emptyLike(item: NumberColumn, rows: number): NumberColumn {
  if (item instanceof Float64Array) return new Float64Array(rows);
  if (item instanceof Uint32Array) return new Uint32Array(rows);
  return item instanceof Uint16Array ? new Uint16Array(rows) : new Uint8Array(rows);
}
