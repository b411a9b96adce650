import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { unreachable } from '../../../core/unreachable.ts';
import type { Block, ListItem, Text } from '../../block.ts';
import { textWidth } from '../lines.ts';
import type { Measure } from '../measure.ts';
import type { PageForm } from '../pageForms.ts';
import { plainText } from '../plainText.ts';
import { numberingOf, writtenIndent } from './wordNumbering.ts';
import { checkBox, type NextId, type RunLook, wordRuns } from './wordRuns.ts';
import { twipsPerMillimetre, wordBox, wordGrid, wordTable } from './wordTable.ts';

/** What the blocks of one paper share. */
export interface Sheet {
  readonly page: PageForm;
  readonly measure: Measure;
  readonly nextId: NextId;
  /** Word's number of the next list, which begins its numbering anew. */
  readonly nextList: () => number;
}

/** Twips of one character at a size in points. */
const character = (points: number) => points * 20;
const red = 'C00000';
const small = 0.86;

/** Room between the margins, in twips. */
const lineWidth = ({ page }: Sheet) => Math.floor((page.width - page.left - page.right) * twipsPerMillimetre);
const lookOf = ({ page }: Sheet, share = 1): RunLook => ({ size: Math.round(page.size * 2 * share) });

/** A block as what Word knows: paragraphs with styles, lists that number themselves, tables. */
export function wordBlocks(block: Block, sheet: Sheet, keepNext: boolean): readonly FileChild[] {
  const look = lookOf(sheet);
  const one = character(sheet.page.size);
  const lines = (texts: readonly Text[], options: IParagraphOptions) => linesOf(texts, options, sheet, keepNext);
  switch (block.type) {
    case 'title':
      return [paragraph(block.text, { heading: HeadingLevel.TITLE }, { ...lookOf(sheet, 1.35), bold: true }, sheet)];
    case 'heading':
      return [paragraph(block.text, { heading: HeadingLevel.HEADING_1 }, { ...look, bold: true }, sheet)];
    case 'formNumber':
      return [paragraph(block.text, {}, lookOf(sheet, small), sheet)];
    case 'reference':
      return lines(block.lines, { alignment: AlignmentType.RIGHT, indent: { right: one } });
    case 'addressee':
      return lines(block.lines, { indent: { left: one }, spacing: { before: 240, after: 240 } });
    case 'sender':
      return lines(block.lines, senderLook(block, sheet));
    case 'paragraph':
      return [paragraph(block.text, { ...bodyLook(block.align ?? 'left', one), keepNext }, look, sheet)];
    case 'list':
      return listParagraphs(block.items, 0, look, sheet);
    case 'remarks':
      return remarks(block.items, sheet);
    case 'checks':
      return block.items.map(({ checked, text }) => checkParagraph(checked, text, look, sheet));
    case 'record':
      return [
        paragraph(
          '記',
          { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 200 }, keepNext },
          look,
          sheet,
        ),
      ];
    case 'end':
      return [paragraph('以上', { alignment: AlignmentType.RIGHT, indent: { right: one } }, look, sheet)];
    case 'table':
      return [wordTable(block, { ...sheet, width: lineWidth(sheet), look }), gap()];
    case 'stampBox':
      return stampBox(block, sheet);
    case 'signature':
      return signature(block, sheet, keepNext);
    case 'contact':
      return contact(block.lines, sheet);
    case 'redNote':
      return [paragraph(block.text, noteLook, { ...look, bold: true, color: red }, sheet)];
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
    default:
      return unreachable(block);
  }
}

const paragraph = (text: Text, options: IParagraphOptions, look: RunLook, { nextId }: Sheet): Paragraph =>
  new Paragraph({ ...options, children: wordRuns(text, look, nextId) });

/** Between two tables, and behind the last: Word joins tables that touch. */
export const gap = (keepNext = false) => new Paragraph({ spacing: { line: 160, lineRule: 'exact' }, keepNext });

/** Lines that stay on one page, and with what follows where `keepNext` says so. */
const linesOf = (texts: readonly Text[], options: IParagraphOptions, sheet: Sheet, keepNext: boolean) =>
  texts.map((text, index) =>
    paragraph(
      text,
      { ...options, ...spaced(options, index, texts.length), keepNext: keepNext || index < texts.length - 1 },
      lookOf(sheet),
      sheet,
    ),
  );

/** Only the first line of a group stands off from what is before it, only the last from what is behind. */
const spaced = ({ spacing }: IParagraphOptions, index: number, length: number): IParagraphOptions =>
  spacing
    ? {
        spacing: {
          before: index === 0 ? (spacing.before ?? 0) : 0,
          after: index === length - 1 ? (spacing.after ?? 0) : 0,
        },
      }
    : {};

