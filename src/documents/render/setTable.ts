import type { Block, Cell } from '../block.ts';
import { breakableLines } from './lines.ts';
import type { Measure } from './measure.ts';
import { cellRooms, rowSplit, tableRows } from './tableRows.ts';

/** A table as the layout takes it; widths of cells and `highest`, the greatest height of a measured row, in millimetres. */
export function setTable(table: Block & { readonly type: 'table' }, measure: Measure) {
  const { type, widths } = table;
  const { head, rows, highest } = tableRows(table, measure);
  const setRows = (those: readonly (readonly Required<Cell>[])[]) => {
    const rooms = cellRooms(those, widths, measure);
    return those.map((row, at) => ({
      split: rowSplit(row, rooms[at] ?? [], highest, measure),
      cells: row.map((cell, index) => setCell(cell, rooms[at]?.[index] ?? 0, measure)),
    }));
  };
  return { type, widths, highest, head: setRows([head])[0]?.cells ?? [], rows: setRows(rows) };
}

const setCell = (cell: Required<Cell>, room: number, { perMillimetre }: Measure) => ({
  ...cell,
  width: room / perMillimetre,
  text: breakableLines(cell.text, room),
});
