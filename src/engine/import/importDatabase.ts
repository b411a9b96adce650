import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestFile } from '../digestFile.ts';
import type { Run } from '../run.ts';
import { createViews, readCsv } from './csvView.ts';
import type { ReadDatabase } from './databaseTable.ts';
import { headerColumns } from './headerColumns.ts';
import type { ImportedTable } from './importTable.ts';
import { countedRows } from './rowPlaces.ts';
import { tableCopy } from './tableCopy.ts';

/** See `importTable`. The table is read in portions into a CSV file in the folder of the run, and the digest is that file's. */
export async function importDatabase(
  run: Run,
  name: string,
  relation: string,
  read: ReadDatabase,
): Promise<ImportedTable> {
  const path = join(run.folder, `${relation}.csv`);
  const table = await read(name);
  const file = await open(path, 'w');
  const copy = tableCopy(name, file);
  try {
    headerColumns(name, table.columns);
    for await (const rows of table.portions) {
      for (const row of rows) copy.add(row.map((cell) => cell ?? ''));
      await copy.flush();
    }
  } finally {
    await table.close();
    await file.close();
  }
  const columns = table.columns.map((header, index) => ({ name: header, id: `c${index}` }));
  const { rows, innerLines, longest, characters } = copy.result();
  const csv = { path, delimiter: ',', header: false, quotes: true, lineEnd: '\n', innerLines, longest } as const;
  const ids = columns.map(({ id }) => id);
  return {
    relation,
    numberedRelation: await createViews(run, relation, ids, readCsv({ ...csv, width: columns.length })),
    places: countedRows,
    columns,
    distinctRelation: null,
    rows,
    refusedRows: 0,
    refused: [],
    refusedFile: null,
    notes: [...table.notes, ...characters],
    sha256: await digestFile(path),
    bytes: (await stat(path)).size,
    encoding: null,
  };
}
