import { explainLimit } from './explainLimit.ts';
import { importTable } from './import/importTable.ts';
import { InputError } from './inputError.ts';
import { type ProfileOptions, sourceOf } from './profile/profileFile.ts';
import { openRun } from './run.ts';
import { makeScratchFolder } from './scratchFolder.ts';
import { name, sql, statement } from './sql.ts';

/** A value of a column, and the records that hold it. */
export interface ValueCount {
  readonly value: string;
  readonly records: number;
}

const memoryMiB = 1024;

/**
 * The distinct values of a column of a file, in their order.
 * @throws InputError when the file can't be read or has no such column.
 */
export async function columnValues(
  column: string,
  { path, folder: within, ...given }: ProfileOptions,
): Promise<ValueCount[]> {
  const scratch = await makeScratchFolder(within);
  const run = await openRun({ folder: scratch.path, memoryMiB });
  try {
    const table = await importTable(run, await sourceOf(path, given));
    const id = table.columns.find((one) => one.name === column)?.id;
    if (id === undefined)
      throw new InputError(
        path,
        `列「${column}」がありません。ある列: ${table.columns.map((one) => one.name).join('、')}。`,
      );
    return await run.rows<ValueCount>(
      statement(
        sql`SELECT ${name(id)} AS value, CAST(count(*) AS DOUBLE) AS records FROM ${name(table.relation)} GROUP BY value ORDER BY value`,
      ),
    );
  } catch (error) {
    throw explainLimit(error, path, run);
  } finally {
    run.close();
    await scratch.remove();
  }
}
