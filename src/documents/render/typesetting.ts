import { unreachable } from '../../core/unreachable.ts';
import { displayWidth } from '../../japan/displayWidth.ts';
import type { Block, Cell, ListItem, OfficialDocument, Text } from '../block.ts';
import { cellOf } from './cellOf.ts';
import { breakableLines, type Lines } from './lines.ts';
import { type PageForm, pageForms } from './pageForms.ts';
import { plainText } from './plainText.ts';

/** Half-width characters in a millimetre of a page's type; a point is 1/72 inch. */
const density = ({ size }: PageForm) => (2 * 72) / 25.4 / size;
/** Widest label of a list, in half-width characters. */
const widestLabel = 10;
/** Characters up to which a cell with room to write in stays on one page. */
const longestWhole = 60;
/** Inset of a cell, left and right together, in millimetres. */
const inset = 4;

interface SetItem {
  readonly label: Lines;
  /** Width of the list's labels, in characters. */
  readonly wide: number;
  readonly text: Lines;
  readonly items: readonly SetItem[];
}

/** A paper as the layout takes it: its page, and blocks whose texts are lines with places to break. `level` is that of its headings. */
export function typesetting({ page = 'a4', blocks }: OfficialDocument, level = 1) {
  const form = pageForms[page];
  const room = Math.floor((form.width - form.left - form.right) * density(form));
  return { page: form, blocks: blocks.map((block) => setBlock(block, { room, perMillimetre: density(form), level })) };
}

/** Half-width characters of a line, and of a millimetre; level of headings. */
interface Measure {
  readonly room: number;
  readonly perMillimetre: number;
  readonly level: number;
}

function setBlock(block: Block, { room, perMillimetre, level }: Measure): object {
  const set = (text: Text) => breakableLines(text, room);
  switch (block.type) {
    case 'title':
      return { ...block, text: breakableLines(block.text, Math.floor(room / 1.35)) };
    case 'heading':
      return { ...block, level, text: set(block.text) };
    case 'formNumber':
    case 'redNote':
      return { ...block, text: set(block.text) };
    case 'reference':
    case 'addressee':
    case 'contact':
      return { ...block, lines: block.lines.map(set) };
    case 'sender':
    case 'signature':
      return { ...block, ...setParty(block), lines: block.lines.map((line) => breakableLines(line, room - 24)) };
    case 'paragraph':
      return { ...block, align: block.align ?? 'left', text: set(block.text) };
    case 'list':
    case 'remarks':
      return { ...block, items: setItems(block.items, room) };
    case 'checks':
      return {
        ...block,
        items: setItems(
          block.items.map(({ checked, text }) => ({ label: checked ? '■' : '□', text })),
          room,
        ),
      };
    case 'table':
      return setTable(block, room, perMillimetre);
    case 'stampBox':
      return setStampBox(block, perMillimetre);
    case 'record':
    case 'end':
    case 'pageBreak':
      return block;
    default:
      return unreachable(block);
  }
}

const setParty = (block: Block & { readonly type: 'sender' | 'signature' }) =>
  block.type === 'signature' ? { party: breakableLines(block.party, 4) } : {};

function setItems(items: readonly ListItem[], room: number): readonly SetItem[] {
  const label = Math.min(widestLabel, Math.max(2, ...items.map((item) => displayWidth(plainText(item.label)))));
  const left = Math.max(4, room - label - 2);
  return items.map((item) => ({
    label: breakableLines(item.label, widestLabel),
    wide: label / 2 + 0.2,
    text: breakableLines(item.text, left),
    items: setItems(item.items ?? [], left),
  }));
}

function setTable(
  { type, widths, header = [], rows }: Block & { readonly type: 'table' },
  room: number,
  perMillimetre: number,
) {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const roomOf = (column: number, columns: number) => {
    const share = widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) / all;
    return Math.floor(room * share - inset * perMillimetre);
  };
  const cells = rows.map((row) => row.map((cell, index) => cellOf(cell, index, row.length, header.length > 0)));
  const starts = columnStarts(cells, widths.length);
  return {
    type,
    widths,
    header: header.map((text, index) => breakableLines(text, roomOf(index, 1))),
    rows: cells.map((row, at) => {
      const whole = row.every(({ text }) => plainText(text).length <= longestWhole);
      return row.map((cell, index) => ({
        ...cell,
        whole: whole && cell.height > 0,
        text: breakableLines(cell.text, roomOf(starts[at]?.[index] ?? index, cell.columns)),
      }));
    }),
  };
}

/** The column in which each cell of each row begins, where cells of rows above reach down. */
function columnStarts(rows: readonly (readonly Required<Cell>[])[], columns: number): readonly (readonly number[])[] {
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

function setStampBox(
  { type, label, width = 26, height = 30, align = 'left' }: Block & { readonly type: 'stampBox' },
  perMillimetre: number,
) {
  return { type, width, height, align, label: breakableLines(label, Math.floor(width * perMillimetre)) };
}
