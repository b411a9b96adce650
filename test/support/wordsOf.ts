import type { Cell, Inline, ListItem, OfficialDocument, Text } from '../../src/documents/block.ts';

/** Text for comparing: widths folded, spaces taken out. */
export const solid = (text: string): string => text.normalize('NFKC').replace(/[\s\u200B]/g, '');

const piece = (one: Inline): string => {
  if (typeof one === 'string') return one;
  if (one.type === 'ruby') return one.base + one.reading;
  return '';
};
const words = (text: Text): string => (typeof text === 'string' ? text : text.map(piece).join(''));
const items = (list: readonly ListItem[]): string =>
  list.map(({ label, text, items: inner = [] }) => words(label) + words(text) + items(inner)).join('');
const cell = (one: Text | Cell): string => (typeof one === 'object' && 'text' in one ? words(one.text) : words(one));

/** What a reader of a paper finds on it, in its order: a second way to it, apart from the renderers. */
export const wordsOf = (paper: OfficialDocument): string =>
  solid(
    paper.blocks
      .map((block) => {
        if (block.type === 'record') return '記';
        if (block.type === 'end') return '以上';
        if (block.type === 'table')
          return (block.header ?? []).map(words).join('') + block.rows.flat().map(cell).join('');
        if (block.type === 'list') return items(block.items);
        if (block.type === 'remarks') return `備考${items(block.items)}`;
        if (block.type === 'checks')
          return block.items.map(({ checked, text }) => (checked ? '■' : '□') + words(text)).join('');
        if (block.type === 'signature') return `${words(block.party)}${block.lines.map(words).join('')}印`;
        if (block.type === 'stampBox') return words(block.label);
        if ('lines' in block) return block.lines.map(words).join('');
        return 'text' in block ? words(block.text) : '';
      })
      .join(''),
  );