const bodyLook = (align: 'left' | 'center' | 'right', one: number): IParagraphOptions => {
  const spacing = { after: 80 };
  if (align === 'left') return { alignment: AlignmentType.BOTH, indent: { firstLine: one }, spacing };
  return { spacing, alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.RIGHT };
};

/** The right half of the line, or more of it where the longest line needs that; a seal needs 24 mm at its end. */
function senderLook({ lines, seal }: Block & { readonly type: 'sender' }, sheet: Sheet): IParagraphOptions {
  const right = seal ? Math.round(24 * twipsPerMillimetre) : character(sheet.page.size);
  const longest = Math.max(0, ...lines.map(textWidth)) * (character(sheet.page.size) / 2);
  const left = Math.min(Math.floor(lineWidth(sheet) / 2), lineWidth(sheet) - right - Math.ceil(longest));
  return {
    indent: { left: Math.max(0, left), right },
    spacing: { before: seal ? 480 : 40, after: seal ? 480 : 40 },
  };
}

const noteLook: IParagraphOptions = {
  alignment: AlignmentType.CENTER,
  spacing: { before: 240, after: 240 },
  border: Object.fromEntries(
    ['top', 'bottom', 'left', 'right'].map((side) => [
      side,
      { style: BorderStyle.SINGLE, size: 12, color: red, space: 6 },
    ]),
  ),
};

function listParagraphs(items: readonly ListItem[], depth: number, look: RunLook, sheet: Sheet): readonly Paragraph[] {
  const reference = numberingOf(items, depth);
  const instance = sheet.nextList();
  return items.flatMap((item) => [
    reference
      ? paragraph(item.text, { numbering: { reference, level: 0, instance } }, look, sheet)
      : writtenItem(item, depth, look, sheet),
    ...(item.items && item.items.length > 0 ? listParagraphs(item.items, depth + 1, look, sheet) : []),
  ]);
}

function writtenItem({ label, text }: ListItem, depth: number, look: RunLook, sheet: Sheet): Paragraph {
  if (plainText(label) === '') return paragraph(text, bodyLook('left', character(sheet.page.size)), look, sheet);
  const indent = writtenIndent(depth);
  return new Paragraph({
    indent,
    tabStops: [{ type: TabStopType.LEFT, position: indent.left }],
    children: [
      ...wordRuns(label, look, sheet.nextId),
      new TextRun({ ...look, children: [new Tab()] }),
      ...wordRuns(text, look, sheet.nextId),
    ],
  });
}

const remarks = (items: readonly ListItem[], sheet: Sheet): readonly Paragraph[] => [
  paragraph('備考', { spacing: { before: 160 }, keepNext: true }, lookOf(sheet, small), sheet),
  ...listParagraphs(items, 0, lookOf(sheet, small), sheet),
];

const checkParagraph = (checked: boolean, text: Text, look: RunLook, { nextId }: Sheet): Paragraph =>
  new Paragraph({
    indent: writtenIndent(0),
    children: [checkBox(checked), ...wordRuns('　', look, nextId), ...wordRuns(text, look, nextId)],
  });

function stampBox(block: Block & { readonly type: 'stampBox' }, sheet: Sheet): readonly FileChild[] {
  const { label, width = 26, height = 30, align = 'left' } = block;
  const name = paragraph(label, { alignment: AlignmentType.CENTER }, { size: 18, color: '505050' }, sheet);
  return [wordBox([name], { width, height, align, isDashed: true }), gap()];
}

function contact(texts: readonly Text[], sheet: Sheet): readonly FileChild[] {
  const look = lookOf(sheet, 0.9);
  const width = (sheet.page.width - sheet.page.left - sheet.page.right) * 0.55;
  const paragraphs = texts.map((text) => paragraph(text, {}, look, sheet));
  return [gap(), wordBox(paragraphs, { width, height: 0, align: 'right', isDashed: false }), gap()];
}

/** Party, its name lines, and 印. */
function signature(
  { party, lines }: Block & { readonly type: 'signature' },
  sheet: Sheet,
  keepNext: boolean,
): readonly FileChild[] {
  const look = lookOf(sheet);
  const widths = [character(sheet.page.size) * 3, 0, Math.round(18 * twipsPerMillimetre)] as const;
  const seal = paragraph('印', { alignment: AlignmentType.CENTER, keepNext }, { size: 18, color: '505050' }, sheet);
  const cells = [
    [paragraph(party, { keepNext }, { ...look, bold: true }, sheet)],
    lines.map((line) => paragraph(line, { keepNext }, look, sheet)),
    [seal],
  ];
  const grid = wordGrid(cells, [widths[0], lineWidth(sheet) - widths[0] - widths[2], widths[2]]);
  return [gap(true), grid, gap(keepNext)];
}
