import { type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../inputError.ts';
import type { LineEnd } from './csvView.ts';
import { type HeaderColumns, headerColumns } from './headerColumns.ts';
import { readRecord } from './parseCsv.ts';
import type { RefusedRows } from './refusedRows.ts';
import type { rowLines } from './rowPlaces.ts';
import { emptyScan, type ScannedRecord, scanRecord } from './scanRecord.ts';

/** A CSV file that the database's reader takes as it was meant: UTF-8, one kind of line end, no header, well-formed rows only. */
export interface NormalizedCsv {
  readonly columns: HeaderColumns;
  readonly rows: number;
  /** Lines at the end of the source without anything in them. */
  readonly blankLines: number;
  /** The source ended with Ctrl-Z (0x1A), as files of DOS do. */
  readonly endMark: boolean;
  readonly lineEnd: LineEnd;
  /** Some cells hold line ends. */
  readonly innerLines: boolean;
  /** Bytes of the longest row. */
  readonly longest: number;
}

/** A record longer than this is not read: quotes that are never closed swallow a whole file. */
const longestRecord = 1 << 24;
const endMark = 0x1a;

/** What becomes known of the records on the way. */
export interface RecordLists {
  readonly refused: RefusedRows;
  /** Lines of the good ones. */
  readonly lines: ReturnType<typeof rowLines>;
}

interface State extends RecordLists {
  readonly path: string;
  readonly delimiter: string;
  readonly scan: ScannedRecord;
  /** Bytes to be written, until the end of the piece. */
  out: Buffer[];
  columns: HeaderColumns | undefined;
  /** Line end of the header, and so of all that is written. */
  lineEnd: Buffer;
  /** Line on which the record begins. */
  line: number;
  rows: number;
  blankLines: number;
  endMark: boolean;
  innerLines: boolean;
  longest: number;
}

/**
 * Writes the good records of a text to a file and lists the others with their line and reason.
 * @param pieces checked UTF-8; each may be reused once the next is asked for
 * @throws {InputError} for a header that can't be used, quotes that are never closed and endless records
 */
export async function normalizeCsv(
  pieces: AsyncIterable<Buffer>,
  source: { readonly path: string; readonly delimiter: string },
  target: string,
  lists: RecordLists,
): Promise<NormalizedCsv> {
  const state = initialState(source, lists);
  const file = await open(target, 'w');
  try {
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of pieces) {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      const end = takeRecords(state, bytes, false);
      await flush(state, file);
      rest = Buffer.from(bytes.subarray(end));
      if (rest.length > longestRecord) throw new InputError(`${state.path} ${state.line}行目`, endless);
    }
    takeRecords(state, rest, true);
    await flush(state, file);
  } finally {
    await file.close();
    await lists.refused.close();
    await lists.lines.close();
  }
  const { columns, rows, blankLines, innerLines, longest } = state;
  const lineEnd = state.lineEnd.length === 2 ? '\r\n' : '\n';
  if (!columns) throw new InputError(source.path, 'ファイルが空です。');
  return { columns, rows, blankLines, endMark: state.endMark, lineEnd, innerLines, longest };
}

const endless = '1つの記録が16 MiBを超えています。引用符「"」の閉じ忘れか、CSVではないファイルです。';
const unclosed = '引用符「"」が閉じられないままファイルが終わっています。';

const initialState = (source: { readonly path: string; readonly delimiter: string }, lists: RecordLists): State => ({
  ...source,
  ...lists,
  scan: emptyScan(),
  out: [],
  columns: undefined,
  lineEnd: Buffer.from('\n'),
  line: 1,
  rows: 0,
  blankLines: 0,
  endMark: false,
  innerLines: false,
  longest: 0,
});

async function flush(state: State, file: FileHandle): Promise<void> {
  if (state.out.length > 0) await file.write(Buffer.concat(state.out));
  state.out = [];
  await state.refused.flush();
  await state.lines.flush();
}

/** Takes all records that end within the bytes; answers where the first one begins that does not. */
function takeRecords(state: State, bytes: Buffer, atEnd: boolean): number {
  const { scan } = state;
  const delimiter = state.delimiter.charCodeAt(0);
  let run = 0;
  let at = 0;
  while (at < bytes.length && scanRecord(bytes, at, delimiter, atEnd, scan)) {
    if (!takeAsItIs(state, bytes, at)) {
      state.out.push(bytes.subarray(run, at));
      takeRecord(state, bytes, at, atEnd);
      run = scan.next;
    }
    state.line += scan.innerLines + 1;
    at = scan.next;
  }
  state.out.push(bytes.subarray(run, at));
  return at;
}

