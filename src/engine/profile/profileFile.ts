import { open } from 'node:fs/promises';
import { explainLimit } from '../explainLimit.ts';
import { detectDialect } from '../import/detectDialect.ts';
import { importTable } from '../import/importTable.ts';
import type { RefusedRow } from '../import/refusedRows.ts';
import type { TableSource } from '../import/tableSource.ts';
import { InputError } from '../inputError.ts';
import type { TableFormat } from '../recipe/recipe.ts';
import { openRun } from '../run.ts';
import { makeScratchFolder } from '../scratchFolder.ts';
import { type Profile, profileTable } from './profileTable.ts';

export interface ProfileOptions {
  readonly path: string;
  /** An existing folder for spill files; a temporary one of the system unless given. */
  readonly folder?: string;
  /** Found out when not given. */
  readonly encoding?: TableSource['encoding'];
  readonly delimiter?: string;
  /** Of a workbook: the sheet and the row of its headers. */
  readonly sheet?: string;
  readonly headerRow?: number;
}

/** The profile of a file, and how the file was read. */
export interface ProfiledFile extends Profile {
  readonly source: TableSource;
  readonly refusedRows: number;
  /** The first 1,000. */
  readonly refused: readonly RefusedRow[];
  readonly notes: readonly string[];
}

const memoryMiB = 1024;

/**
 * Looks at a file without changing anything.
 * @throws {InputError} when it can't be read
 */
export async function profile({ path, folder: within, ...given }: ProfileOptions): Promise<ProfiledFile> {
  const scratch = await makeScratchFolder(within);
  const run = await openRun({ folder: scratch.path, memoryMiB });
  try {
    const source = await sourceOf(path, given);
    const table = await importTable(run, source);
    const { refusedRows, refused, notes } = table;
    return { ...(await profileTable(run, table)), source, refusedRows, refused, notes };
  } catch (error) {
    throw explainLimit(error, path, run);
  } finally {
    run.close();
    await scratch.remove();
  }
}

type Given = Omit<ProfileOptions, 'path' | 'folder'>;

/** By its ending, or by the bytes with which workbooks and Parquet files begin; everything else is text. */
export async function sourceFormat(path: string): Promise<TableFormat> {
  if (/\.parquet$/i.test(path)) return 'parquet';
  if (/\.xlsx$/i.test(path)) return 'xlsx';
  const start = await firstBytes(path);
  if (start === 'PAR1') return 'parquet';
  return start === 'PK\u0003\u0004' ? 'xlsx' : 'csv';
}

/** The first four bytes, one character each; nothing of a file that can't be read. */
async function firstBytes(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  if (!file) return '';
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } catch {
    return '';
  } finally {
    await file.close();
  }
}

/** How a file is written, found out where it is not given. @throws InputError when it can't be read. */
export async function sourceOf(path: string, { sheet, headerRow, ...given }: Given): Promise<TableSource> {
  const format = await sourceFormat(path);
  if (format === 'parquet') return { path, format, delimiter: ',', encoding: 'utf-8' };
  const choice = { ...(sheet === undefined ? {} : { sheet }), ...(headerRow === undefined ? {} : { headerRow }) };
  if (format === 'xlsx') return { path, format, delimiter: ',', encoding: 'utf-8', ...choice };
  const dialect = await detectDialect(path, given).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(
      path,
      error.code === 'ENOENT' ? 'ファイルがありません。' : `ファイルを読めません（${error.code ?? error.message}）。`,
    );
  });
  return { path, format: 'csv', ...dialect };
}
