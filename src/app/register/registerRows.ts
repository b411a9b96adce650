import { parseCsv } from '../../engine/import/parseCsv.ts';
import { readSheet } from '../../engine/import/xlsx/readSheet.ts';
import { InputError } from '../../engine/index.ts';

/** A row of a register's file. */
export interface RegisterRow {
  /** Line of the CSV or row of the sheet, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Why the row can't be read at all. */
  readonly fault: string | null;
}

/** The rows of a file, the header first, and what an official should know of the file. */
export interface RegisterRows {
  readonly rows: readonly RegisterRow[];
  readonly notes: readonly string[];
}

const zip = 'PK\u0003\u0004';

/** Reads the file of a register, a workbook (.xlsx) or CSV; or says why it can't be read. */
export async function registerRows(bytes: Uint8Array, unreadable: string): Promise<RegisterRows | { problem: string }> {
  if (Buffer.from(bytes.subarray(0, zip.length)).toString('latin1') === zip) return workbookRows(bytes);
  const text = decoded(bytes);
  return text === null ? { problem: unreadable } : { rows: csvRows(text), notes: [] };
}

export const csvRows = (text: string): RegisterRow[] =>
  parseCsv(text, ',').map(({ line, fields, fault }) => ({
    line,
    fields,
    fault: fault ? '引用符「"」の閉じ方が正しくありません。' : null,
  }));

async function workbookRows(bytes: Uint8Array): Promise<RegisterRows | { problem: string }> {
  const rows: RegisterRow[] = [];
  const content = new Blob([new Uint8Array(bytes)]);
  try {
    const notes = await readSheet(
      { path: 'Excelのファイル', content, sheet: null, headerRow: null },
      {
        header: (line, fields) => rows.push({ line, fields, fault: null }),
        row: (line, fields, fault) => rows.push({ line, fields, fault }),
      },
    );
    return { rows: rows.filter(({ fields }) => fields.length > 0), notes };
  } catch (error) {
    if (error instanceof InputError) return { problem: error.message };
    throw error;
  }
}

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'shift_jis'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next encoding is tried
    }
  return null;
}
