import { unreachable } from '../../core/unreachable.ts';
import type { Block, ListItem, OfficialDocument, Text } from '../block.ts';
import { cellOf } from './cellOf.ts';
import { plainText } from './plainText.ts';

const indent = '　';

/** A paper as plain text, one line a paragraph: for mails, comparisons and searches. */
export const renderText = (paper: OfficialDocument): string => `${paper.blocks.flatMap(linesOf).join('\n')}\n`;

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'title':
    case 'heading':
      return ['', plainText(block.text), ''];
    case 'formNumber':
      return [plainText(block.text)];
    case 'paragraph':
      return [`${block.align && block.align !== 'left' ? '' : indent}${plainText(block.text)}`];
    case 'reference':
    case 'addressee':
    case 'sender':
      return [...block.lines.map(plainText), ''];
    case 'contact':
      return ['', ...block.lines.map(plainText)];
    case 'record':
      return ['', '記', ''];
    case 'end':
      return ['以上'];
    case 'list':
      return block.items.flatMap((item) => itemLines(item, ''));
    case 'remarks':
      return ['', '備考', ...block.items.flatMap((item) => itemLines(item, ''))];
    case 'checks':
      return block.items.map(({ checked, text }) => `${checked ? '■' : '□'}　${plainText(text)}`);
    case 'table':
      return tableLines(block);
    case 'stampBox':
    case 'redNote':
      return [`［${plainText(block.type === 'stampBox' ? block.label : block.text)}］`];
    case 'signature':
      return ['', `${plainText(block.party)}　${block.lines.map(plainText).join('　')}　印`];
    case 'pageBreak':
      return [''];
    default:
      return unreachable(block);
  }
}

function tableLines({ header, rows }: Block & { readonly type: 'table' }): readonly string[] {
  const cells = rows.map((row) => row.map((cell, index) => cellOf(cell, index, row.length, header !== undefined).text));
  const lines: readonly (readonly Text[])[] = [...(header ? [header] : []), ...cells];
  return lines.map((row) => row.map(plainText).join('　｜　'));
}

const itemLines = (item: ListItem, step: string): readonly string[] => [
  `${step}${plainText(item.label)}　${plainText(item.text)}`,
  ...(item.items ?? []).flatMap((inner) => itemLines(inner, `${step}${indent}`)),
];
