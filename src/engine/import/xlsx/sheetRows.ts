import { columnLetters, parseAddress, sheetLimits } from './cellAddress.ts';
import type { CellText, RawCell } from './cellText.ts';
import { textRuns } from './workbook.ts';
import { attribute, XmlFault, type XmlListener } from './xmlScanner.ts';

/** A row that holds at least one cell with something in it. */
export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number;
  readonly hidden: boolean;
  /** Column from 0 → text. */
  readonly cells: ReadonlyMap<number, string>;
  /** What can't be read, with its address. */
  readonly faults: readonly string[];
  /** Address of the first formula. */
  readonly formula: string | null;
}

/** What a sheet says beside its rows. */
export interface SheetFacts {
  readonly merged: readonly string[];
  readonly hiddenColumns: number;
}

interface OpenRow extends SheetRow {
  readonly cells: Map<number, string>;
  readonly faults: string[];
  formula: string | null;
  /** It has a text, though an empty one, in the manner of programs and not of people: a record of empty cells. */
  holdsText: boolean;
}

const emptyRow = (number: number, hidden: boolean): OpenRow => ({
  number,
  hidden,
  cells: new Map(),
  faults: [],
  formula: null,
  holdsText: false,
});

/** Follows the XML of a sheet; rows without anything in them are passed over. */
export function sheetRows(readCell: (cell: RawCell) => CellText, onRow: (row: SheetRow) => void) {
  const merged: string[] = [];
  let hiddenColumns = 0;
  let row = emptyRow(0, false);
  let cell = { column: -1, type: 'n', style: 0, value: '', formula: false };
  let inValue = false;
  const runs = textRuns();

  const openRow = (attributes: string) => {
    const number = Number(attribute(attributes, 'r') ?? row.number + 1);
    if (!(number > row.number && number <= sheetLimits.rows)) throw new XmlFault('row');
    row = emptyRow(number, isSet(attribute(attributes, 'hidden')));
    cell = { ...cell, column: -1 };
  };
  const openCell = (attributes: string) => {
    const address = attribute(attributes, 'r');
    const column = address === undefined ? cell.column + 1 : (parseAddress(address)?.column ?? -1);
    if (column < 0 || column >= sheetLimits.columns) throw new XmlFault('cell');
    const type = attribute(attributes, 't') ?? 'n';
    cell = { column, type, style: Number(attribute(attributes, 's') ?? 0), value: '', formula: false };
  };
  const closeCell = () => {
    const inline = runs.take();
    const read = readCell(cell.type === 'inlineStr' ? { ...cell, value: inline } : cell);
    const address = `${columnLetters(cell.column)}${row.number}`;
    if (cell.formula) row.formula ??= address;
    if ('fault' in read) row.faults.push(`${address}: ${read.fault}`);
    else if (read.text !== '') row.cells.set(cell.column, read.text);
    else if (cell.type === 'inlineStr') row.holdsText = true;
  };
  const closeRow = () => {
    if (row.cells.size > 0 || row.faults.length > 0 || row.holdsText) onRow(row);
  };

  const listener: XmlListener = {
    open: (name, attributes) => {
      if (name === 'c') openCell(attributes);
      else if (name === 'v') inValue = true;
      else if (name === 'f') cell.formula = true;
      else if (name === 'row') openRow(attributes);
      else if (name === 'mergeCell') merged.push(attribute(attributes, 'ref') ?? '');
      else if (name === 'col' && isSet(attribute(attributes, 'hidden')))
        hiddenColumns += Math.max(1, Number(attribute(attributes, 'max')) - Number(attribute(attributes, 'min')) + 1);
      else runs.open(name);
    },
    close: (name) => {
      if (name === 'v') inValue = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') closeRow();
      else runs.close(name);
    },
    text: (text) => {
      if (inValue) cell.value += text;
      else runs.text(text);
    },
  };
  return { listener, facts: (): SheetFacts => ({ merged, hiddenColumns }) };
}

const isSet = (value: string | undefined) => value === '1' || value === 'true';
