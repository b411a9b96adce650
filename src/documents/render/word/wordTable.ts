import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, Cell } from '../../block.ts';
import type { Measure } from '../measure.ts';
import { cellRooms, rowSplit, tableRows } from '../tableRows.ts';
import { type NextId, type RunLook, wordRuns } from './wordRuns.ts';

export const twipsPerMillimetre = 1440 / 25.4;
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
const shade = { type: ShadingType.CLEAR, color: 'auto', fill: 'EEEEEE' };
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
export const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const dashed = { style: BorderStyle.DASHED, size: 4, color: '6E6E6E' };
const around = <Line>(one: Line) => ({ top: one, bottom: one, left: one, right: one });
const margins = { top: 70, bottom: 70, left: 110, right: 110 };

/** What a table needs to know of its page. `width` in twips. */
interface TablePlace {
  readonly width: number;
  readonly measure: Measure;
  readonly look: RunLook;
  readonly nextId: NextId;
}

/** A table as wide as the line, with columns that stay as they are, a header on every page, and rows that are not split. */
export function wordTable(
  table: Block & { readonly type: 'table' },
  { width, measure, look, nextId }: TablePlace,
): Table {
  const { widths } = table;
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const columns = widths.map((one) => Math.round((width * one) / whole));
  const { head, rows, highest } = tableRows(table, measure);
  const rooms = cellRooms(rows, widths, measure);
  const row = (children: readonly Required<Cell>[], tableHeader: boolean, cantSplit: boolean) =>
    new TableRow({
      ...(tableHeader ? { tableHeader } : {}),
      ...(cantSplit ? { cantSplit } : {}),
      children: children.map((cell) => wordCell(cell, { ...look, bold: tableHeader }, nextId)),
      ...heightOf(children),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    margins,
    borders: { ...around(line), insideHorizontal: line, insideVertical: line },
    rows: [
      ...(head.length > 0 ? [row(head, true, true)] : []),
      ...rows.map((children, index) =>
        row(children, false, rowSplit(children, rooms[index] ?? [], highest, measure) === 'never'),
      ),
    ],
  });
}

function heightOf(cells: readonly Required<Cell>[]) {
  const height = Math.max(0, ...cells.filter(({ rows }) => rows === 1).map((cell) => cell.height));
  return height > 0 ? { height: { value: Math.round(height * twipsPerMillimetre), rule: HeightRule.ATLEAST } } : {};
}

const wordCell = ({ text, columns, rows, align, heading }: Required<Cell>, look: RunLook, nextId: NextId): TableCell =>
  new TableCell({
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    ...(heading ? { shading: shade } : {}),
    verticalAlign: heading ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: [
      new Paragraph({
        alignment: alignments[align],
        children: wordRuns(text, look, nextId),
      }),
    ],
  });

/** A table of one cell: a box for a stamp, a frame. Millimetres. */
export function wordBox(
  paragraphs: readonly Paragraph[],
  box: {
    readonly width: number;
    readonly height: number;
    readonly align: 'left' | 'right';
    readonly isDashed: boolean;
  },
): Table {
  const width = Math.round(box.width * twipsPerMillimetre);
  const sides = around(box.isDashed ? dashed : line);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: alignments[box.align],
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    margins,
    borders: sides,
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: Math.round(box.height * twipsPerMillimetre), rule: HeightRule.ATLEAST },
        children: [
          new TableCell({
            borders: sides,
            verticalAlign: box.isDashed ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            children: [...paragraphs],
          }),
        ],
      }),
    ],
  });
}

/** Cells beside each other without lines. Widths in twips. */
export const wordGrid = (cells: readonly (readonly Paragraph[])[], widths: readonly number[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { ...around(noLine), insideHorizontal: noLine, insideVertical: noLine },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children) =>
            new TableCell({
              borders: around(noLine),
              verticalAlign: VerticalAlignTable.CENTER,
              children: [...children],
            }),
        ),
      }),
    ],
  });
