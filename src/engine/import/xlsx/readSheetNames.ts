import { openAsBlob } from 'node:fs';
import { readWorkbook } from './workbook.ts';
import { openWorkbook, workbookBounds } from './workbookArchive.ts';

/**
 * The names of the sheets of a workbook, those that are hidden left out.
 * @throws InputError when the file is no workbook or can't be read
 */
export async function readSheetNames(path: string): Promise<string[]> {
  const archive = await openWorkbook(path, await openAsBlob(path), workbookBounds);
  try {
    const { sheets } = await readWorkbook(path, archive, workbookBounds);
    return sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
  } finally {
    await archive.close();
  }
}
