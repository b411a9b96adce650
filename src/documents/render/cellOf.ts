import type { Cell, Text } from '../block.ts';

/** A cell with all its members; the first of a row without header names the row unless the cell says otherwise. */
export function cellOf(cell: Text | Cell, index: number, cellsInRow: number, hasHeader: boolean): Required<Cell> {
  const isPlain = typeof cell === 'string' || Array.isArray(cell);
  const heading = isPlain && index === 0 && cellsInRow > 1 && !hasHeader;
  const given: Cell = typeof cell === 'object' && 'text' in cell ? cell : { text: cell };
  return { columns: 1, rows: 1, height: 0, align: 'left', heading, ...given };
}
