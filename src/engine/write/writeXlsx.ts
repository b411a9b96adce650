import { Readable } from 'node:stream';
import { configure, TextReader, ZipWriter } from '@zip.js/zip.js';
import { columnLetters, sheetLimits } from '../import/xlsx/cellAddress.ts';
import { writeEscapes } from '../import/xlsx/spreadsheetText.ts';

configure({ useWebWorkers: false });

/** One table of a workbook: every cell is text, null is a cell without anything in it. */
export interface WrittenSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly (string | null)[]>;
}

/** A fixed time of the parts: the same table gives the same bytes. */
const partDate = new Date(1980, 0, 1, 12);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';
const officeNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${declaration}<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`;
const rootRelations = `${declaration}<Relationships xmlns="${packageNames}/relationships"><Relationship Id="rId1" Type="${officeNames}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const bookRelations = `${declaration}<Relationships xmlns="${packageNames}/relationships"><Relationship Id="rId1" Type="${officeNames}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeNames}/styles" Target="styles.xml"/></Relationships>`;
const workbook = (name: string) =>
  `${declaration}<workbook xmlns="${sheetNames}" xmlns:r="${officeNames}"><sheets><sheet name="${writeEscapes(name).replaceAll('"', '&quot;')}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
/** Style 1 is text (format 49, `@`), so that what is typed over a code stays a text; style 2 is that in bold. */
const styles = `${declaration}<styleSheet xmlns="${sheetNames}"><fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font><font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

/** Writes a workbook of one sheet, row by row. The table has to fit (`sheetLimits`). */
export async function writeXlsx(target: WritableStream<Uint8Array>, sheet: WrittenSheet): Promise<void> {
  const options = { useWebWorkers: false, lastModDate: partDate, extendedTimestamp: false, level: 6 };
  const archive = new ZipWriter(target, options);
  const parts = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', rootRelations],
    ['xl/workbook.xml', workbook(sheet.name)],
    ['xl/_rels/workbook.xml.rels', bookRelations],
    ['xl/styles.xml', styles],
  ] as const;
  for (const [name, text] of parts) await archive.add(name, new TextReader(text));
  await archive.add('xl/worksheets/sheet1.xml', Readable.toWeb(Readable.from(sheetXml(sheet))) as ReadableStream);
  await archive.close();
}

/** Characters that are handed over at once. */
const portion = 1 << 18;

async function* sheetXml({ header, rows }: WrittenSheet): AsyncGenerator<Uint8Array> {
  const letters = header.map((_, index) => columnLetters(index));
  let text = `${declaration}<worksheet xmlns="${sheetNames}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowXml(1, header, letters, 2)}`;
  let number = 1;
  for await (const cells of rows) {
    number += 1;
    text += rowXml(number, cells, letters, 1);
    if (text.length < portion) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (number > sheetLimits.rows) throw new Error(`a sheet has no row ${number}`);
  yield Buffer.from(`${text}</sheetData></worksheet>`);
}

function rowXml(number: number, cells: readonly (string | null)[], letters: readonly string[], style: number): string {
  // A row without any text would be none for a reader.
  const isBare = cells.every((cell) => cell === null);
  const texts = cells.map((cell, index) => {
    const place = `r="${letters[index]}${number}" s="${style}"`;
    if (cell === null && !(isBare && index === 0)) return '';
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${writeEscapes(cell ?? '')}</t></is></c>`;
  });
  return `<row r="${number}">${texts.join('')}</row>`;
}