/** A good record whose bytes can stay: the usual case. */
function takeAsItIs(state: State, bytes: Buffer, at: number): boolean {
  const { scan, columns } = state;
  if (columns === undefined || state.blankLines > 0 || scan.end === at || !endsLike(state, bytes)) return false;
  if (columns.namelessLast || scan.looseQuotes || faultOf(scan, columns) !== undefined) return false;
  if (bytes[at] === endMark) return false;
  countRow(state, at);
  return true;
}

const endsLike = ({ scan, lineEnd }: State, bytes: Buffer) =>
  scan.next - scan.end === lineEnd.length && bytes[scan.end] === lineEnd[0];

function countRow(state: State, at: number): void {
  state.rows += 1;
  state.lines.add(state.line);
  state.innerLines ||= state.scan.innerLines > 0;
  state.longest = Math.max(state.longest, state.scan.end - at);
}

function takeRecord(state: State, bytes: Buffer, at: number, atEnd: boolean): void {
  const { scan } = state;
  if (scan.unclosed) throw new InputError(`${state.path} ${state.line}行目から`, unclosed);
  if (state.columns === undefined) {
    takeHeader(state, bytes, at);
    return;
  }
  if (scan.end === at) {
    state.blankLines += 1;
    return;
  }
  if (atEnd && scan.end - at === 1 && bytes[at] === endMark && scan.next === bytes.length) {
    state.endMark = true;
    return;
  }
  takeBlankLines(state, state.columns);
  const fault = faultOf(scan, state.columns);
  if (fault !== undefined) {
    state.refused.add(state.line, fault);
    return;
  }
  if (state.columns.namelessLast) refuseNamelessValue(state, bytes);
  countRow(state, at);
  state.out.push(scan.looseQuotes ? requoted(state, bytes, at) : bytes.subarray(at, scan.end), state.lineEnd);
}

function takeHeader(state: State, bytes: Buffer, at: number): void {
  const { scan } = state;
  const { fields, fault } = readRecord(bytes.toString('utf8', at, scan.end), 0, state.delimiter);
  if (fault) throw new InputError(`${state.path} ${state.line}行目`, '見出しの引用符「"」の後に文字があります。');
  state.columns = headerColumns(state.path, fields);
  if (scan.next - scan.end === 2) state.lineEnd = Buffer.from('\r\n');
}

/** Blank lines before another record are records: of one empty cell where the table has one column. */
function takeBlankLines(state: State, columns: HeaderColumns): void {
  for (let line = state.line - state.blankLines; line < state.line; line += 1) {
    if (widthOf(columns) > 1) state.refused.add(line, '空の行です。');
    else {
      state.rows += 1;
      state.lines.add(line);
      state.out.push(Buffer.from('""'), state.lineEnd);
    }
  }
  state.blankLines = 0;
}

/** Cells that a row has to have. */
const widthOf = ({ names, namelessLast }: HeaderColumns) => names.length + (namelessLast ? 1 : 0);

function faultOf(scan: ScannedRecord, columns: HeaderColumns): string | undefined {
  if (scan.afterQuote) return '閉じる引用符の後に文字があります。';
  const wanted = widthOf(columns);
  return scan.fields === wanted ? undefined : `${scan.fields}項目あります（見出しは${wanted}項目）。`;
}

function refuseNamelessValue({ scan, columns, path, line }: State, bytes: Buffer): void {
  const cell = bytes.toString('utf8', scan.lastField, scan.end);
  if (cell !== '' && cell !== '""')
    throw new InputError(
      `${path} ${line}行目`,
      `見出しのない最後の列（${(columns?.names.length ?? 0) + 1}列目）に値があります。列に名前を付けてください。`,
    );
}

/** The record with every cell in quotes, so that a quote inside a cell can't be misread. */
function requoted({ scan, delimiter }: State, bytes: Buffer, at: number): Buffer {
  const { fields } = readRecord(bytes.toString('utf8', at, scan.end), 0, delimiter);
  return Buffer.from(fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(delimiter));
}
