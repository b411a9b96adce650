import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../inputError.ts';
import type { Run } from '../run.ts';
import { parseCsv } from './parseCsv.ts';

/** How a source file is written. Names as in a recipe. */
export interface TableSource {
  readonly path: string;
  readonly format: 'csv' | 'xlsx' | 'parquet';
  /** One character; without meaning for xlsx and parquet. */
  readonly delimiter: string;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'cp932' | 'utf-16';
}

export interface ImportedColumn {
  /** The header, exactly as in the file. */
  readonly name: string;
  /** Its name in `relation`: `c0`, `c1` … by its place in the file. */
  readonly id: string;
}

/** A record that is not in the table, by the line of the file on which it begins. */
export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
}

/** A table of text, as the database sees it. An empty cell is '', never null. */
export interface ImportedTable {
  /** A view with one VARCHAR column per entry of `columns`; its rows come in no order. */
  readonly relation: string;
  /** A view with the same columns and `row`, a BIGINT from 0 in the order of the file; slower to read than `relation`. */
  readonly numberedRelation: string;
  readonly columns: readonly ImportedColumn[];
  /** Rows of `relation`; the records of the file are these and the refused ones. */
  readonly rows: number;
  readonly refusedRows: number;
  /** The first 1,000 refused rows. */
  readonly refused: readonly RefusedRow[];
  /** CSV (line, reason) of all refused rows in the folder of the run; null when none was refused. */
  readonly refusedFile: string | null;
  /** What an official should know about the file, in plain words. */
  readonly notes: readonly string[];
  /** Over the bytes of the file, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'cp932' | 'utf-16le' | 'utf-16be';
}

/**
 * Makes a file readable for the database of the run, and says what is in it.
 * @throws {InputError} when the file can't be used as it is.
 */
export async function importTable(run: Run, source: TableSource): Promise<ImportedTable> {
  const bytes = await readFile(source.path);
  const [header, ...records] = parseCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes), source.delimiter);
  if (!header || records.length === 0) throw new InputError(source.path, 'データの行がありません。');
  const good = records.filter(({ fields, fault }) => !fault && fields.length === header.fields.length);
  const refused = records
    .filter((record) => !good.includes(record))
    .map(({ line, fields }) => ({
      line,
      reason: `${fields.length}項目あります（見出しは${header.fields.length}項目）。`,
    }));
  const columns = header.fields.map((name, index) => ({ name, id: `c${index}` }));
  const file = join(run.folder, 'source.csv');
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const lines = [header, ...good].map(({ fields }) => `${fields.map(quote).join(',')}\n`);
  await writeFile(file, lines.join(''));
  const types = columns.map(({ id }) => `'${id}': 'VARCHAR'`).join(', ');
  const cells = columns.map(({ id }) => `coalesce(${id}, '') AS ${id}`).join(', ');
  await run.execute({
    text: `CREATE OR REPLACE VIEW source AS SELECT ${cells} FROM read_csv('${file.replaceAll("'", "''")}', auto_detect = false, header = true, columns = {${types}}, delim = ',', quote = '"', escape = '"', parallel = false)`,
  });
  await run.execute({
    text: 'CREATE OR REPLACE VIEW numbered_source AS SELECT row_number() OVER () - 1 AS row, * FROM source',
  });
  return {
    relation: 'source',
    numberedRelation: 'numbered_source',
    columns,
    rows: good.length,
    refusedRows: refused.length,
    refused: refused.slice(0, 1000),
    refusedFile: null,
    notes: [],
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    encoding: 'utf-8',
  };
}
