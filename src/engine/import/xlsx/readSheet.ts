import { openAsBlob } from 'node:fs';
import { InputError } from '../../inputError.ts';
import { columnLetters, parseAddress } from './cellAddress.ts';
import { cellReader } from './cellText.ts';
import { type SheetFacts, type SheetRow, sheetRows } from './sheetRows.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';
import { openWorkbook, type WorkbookArchive, type WorkbookBounds, workbookBounds } from './workbookArchive.ts';

/** Which table of a workbook is meant. */
export interface SheetChoice {
  readonly path: string;
  /** The workbook itself, where it is no file; `path` then only names it. */
  readonly content?: Blob;
  /** Name of the sheet; the only one that is not hidden unless given. */
  readonly sheet: string | null;
  /** Number of the row of the headers; the first row with anything in it unless given. */
  readonly headerRow: number | null;
}

/** Takes a table as it is read. */
export interface SheetTaker {
  /** Headers from the first to the last that is not empty. */
  header(line: number, names: readonly string[]): void;
  /** A row below the headers, as wide as they are; `fault` says why it can't be used. */
  row(line: number, cells: readonly string[], fault: string | null): void;
  /** Called now and then. */
  flush?(): Promise<void>;
}

/**
 * Reads one table of a workbook, row by row.
 * @returns what an official should know of it, in plain words.
 * @throws {InputError} naming sheet or cell when the table can't be used as it is
 */
export async function readSheet(
  choice: SheetChoice,
  taker: SheetTaker,
  bounds: WorkbookBounds = workbookBounds,
): Promise<readonly string[]> {
  const { path } = choice;
  const archive = await openWorkbook(path, choice.content ?? (await openAsBlob(path)), bounds);
  try {
    const workbook = await readWorkbook(path, archive, bounds);
    const sheet = chosenSheet(choice, workbook);
    const table = tableRows(choice, sheet, taker);
    const found = await followSheet(archive, workbook, sheet, table.take, taker, bounds);
    refuseMerged(path, sheet, found, table.extent());
    return [...hiddenSheets(workbook, sheet), ...table.notes(), ...hiddenColumnsNote(found)];
  } finally {
    await archive.close();
  }
}

async function followSheet(
  archive: WorkbookArchive,
  workbook: Workbook,
  sheet: WorkbookSheet,
  onRow: (row: SheetRow) => void,
  taker: SheetTaker,
  bounds: WorkbookBounds,
): Promise<SheetFacts> {
  const rows = sheetRows(cellReader(workbook), onRow);
  await archive.read(sheet.part, rows.listener, bounds.sheetBytes, taker.flush);
  return rows.facts();
}

function chosenSheet({ path, sheet }: SheetChoice, { sheets }: Workbook): WorkbookSheet {
  const names = `「${sheets.map(({ name }) => name).join('」「')}」`;
  if (sheet !== null) {
    const found = sheets.find(({ name }) => name === sheet);
    if (!found) throw new InputError(path, `シート「${sheet}」がありません。あるシート: ${names}。`);
    return found;
  }
  const [only, ...more] = sheets.filter(({ hidden }) => !hidden);
  if (!only)
    throw new InputError(
      path,
      `表示されているシートがありません。読むシート（手順書では source → sheet）を選んでください: ${names}。`,
    );
  if (more.length > 0)
    throw new InputError(
      path,
      `シートが複数あります。読むシート（手順書では source → sheet）を選んでください: ${names}。`,
    );
  return only;
}

