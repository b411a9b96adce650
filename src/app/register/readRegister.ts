import { parseDay } from '../../core/calendar/day.ts';
import { type RegisterFieldId, registerFieldIds } from '../../core/organ/registerField.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { RegisterFile } from '../../core/register/commands.ts';
import { parseJapaneseDate } from '../../japan/parseJapaneseDate.ts';
import { dayText } from '../../messages/dayText.ts';
import { registerWords } from '../../messages/registerWords.ts';
import { readCommand } from '../fields/commandFields.ts';
import { type CellProblem, entryFromCells } from './entryFromCells.ts';
import type { RegisterRow, RegisterRows } from './registerRows.ts';

/** Something about a cell: line of the file (1 = the header), the column as the file names it, what stands there. */
export interface CellNote {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

export interface ImportedEntry {
  readonly line: number;
  /** 登録番号 of the file; null = a new one is given. */
  readonly id: string | null;
  readonly command: RegisterFile;
}

/** What an import would do: rows that can be taken over, rows that can't and why, and what to look at. */
export interface RegisterPreview {
  readonly entries: readonly ImportedEntry[];
  readonly errors: readonly CellNote[];
  readonly warnings: readonly CellNote[];
}

interface Columns {
  readonly labels: readonly string[];
  /** The field of each column; null = 登録番号 or a column that the organ's form does not have. */
  readonly fields: readonly (RegisterFieldId | null)[];
  readonly idColumn: number;
}

const needed: readonly RegisterFieldId[] = ['fileName', 'recordItems', 'recordScope', 'entryDate', 'fileKind'];

/**
 * Reads a register whose header holds the labels of the organ's own form. Nothing is stored; every problem names line,
 * column and value.
 */
export function readRegister({ rows: [header, ...records], notes }: RegisterRows, rules: RuleSet): RegisterPreview {
  if (header === undefined) return failed({ line: 1, column: '', value: '', message: '見出しの行がありません。' });
  const columns = columnsOf(header, rules);
  const absent = needed.filter((field) => !columns.fields.includes(field));
  if (absent.length > 0) return failed(...absent.map((field) => absentColumn(field, rules)));
  const rows = records
    .filter(({ fields, fault }) => fault !== null || fields.some((cell) => cell.trim() !== ''))
    .map((row) => readRow(row, columns, rules));
  return {
    entries: rows.flatMap(({ entry }) => (entry ? [entry] : [])),
    errors: [
      ...rows.flatMap(({ errors }) => errors),
      ...repeatedIds(rows.flatMap(({ entry }) => (entry ? [entry] : []))),
    ],
    warnings: [
      ...notes.map((message) => ({ line: header.line, column: '', value: '', message })),
      ...unknownColumns(columns),
      ...rows.flatMap(({ warnings }) => warnings),
    ],
  };
}

const failed = (...errors: CellNote[]): RegisterPreview => ({ entries: [], errors, warnings: [] });

const labelOf = (field: RegisterFieldId, rules: RuleSet): string =>
  rules.registerFields.find(({ id }) => id === field)?.label ?? field;

function columnsOf({ fields }: RegisterRow, rules: RuleSet): Columns {
  const labels = fields.map((label) => label.trim());
  const byLabel = new Map(rules.registerFields.map(({ id, label }) => [label, id]));
  return {
    labels,
    fields: labels.map((label) => byLabel.get(label) ?? null),
    idColumn: labels.indexOf(registerWords.number),
  };
}

const absentColumn = (field: RegisterFieldId, rules: RuleSet): CellNote => ({
  line: 1,
  column: labelOf(field, rules),
  value: '',
  message: `見出しに「${labelOf(field, rules)}」の列がありません。`,
});

const unknownColumns = ({ labels, fields, idColumn }: Columns): CellNote[] =>
  labels.flatMap((column, index) =>
    fields[index] === null && index !== idColumn
      ? [{ line: 1, column, value: '', message: `「${column}」の列はこの機関の様式にないため、読み込みません。` }]
      : [],
  );

interface Row {
  readonly entry: ImportedEntry | null;
  readonly errors: readonly CellNote[];
  readonly warnings: readonly CellNote[];
}

function readRow(record: RegisterRow, columns: Columns, rules: RuleSet): Row {
  const { line, fields: values, fault } = record;
  const noteOf = (column: string, value: string, message: string): CellNote => ({ line, column, value, message });
  if (fault !== null) return { entry: null, errors: [noteOf('', '', fault)], warnings: [] };
  if (values.length > columns.labels.length)
    return { entry: null, errors: [noteOf('', values.at(-1) ?? '', '見出しより多い列があります。')], warnings: [] };
  const cells = cellsOf(values, columns);
  const { fields, problems, leftOut } = entryFromCells(cells, rules);
  const note = ({ field, message }: CellProblem) => noteOf(labelOf(field, rules), cells[field] ?? '', message);
  const read = readCommand('registerFile', fields);
  const invalid = 'errors' in read ? read.errors.map(({ field, message }) => ({ field: fieldOf(field), message })) : [];
  const own = new Set(problems.map(({ field }) => field));
  const errors = [...problems, ...invalid.filter(({ field }) => !own.has(field))].map(note);
  const id = columns.idColumn < 0 ? '' : (values[columns.idColumn] ?? '').trim();
  const command = 'value' in read && errors.length === 0 ? (read.value as RegisterFile) : null;
  return {
    entry: command && { line, id: id === '' ? null : id, command },
    errors,
    warnings: [...eraWarnings(fields.entryDate), ...leftOut.map(leftOutProblem)].map(note),
  };
}

const cellsOf = (values: readonly string[], { fields }: Columns): Partial<Record<RegisterFieldId, string>> =>
  Object.fromEntries(fields.flatMap((field, index) => (field ? [[field, unescaped(values[index] ?? '')]] : [])));

/** The apostrophe that keeps a spreadsheet from reading a formula is no part of the text. */
const unescaped = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);

/** `contents.recordItems[0].name` → recordItems. */
function fieldOf(path: string): RegisterFieldId {
  const name = path.replace(/^contents\./, '').replace(/[.[].*$/, '');
  return registerFieldIds.find((id) => id === name) ?? 'fileName';
}

/** 1c-16: a day outside of its era is taken as the day it means, with a warning. */
function eraWarnings(written: string): CellProblem[] {
  const read = parseJapaneseDate(written);
  const day = read?.outsideEra && parseDay(read.day);
  if (!read?.outsideEra || !day) return [];
  const message = `${read.outsideEra.era}は ${read.outsideEra.boundary} までです。${dayText(day)}と読み、元の書き方も残します。`;
  return [{ field: 'entryDate', message }];
}

const leftOutProblem = (field: RegisterFieldId): CellProblem => ({
  field,
  message: 'この欄は読み込みません。募集の旨は要件の判断を、作成した情報は作成と検査を経て記載されます。',
});

function repeatedIds(entries: readonly ImportedEntry[]): CellNote[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, line }) => {
    if (id === null || !seen.has(id)) {
      if (id !== null) seen.add(id);
      return [];
    }
    return [{ line, column: registerWords.number, value: id, message: '同じ登録番号が前の行にもあります。' }];
  });
}
