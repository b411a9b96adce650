import type { Block, Cell } from '../block.ts';
import { cellOf } from './cellOf.ts';
import { lineCount } from './lines.ts';
import type { Measure } from './measure.ts';

type Row = readonly Required<Cell>[];

/** Inset of a cell in millimetres, left and right together, and above and below together. */
const inset = { width: 4, height: 3.8 };
/** Share of a page besides the head of its table that a row may take. */
const share = 0.95;

/** Whether a row goes on behind the end of a page; `measured`: where the layout finds that it does not fit one. */
export type RowSplit = 'never' | 'measured' | 'always';

type TableBlock = Block & { readonly type: 'table' };

/** The rows of a table, and its head where the pages have room to repeat it; a higher one is its first row. */
export function tableRows({ header, rows, widths }: TableBlock, measure: Measure) {
  const cells = rows.map((row) => row.map((cell, index) => cellOf(cell, index, row.length, header !== undefined)));
  if (header === undefined) return { head: [], rows: cells, highest: measure.height * share };
  const head = header.map(
    (text): Required<Cell> => ({ ...cellOf({ text }, 0, 1, true), align: 'center', heading: true }),
  );
  const rooms = cellRooms([head], widths, measure)[0] ?? [];
  const height = heightOf(
    head.map(({ text }, index) => lineCount(text, rooms[index] ?? 0).most),
    measure.mostPitch,
  );
  if (height > measure.height / 3) return { head: [], rows: [head, ...cells], highest: measure.height * share };
  return { head, rows: cells, highest: (measure.height - height) * share };
}

/** Half-width characters of a line in each cell of each row. */
export function cellRooms(rows: readonly Row[], widths: readonly number[], measure: Measure) {
  const starts = columnStarts(rows, widths.length);
  const roomOf = columnRoom(widths, measure);
  return rows.map((row, at) => row.map((cell, index) => roomOf(starts[at]?.[index] ?? index, cell.columns)));
}

/** Half-width characters of a line in `columns` columns from `column` on. */
function columnRoom(widths: readonly number[], { room, perMillimetre }: Measure) {
  const all = widths.reduce((sum, width) => sum + width, 0);
  return (column: number, columns: number): number => {
    const own = widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) / all;
    return Math.floor(room * own - inset.width * perMillimetre);
  };
}

/** A row that surely fits a page is never split, one that surely does not always; by its cells that reach no further down. */
export function rowSplit(row: Row, rooms: readonly number[], highest: number, measure: Measure): RowSplit {
  const own = row.flatMap((cell, index) =>
    cell.rows > 1 ? [] : [{ cell, ...lineCount(cell.text, rooms[index] ?? 0) }],
  );
  const given = Math.max(0, ...own.map(({ cell }) => cell.height + inset.height));
  const height = (count: 'least' | 'most', pitch: number) =>
    Math.max(
      given,
      heightOf(
        own.map((one) => one[count]),
        pitch,
      ),
    );
  if (height('most', measure.mostPitch) <= highest) return 'never';
  return height('least', measure.leastPitch) > highest ? 'always' : 'measured';
}

const heightOf = (lines: readonly number[], pitch: number): number =>
  lines.length === 0 ? 0 : Math.max(...lines) * pitch + inset.height;

/** The most millimetres that a table takes besides its head. */
export function tableHeight(table: TableBlock, measure: Measure): number {
  const { rows } = tableRows(table, measure);
  const rooms = cellRooms(rows, table.widths, measure);
  return rows.reduce((sum, row, at) => {
    const lines = row.map(({ text }, index) => lineCount(text, rooms[at]?.[index] ?? 0).most);
    const given = Math.max(0, ...row.map(({ height }) => height + inset.height));
    return sum + Math.max(given, heightOf(lines, measure.mostPitch));
  }, 0);
}

/** The column in which each cell of each row begins, where cells of rows above reach down. */
function columnStarts(rows: readonly Row[], columns: number): readonly (readonly number[])[] {
  const free = Array.from({ length: columns }, () => 0);
  return rows.map((row, at) => {
    let column = 0;
    return row.map((cell) => {
      while (column < columns && (free[column] ?? 0) > at) column += 1;
      const start = column;
      free.fill(at + cell.rows, start, start + cell.columns);
      column += cell.columns;
      return start;
    });
  });
}
