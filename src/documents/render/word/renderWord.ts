import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Block, OfficialDocument } from '../../block.ts';
import { keptWithNext } from '../keptWithNext.ts';
import { measureOf } from '../measure.ts';
import { type PageForm, pageForms } from '../pageForms.ts';
import { assertPrintable } from '../printError.ts';
import { fixedZip } from './fixedZip.ts';
import { gap, wordBlocks } from './wordBlocks.ts';
import { wordNumbering } from './wordNumbering.ts';
import { twipsPerMillimetre } from './wordTable.ts';

const mincho = 'BIZ UD明朝 Medium';
/** What every Windows has; Word takes it where the first is missing. */
const substitute = 'ＭＳ 明朝';
const font = { ascii: mincho, hAnsi: mincho, eastAsia: mincho, cs: mincho };

/** A paper as Word (.docx) with real headings, lists and tables. The same paper gives the same bytes.
 * @throws PrintError
 */
export async function renderWord(paper: OfficialDocument): Promise<Uint8Array> {
  assertPrintable(paper);
  const page = pageForms[paper.page ?? 'a4'];
  const sheet = { page, measure: measureOf(page), nextId: counter(), nextList: counter() };
  const kept = keptWithNext(paper.blocks);
  const children = paper.blocks.flatMap((block, index) => [
    ...(block.type === 'table' && isList(paper.blocks[index - 1]) ? [gap(true)] : []),
    ...wordBlocks(block, sheet, kept[index] ?? false),
  ]);
  const file = new Document({
    title: paper.title,
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    compatibility: { underlineTrailingSpaces: true, doNotExpandShiftReturn: true },
    numbering: wordNumbering,
    styles: { default: stylesOf(page) },
    sections: [
      { properties: { page: pageOf(page) }, ...(page.numbered ? { footers: { default: footer() } } : {}), children },
    ],
  });
  const own = [
    { path: 'docProps/core.xml', data: coreProperties(paper) },
    { path: 'word/fontTable.xml', data: fontTable },
  ];
  return fixedZip(await Packer.toBuffer(file, undefined, own));
}

/** Its last line has nothing behind it, and Word sets a table right below. */
const isList = (block: Block | undefined): boolean => block?.type === 'list' || block?.type === 'checks';

function counter(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

const stylesOf = ({ size }: PageForm) => ({
  document: {
    run: { font, size: size * 2, language: { value: 'en-US', eastAsia: 'ja-JP' } },
    paragraph: { spacing: { line: 340, after: 0 } },
  },
  title: {
    run: { font, bold: true, color: '000000' },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 320, after: 360 } },
  },
  heading1: {
    run: { font, bold: true, color: '000000' },
    paragraph: { spacing: { before: 300, after: 140 }, keepNext: true },
  },
});

const twips = (millimetres: number) => Math.round(millimetres * twipsPerMillimetre);

const pageOf = ({ width, height, top, bottom, left, right }: PageForm) => ({
  // The library turns the sides of a page that lies on its long side; these are given as they are.
  size: { width: twips(width), height: twips(height) },
  margin: { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right), footer: twips(bottom / 2) },
});

const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: 18, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const fontTable = `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="${mincho}"><w:altName w:val="${substitute}"/><w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="fixed"/></w:font><w:font w:name="${substitute}"><w:altName w:val="MS Mincho"/><w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="fixed"/></w:font></w:fonts>`;

const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** The library writes the time of the making; a paper is of its own day. */
const coreProperties = ({ title, issuer, date }: OfficialDocument): string => {
  const at = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  const spaces =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  return `${declaration}<cp:coreProperties ${spaces}><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(issuer)}</dc:creator><cp:lastModifiedBy>${escaped(issuer)}</cp:lastModifiedBy><dc:language>ja-JP</dc:language>${at('created')}${at('modified')}</cp:coreProperties>`;
};