/** Sorts the rows of a sheet into the header and what stands below it. */
function tableRows({ path, headerRow }: SheetChoice, sheet: WorkbookSheet, taker: SheetTaker) {
  let [first, width, headerLine, last, hiddenRows, formulas] = [0, 0, 0, 0, 0, 0];
  let formula: string | null = null;

  const takeHeader = (row: SheetRow) => {
    const place = `${path} シート「${sheet.name}」${row.number}行目`;
    const [fault] = row.faults;
    if (fault) throw new InputError(place, `見出しの ${fault} は読めません。`);
    const used = [...row.cells.keys()];
    first = Math.min(...used);
    width = Math.max(...used) - first + 1;
    headerLine = row.number;
    taker.header(row.number, cellsFrom(row, first, width));
  };
  const takeRow = (row: SheetRow) => {
    // A line that is all empty is no record at the end of a table, and can't be told from a gap within it.
    for (let line = last + 1; line < row.number; line += 1) taker.row(line, [], '空の行です。');
    last = row.number;
    if (row.hidden) hiddenRows += 1;
    if (row.formula !== null) formulas += 1;
    formula ??= row.formula;
    taker.row(row.number, cellsFrom(row, first, width), faultOf(row, first, width));
  };
  return {
    take: (row: SheetRow) => {
      if (headerLine > 0) return takeRow(row);
      if (row.cells.size === 0 && row.faults.length === 0) return;
      if (headerRow !== null && row.number < headerRow) return;
      if (headerRow !== null && row.number > headerRow)
        throw new InputError(path, `シート「${sheet.name}」の ${headerRow} 行目（見出し）が空です。`);
      takeHeader(row);
      last = row.number;
    },
    extent: () => {
      if (headerLine === 0) throw new InputError(path, `シート「${sheet.name}」に見出しの行がありません。`);
      return { first, last: first + width - 1, top: headerLine, bottom: last };
    },
    notes: () => [
      ...(hiddenRows > 0 ? [`非表示の行が ${hiddenRows} 行あります。表示されている行と同じに読みました。`] : []),
      ...(formula === null
        ? []
        : [`数式のある行が ${formulas} 行あります（最初は ${formula}）。保存されている計算結果を読みました。`]),
    ],
  };
}

const cellsFrom = ({ cells }: SheetRow, first: number, width: number) =>
  Array.from({ length: width }, (_, index) => cells.get(first + index) ?? '');

function faultOf({ cells, faults, number }: SheetRow, first: number, width: number): string | null {
  if (faults.length > 0) return `${faults.join('、')}があります。`;
  const outside = [...cells.keys()].find((column) => column < first || column >= first + width);
  return outside === undefined ? null : `見出しのない列（${columnLetters(outside)}${number}）に値があります。`;
}

function refuseMerged(
  path: string,
  { name }: WorkbookSheet,
  { merged }: SheetFacts,
  extent: { readonly first: number; readonly last: number; readonly top: number; readonly bottom: number },
): void {
  const inTable = merged.filter((range) => {
    const [from, to = from] = range.split(':').map(parseAddress);
    if (!from || !to) return true;
    return from.row <= extent.bottom && to.row >= extent.top && from.column <= extent.last && to.column >= extent.first;
  });
  if (inTable.length === 0) return;
  const shown = `${inTable.slice(0, 5).join('、')}${inTable.length > 5 ? ` など ${inTable.length} か所` : ''}`;
  throw new InputError(
    path,
    `シート「${name}」の表に結合されたセルがあります（${shown}）。結合を解除し、それぞれのセルに値を入れてください。見出しが表の途中の行にあるときは、見出しの行（手順書では source → headerRow）を指定してください。`,
  );
}

const hiddenSheets = ({ sheets }: Workbook, chosen: WorkbookSheet): string[] => {
  const others = sheets.filter((sheet) => sheet.hidden && sheet !== chosen).map(({ name }) => name);
  return [
    ...(chosen.hidden ? [`シート「${chosen.name}」は非表示のシートです。`] : []),
    ...(others.length > 0 ? [`非表示のシート「${others.join('」「')}」は読んでいません。`] : []),
  ];
};

const hiddenColumnsNote = ({ hiddenColumns }: SheetFacts): string[] =>
  hiddenColumns > 0 ? [`非表示の列が ${hiddenColumns} 列あります。表示されている列と同じに読みました。`] : [];
