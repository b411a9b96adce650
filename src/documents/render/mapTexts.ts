import { unreachable } from '../../core/unreachable.ts';
import type { Block, Cell, Check, ListItem, OfficialDocument, Text } from '../block.ts';
import { plainText } from './plainText.ts';

/** What becomes of a text; `field` says in Japanese where on the paper it stands. */
type TextMap = (text: Text, field: string) => Text;

/** The paper with every text that is printed replaced by what the map makes of it. */
export const mapTexts = (paper: OfficialDocument, map: TextMap): OfficialDocument => ({
  ...paper,
  blocks: paper.blocks.map((block) => mapBlock(block, map)),
});

/** Every text that is printed, in its order, with its field. */
export function textsOf(paper: OfficialDocument): readonly { readonly text: Text; readonly field: string }[] {
  const found: { text: Text; field: string }[] = [];
  mapTexts(paper, (text, field) => {
    found.push({ text, field });
    return text;
  });
  return found;
}

const lineFields = {
  reference: '文書番号と日付',
  addressee: '宛名',
  sender: '差出人',
  contact: '担当の欄',
  signature: '署名の欄',
} as const;

function mapBlock(block: Block, map: TextMap): Block {
  switch (block.type) {
    case 'title':
      return { ...block, text: map(block.text, '表題') };
    case 'heading':
      return { ...block, text: map(block.text, '見出し') };
    case 'formNumber':
      return { ...block, text: map(block.text, '様式の番号') };
    case 'redNote':
      return { ...block, text: map(block.text, '朱書き') };
    case 'stampBox':
      return { ...block, label: map(block.label, '印の欄') };
    case 'reference':
    case 'addressee':
    case 'sender':
    case 'contact':
      return { ...block, lines: block.lines.map((line) => map(line, lineFields[block.type])) };
    case 'signature':
      return {
        ...block,
        party: map(block.party, lineFields.signature),
        lines: block.lines.map((line) => map(line, lineFields.signature)),
      };
    case 'paragraph':
      return { ...block, text: map(block.text, '本文') };
    case 'list':
      return { ...block, items: mapItems(block.items, '', map) };
    case 'remarks':
      return { ...block, items: mapItems(block.items, '備考', map) };
    case 'checks':
      return { ...block, items: block.items.map((check) => mapCheck(check, map)) };
    case 'table':
      return mapTable(block, map);
    case 'record':
    case 'end':
    case 'pageBreak':
      return block;
    default:
      return unreachable(block);
  }
}

const mapItems = (items: readonly ListItem[], above: string, map: TextMap): readonly ListItem[] =>
  items.map((item) => {
    const field = `${above}${plainText(item.label)}` || '本文';
    return {
      ...item,
      label: map(item.label, field),
      text: map(item.text, field),
      ...(item.items ? { items: mapItems(item.items, field, map) } : {}),
    };
  });

const mapCheck = (check: Check, map: TextMap): Check => ({ ...check, text: map(check.text, '選択の欄') });

function mapTable(block: Block & { readonly type: 'table' }, map: TextMap): Block {
  const { header, rows } = block;
  return {
    ...block,
    ...(header ? { header: header.map((text) => map(text, '表の見出し')) } : {}),
    rows: rows.map((row) => row.map((cell, index) => mapCell(cell, cellField(row, index, header), map))),
  };
}

/** A cell goes by the head of its column, or by the first cell of its row. */
function cellField(row: readonly (Text | Cell)[], index: number, header: readonly Text[] | undefined): string {
  const [first = ''] = row;
  const name = plainText(header?.[index] ?? (isCell(first) ? first.text : first));
  return name === '' ? '表' : `「${[...name].slice(0, 30).join('')}」の欄`;
}

const isCell = (cell: Text | Cell): cell is Cell => typeof cell === 'object' && 'text' in cell;

const mapCell = (cell: Text | Cell, field: string, map: TextMap): Text | Cell =>
  isCell(cell) ? { ...cell, text: map(cell.text, field) } : map(cell, field);
