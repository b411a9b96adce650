import { unreachable } from '../../core/unreachable.ts';
import type { Block, ListItem, OfficialDocument } from '../block.ts';

const indent = '　';

/** A paper as plain text, one line a paragraph: for mails, comparisons and searches. */
export const renderText = (paper: OfficialDocument): string => `${paper.blocks.flatMap(linesOf).join('\n')}\n`;

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'title':
    case 'heading':
      return ['', block.text, ''];
    case 'formNumber':
      return [block.text];
    case 'paragraph':
      return [`${indent}${block.text}`];
    case 'reference':
    case 'addressee':
    case 'sender':
      return [...block.lines, ''];
    case 'record':
      return ['', '記', ''];
    case 'end':
      return ['以上'];
    case 'list':
      return block.items.flatMap((item) => itemLines(item, ''));
    case 'table':
      return [...(block.header ? [block.header] : []), ...block.rows].map((row) => row.join('　｜　'));
    case 'stampBox':
      return [`［${block.label}］`];
    case 'signature':
      return ['', `${block.party}　${block.lines.join('　')}　印`];
    default:
      return unreachable(block);
  }
}

const itemLines = (item: ListItem, step: string): readonly string[] => [
  `${step}${item.label}　${item.text}`,
  ...(item.items ?? []).flatMap((inner) => itemLines(inner, `${step}${indent}`)),
];
