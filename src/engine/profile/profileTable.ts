import type { ImportedTable } from '../import/importTable.ts';
import type { Run } from '../run.ts';
import { classifyColumn, type ProfiledColumn } from './classifyColumn.ts';
import { columnFigures } from './columnFigures.ts';

/** What is in a table, column by column in the order of the file. */
export interface Profile {
  /** Records of the file, refused ones included. */
  readonly rows: number;
  readonly columns: readonly ProfiledColumn[];
}

/** Looks at an imported table and suggests what each column is. Nothing is decided by it. */
export async function profileTable(run: Run, table: ImportedTable): Promise<Profile> {
  const figures = await columnFigures(run, table);
  const columns = table.columns.flatMap(({ name }, index) => {
    const counted = figures[index];
    return counted ? [classifyColumn(name, counted)] : [];
  });
  return { rows: table.rows + table.refusedRows, columns };
}
