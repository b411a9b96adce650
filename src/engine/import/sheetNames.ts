/**
 * The names of the sheets of a workbook, those that are hidden left out. The reader of workbooks is loaded when one is read.
 * @throws InputError when the file is no workbook or can't be read
 */
export async function sheetNames(path: string): Promise<string[]> {
  const { readSheetNames } = await import('./xlsx/readSheetNames.ts');
  return readSheetNames(path);
}
