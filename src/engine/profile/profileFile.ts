import { detectDialect } from '../import/detectDialect.ts';
import { importTable } from '../import/importTable.ts';
import type { RefusedRow } from '../import/refusedRows.ts';
import type { TableSource } from '../import/tableSource.ts';
import { InputError } from '../inputError.ts';
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
  } finally {
    run.close();
    await scratch.remove();
  }
}

type Given = Omit<ProfileOptions, 'path' | 'folder'>;

/** How a file is written, found out where it is not given. @throws InputError when it can't be read. */
export async function sourceOf(path: string, { sheet, headerRow, ...given }: Given): Promise<TableSource> {
  if (/\.parquet$/i.test(path)) return { path, format: 'parquet', delimiter: ',', encoding: 'utf-8' };
  const choice = { ...(sheet === undefined ? {} : { sheet }), ...(headerRow === undefined ? {} : { headerRow }) };
  if (/\.xlsx$/i.test(path)) return { path, format: 'xlsx', delimiter: ',', encoding: 'utf-8', ...choice };
  const dialect = await detectDialect(path, given).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(
      path,
      error.code === 'ENOENT' ? 'ファイルがありません。' : `ファイルを読めません（${error.code ?? error.message}）。`,
    );
  });
  return { path, format: 'csv', ...dialect };
}
