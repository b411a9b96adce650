import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestFile } from '../digestFile.ts';
import type { Run } from '../run.ts';
import { createViews, readCsv } from './csvView.ts';
import { headerColumns } from './headerColumns.ts';
import type { ImportedTable } from './importTable.ts';
import { refusedRows } from './refusedRows.ts';
import { rowLines } from './rowPlaces.ts';
import { tableCopy } from './tableCopy.ts';
import type { TableSource } from './tableSource.ts';
import { readSheet } from './xlsx/readSheet.ts';
import { workbookBounds } from './xlsx/workbookArchive.ts';

/** See `importTable`. The sheet is read row by row into a CSV file in the folder of the run. */
export async function importXlsx(run: Run, source: TableSource, relation: string): Promise<ImportedTable> {
  const path = join(run.folder, `${relation}.csv`);
  const refusedFile = join(run.folder, `${relation}.refused.csv`);
  const refused = refusedRows(refusedFile);
  const file = await open(path, 'w');
  const lines = rowLines(join(run.folder, `${relation}.lines.csv`));
  const copy = tableCopy(source.path, file, workbookBounds.tableBytes);
  let names: readonly string[] = [];
  let notes: readonly string[];
  try {
    notes = await readSheet(
      { path: source.path, sheet: source.sheet ?? null, headerRow: source.headerRow ?? null },
      {
        header: (_, cells) => {
          names = headerColumns(source.path, cells).names;
        },
        row: (line, cells, fault) => {
          if (fault !== null) return refused.add(line, fault);
          copy.add(cells);
          lines.add(line);
        },
        flush: async () => {
          await copy.flush();
          await lines.flush();
          await refused.flush();
        },
      },
    );
  } finally {
    await copy.flush();
    await lines.flush();
    await refused.flush();
    await file.close();
    await lines.close();
    await refused.close();
  }
  const columns = names.map((header, index) => ({ name: header, id: `c${index}` }));
  const { rows, innerLines, longest, characters } = copy.result();
  const csv = { path, delimiter: ',', header: false, quotes: true, lineEnd: '\n', innerLines, longest } as const;
  return {
    relation,
    numberedRelation: await createViews(
      run,
      relation,
      columns.map(({ id }) => id),
      readCsv({ ...csv, width: columns.length }),
    ),
    places: lines.places(),
    columns,
    distinctRelation: null,
    rows,
    refusedRows: refused.count(),
    refused: refused.first(),
    refusedFile: refused.count() > 0 ? refusedFile : null,
    notes: [...notes, ...characters],
    sha256: await digestFile(source.path),
    bytes: (await stat(source.path)).size,
    encoding: null,
  };
}
