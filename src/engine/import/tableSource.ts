/** How a source file is written. Names as in a recipe. */
export interface TableSource {
  /** Of a database the name of the table. */
  readonly path: string;
  readonly format: 'csv' | 'xlsx' | 'parquet' | 'postgresql';
  /** One ASCII character; without meaning for xlsx and parquet. */
  readonly delimiter: string;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'cp932' | 'utf-16';
  /** Of a workbook: see `SheetChoice`. */
  readonly sheet?: string;
  readonly headerRow?: number;
}

/** How the bytes of a text file were found to be written. */
export type FileEncoding = 'utf-8' | 'utf-8-bom' | 'cp932' | 'utf-16le' | 'utf-16be';
