import { unreachable } from '../../core/unreachable.ts';
import type { Block, Cell, Inline, ListItem, OfficialDocument, Text } from '../block.ts';
import { cellOf } from './cellOf.ts';
import { linesOf } from './lines.ts';

/**
 * A paper as HTML, to stand in a page: headings from level 3, lists, tables with scopes; classes only, no style and no
 * script, so that it passes a strict content security policy.
 */
export const renderHtml = (paper: OfficialDocument): string =>
  `<article class="paper paper-${paper.page ?? 'a4'}" lang="ja">${paper.blocks.map(blockHtml).join('')}</article>`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
const textHtml = (text: Text): string =>
  linesOf(text)
    .map((line) => line.map(pieceHtml).join(''))
    .join('<br>');
const linesHtml = (lines: readonly Text[]): string => lines.map(textHtml).join('<br>');

function pieceHtml(piece: Inline): string {
  if (typeof piece === 'string') return escaped(piece);
  switch (piece.type) {
    case 'ruby':
      return `<ruby>${escaped(piece.base)}<rp>（</rp><rt>${escaped(piece.reading)}</rt><rp>）</rp></ruby>`;
    case 'blank':
      return `<span class="blank${piece.ruled ? ' ruled' : ''}" title="${escaped(piece.name)}">${'　'.repeat(piece.width)}</span>`;
    case 'glyph':
      // A picture inside the page would break the policy; 〓 says that one stands on the paper.
      return `<span class="glyph" role="img" aria-label="${escaped(piece.character)}">〓</span>`;
    default:
      return unreachable(piece);
  }
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'title':
      return `<h3 class="paper-title">${textHtml(block.text)}</h3>`;
    case 'heading':
      return `<h4>${textHtml(block.text)}</h4>`;
    case 'formNumber':
    case 'redNote':
      return `<p class="${block.type}">${textHtml(block.text)}</p>`;
    case 'reference':
    case 'addressee':
    case 'sender':
    case 'contact':
      return `<p class="${block.type}">${linesHtml(block.lines)}</p>`;
    case 'paragraph':
      return `<p class="body ${block.align ?? 'left'}">${textHtml(block.text)}</p>`;
    case 'record':
      return '<p class="center">記</p>';
    case 'end':
      return '<p class="right">以上</p>';
    case 'list':
      return listHtml(block.items);
    case 'remarks':
      return `<div class="remarks"><p>備考</p>${listHtml(block.items)}</div>`;
    case 'checks':
      return listHtml(block.items.map(({ checked, text }) => ({ label: checked ? '■' : '□', text })));
    case 'table':
      return tableHtml(block);
    case 'stampBox':
      return `<p class="stampBox ${block.align ?? 'left'}">${textHtml(block.label)}</p>`;
    case 'signature':
      return `<div class="signature"><strong>${textHtml(block.party)}</strong><p>${linesHtml(block.lines)}</p><span>印</span></div>`;
    case 'pageBreak':
      return '<hr>';
    default:
      return unreachable(block);
  }
}

const listHtml = (items: readonly ListItem[]): string => `<ul class="labelled">${items.map(itemHtml).join('')}</ul>`;

const itemHtml = ({ label, text, items = [] }: ListItem): string =>
  `<li><span class="label">${textHtml(label)}</span><div>${textHtml(text)}${items.length > 0 ? listHtml(items) : ''}</div></li>`;

function tableHtml({ header, rows }: Block & { readonly type: 'table' }): string {
  const head = header?.map((text) => `<th scope="col">${textHtml(text)}</th>`).join('');
  const row = (cells: readonly (Text | Cell)[]) =>
    cells.map((cell, index) => cellHtml(cellOf(cell, index, cells.length, header !== undefined))).join('');
  const body = rows.map((cells) => `<tr>${row(cells)}</tr>`).join('');
  return `<table>${head ? `<thead><tr>${head}</tr></thead>` : ''}<tbody>${body}</tbody></table>`;
}

function cellHtml({ text, columns, rows, align, heading }: Required<Cell>): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  return heading
    ? `<th scope="row"${spans}>${textHtml(text)}</th>`
    : `<td class="${align}"${spans}>${textHtml(text)}</td>`;
}
