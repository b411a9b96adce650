import { access, constants, stat } from 'node:fs/promises';
import { InputError } from '../inputError.ts';
import type { Run } from '../run.ts';
import type { ReadDatabase } from './databaseTable.ts';
import { importCsv } from './importCsv.ts';
import { importParquet } from './importParquet.ts';
import type { RefusedRow } from './refusedRows.ts';
import type { RowPlaces } from './rowPlaces.ts';
import type { FileEncoding, TableSource } from './tableSource.ts';

export interface ImportedColumn {
  /** The header, exactly as in the file. */
  readonly name: string;
  /** Its name in `relation`: `c0`, `c1` … by its place in the file. */
  readonly id: string;
}

/** A table of text, as the database sees it. An empty cell is '', never null. */
export interface ImportedTable {
  /** A view with one VARCHAR column per entry of `columns`; its rows come in no order. */
  readonly relation: string;
  /** A view with the same columns and `row`, a BIGINT from 0 in the order of the file; slower to read than `relation`. */
  readonly numberedRelation: string;
  /** Where the rows of `numberedRelation` stand in the file. */
  readonly places: RowPlaces;
  readonly columns: readonly ImportedColumn[];
  /** A table with the same columns, one row per distinct row, as `ImportOptions.distinct` asks; null where none was made. */
  readonly distinctRelation: string | null;
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
  /** Null for a format that has its own. */
  readonly encoding: FileEncoding | null;
}

export interface ImportOptions {
  /** Name of the view; another one for each table of a run. `source` unless given. */
  readonly relation?: string;
  /** A header without rows is a table too, as an output is whose records are all suppressed. */
  readonly mayBeEmpty?: boolean;
  /**
   * Groups equal rows while they are counted, where that costs no more than counting: in a file without quotes whose rows
   * repeat. The table has their number `n`, with `places` also `first` and `last`, from 0 in the order of the file.
   */
  readonly distinct?: 'counts' | 'places';
  /** Reads a table of a database, where the source may be one. */
  readonly readDatabase?: ReadDatabase;
}

/**
 * Makes a file readable for the database of the run, and says what is in it. The file must not change during the run.
 * @throws {InputError} when the file can't be used as it is.
 */
export async function importTable(run: Run, source: TableSource, options: ImportOptions = {}): Promise<ImportedTable> {
  if (source.format !== 'postgresql') await refuseUnreadable(source.path);
  const table = await importFile(run, source, options);
  if (table.rows === 0 && table.refusedRows === 0 && !options.mayBeEmpty)
    throw new InputError(source.path, '見出しだけで、データの行がありません。');
  return table;
}

async function importFile(run: Run, source: TableSource, options: ImportOptions): Promise<ImportedTable> {
  const { relation = 'source' } = options;
  if (source.format === 'csv') return importCsv(run, checkedDelimiter(source), relation, options.distinct);
  if (source.format === 'parquet') return importParquet(run, source.path, relation);
  if (source.format === 'postgresql') return readDatabase(run, source.path, relation, options.readDatabase);
  const { importXlsx } = await import('./importXlsx.ts');
  return importXlsx(run, source, relation);
}

async function readDatabase(run: Run, table: string, relation: string, read: ReadDatabase | undefined) {
  if (!read)
    throw new InputError(
      `表「${table}」`,
      'データベースの表は、ここでは読めません。CSV などに書き出したファイルを使ってください。',
    );
  const { importDatabase } = await import('./importDatabase.ts');
  return importDatabase(run, table, relation, read);
}

async function refuseUnreadable(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new InputError(path, 'ファイルがありません。');
  if (!found.isFile()) throw new InputError(path, 'ファイルではありません。');
  await access(path, constants.R_OK).catch(() => {
    throw new InputError(path, 'ファイルを読む権限がありません。');
  });
}

function checkedDelimiter(source: TableSource): TableSource {
  if (/^[\t -!#-~]$/.test(source.delimiter)) return source;
  throw new InputError(
    source.path,
    `区切り文字「${source.delimiter}」は使えません。半角の1文字（, ; タブ など）にしてください。`,
  );
}
