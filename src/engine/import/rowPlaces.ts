import { type FileHandle, open } from 'node:fs/promises';
import { quoted, type Sql, sql } from '../sql.ts';

/** How a row of an imported table (`row`, from 0) is found in its source. */
export interface RowPlaces {
  /** By the line of a file or of a sheet, or by counting the records. */
  readonly unit: '行目' | '件目';
  /** Place of the first row. */
  readonly first: number;
  /** CSV (row, place) with an entry wherever the next row does not stand on the next line; null: each does. */
  readonly jumps: string | null;
}

/** The rows of a table that has no lines. */
export const countedRows: RowPlaces = { unit: '件目', first: 1, jumps: null };

/** Rows of a file that stand line by line below its header. */
export const linesBelowHeader: RowPlaces = { unit: '行目', first: 2, jumps: null };

/** Remembers in a file on which line each row begins. */
export function rowLines(path: string) {
  let [rows, next, text] = [0, 0, 'row,place\n'];
  let file: FileHandle | undefined;
  return {
    /** The next row begins on this line. */
    add(line: number): void {
      if (line !== next) text += `${rows},${line}\n`;
      rows += 1;
      next = line + 1;
    },
    /** Writes what was added; to be called now and then, so that memory stays bounded. */
    async flush(): Promise<void> {
      if (text === '') return;
      file ??= await open(path, 'w');
      await file.write(text);
      text = '';
    },
    close: async () => file?.close(),
    places: (): RowPlaces => ({ unit: '行目', first: 1, jumps: path }),
  };
}

/** @param rows a query with the column `row`; answers it with `place` beside. */
export function placedSql({ first, jumps }: RowPlaces, rows: Sql): Sql {
  if (jumps === null) return sql`SELECT *, row + ${first}::BIGINT AS place FROM (${rows})`;
  const lines = sql`read_csv(${quoted(jumps)}, auto_detect = false, header = true, columns = {'row': 'BIGINT', 'place': 'BIGINT'})`;
  return sql`SELECT r.*, j.place + r.row - j.row AS place FROM (${rows}) r ASOF JOIN ${lines} j ON r.row >= j.row`;
}
