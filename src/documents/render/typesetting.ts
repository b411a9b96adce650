import { unreachable } from '../../core/unreachable.ts';

import type { Block, Cell, ListItem, OfficialDocument, Text } from '../block.ts';
import { keptWithNext } from './keptWithNext.ts';
import { breakableLines, type Lines, lineCount } from './lines.ts';
import { type Measure, measureOf } from './measure.ts';
import { pageForms } from './pageForms.ts';
import { plainText } from './plainText.ts';
import { printedWidth } from './printedWidth.ts';
import { setTable } from './setTable.ts';
import { tableHeight } from './tableRows.ts';

/** Widest label of a list, in half-width characters. */
const widestLabel = 10;
/** Lines of a label up to which it stands beside its text; the tags of a longer one could be torn by the end of a page. */
const highestLabel = 3;
/** Room for a seal beside the lines of a party, in half-width characters. */
const sealRoom = 24;
/** Size of a title as a share of that of the text. */
const titleShare = 1.35;

interface SetItem {
  readonly label: Lines;
  /** Width of the list's labels, in characters. */
  readonly wide: number;
  readonly text: Lines;
  readonly items: readonly SetItem[];
}

/** A paper as the layout takes it: its page, and blocks whose texts are lines with places to break. `level` is that of its title. */
export function typesetting({ page = 'a4', blocks }: OfficialDocument, level = 1) {
  const form = pageForms[page];
  const measure = measureOf(form);
  const kept = keptWithNext(blocks);
  return {
    page: form,
    blocks: blocks.map((block, index) => {
      const isKept = kept[index] === true;
      const isMoved = isKept && !isTall(block, measure);
      return { ...setBlock(block, measure, level), kept: isMoved, cut: isKept && !isMoved && canCut(block) };
    }),
  };
}

/** Whether the page before would be left half empty if the block moved to the next one as a whole. */
function isTall(block: Block, measure: Measure): boolean {
  if (block.type === 'table') return tableHeight(block, measure) > measure.height / 2;
  return block.type === 'list' && listLines(block.items, measure.room) * measure.mostPitch > measure.height / 2;
}

const listLines = (items: readonly ListItem[], room: number): number =>
  items.reduce((sum, item) => sum + lineCount(item.text, room - 4).most + listLines(item.items ?? [], room - 4), 0);

/** A tall table gives only its last row to what is kept with it: no head and no cell of rows above reaches there. */
const canCut = (block: Block): boolean =>
  block.type === 'table' &&
  block.header === undefined &&
  block.rows.length > 1 &&
  block.rows
    .flat()
    .every((cell) => typeof cell === 'string' || Array.isArray(cell) || ((cell as Cell).rows ?? 1) === 1);

function setBlock(block: Block, measure: Measure, level: number): object {
  const { room } = measure;
  const set = (text: Text) => breakableLines(text, room);
  switch (block.type) {
    case 'title':
      return {
        ...block,
        level,
        plain: plainText(block.text),
        text: breakableLines(block.text, Math.floor(room / titleShare)),
      };
    case 'heading':
      return { ...block, level: level + 1, plain: plainText(block.text), text: set(block.text) };
    case 'formNumber':
    case 'redNote':
      return { ...block, text: set(block.text) };
    case 'reference':
    case 'addressee':
      return { ...block, lines: block.lines.map(set) };
    case 'contact':
    case 'sender':
    case 'signature':
      return { ...block, ...setParty(block), ...setLines(block.lines, measure) };
    case 'paragraph':
      return { ...block, align: block.align ?? 'left', text: set(block.text) };
    case 'list':
    case 'remarks':
      return { ...block, items: setItems(block.items, room) };
    case 'checks':
      return { ...block, items: setItems(block.items.map(asItem), room) };
    case 'table':
      return setTable(block, measure);
    case 'stampBox':
      return setStampBox(block, measure);
    case 'record':
    case 'end':
    case 'pageBreak':
      return block;
    default:
      return unreachable(block);
  }
}

const asItem = ({ checked, text }: { readonly checked: boolean; readonly text: Text }): ListItem => ({
  label: checked ? '■' : '□',
  text,
});

const setParty = (block: Block & { readonly type: 'contact' | 'sender' | 'signature' }) =>
  block.type === 'signature' ? { party: breakableLines(block.party, 4) } : {};

/** Lines that stay on one page, unless they are too many for that. */
function setLines(lines: readonly Text[], { room, height, mostPitch }: Measure) {
  const left = room - sealRoom;
  const count = lines.reduce((sum, line) => sum + lineCount(line, left).most, 0);
  return { lines: lines.map((line) => breakableLines(line, left)), whole: count * mostPitch < height / 2 };
}

function setItems(items: readonly ListItem[], room: number): readonly SetItem[] {
  const readable = items.map(withReadableLabel);
  const label = Math.min(widestLabel, Math.max(2, ...readable.map((item) => printedWidth(plainText(item.label)))));
  const left = Math.max(4, room - label - 2);
  return readable.map((item) => ({
    label: breakableLines(item.label, widestLabel),
    wide: label / 2 + 0.2,
    text: breakableLines(item.text, left),
    items: setItems(item.items ?? [], left),
  }));
}

/** A label too long to stand beside its text stands before it. */
function withReadableLabel(item: ListItem): ListItem {
  if (lineCount(item.label, widestLabel).most <= highestLabel) return item;
  const pieces = (text: Text) => (typeof text === 'string' ? [text] : text);
  return { ...item, label: '', text: [...pieces(item.label), '　', ...pieces(item.text)] };
}

function setStampBox(
  { type, label, width = 26, height = 30, align = 'left' }: Block & { readonly type: 'stampBox' },
  { perMillimetre }: Measure,
) {
  return { type, width, height, align, label: breakableLines(label, Math.floor(width * perMillimetre)) };
}
