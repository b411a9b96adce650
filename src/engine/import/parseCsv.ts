/** One record of a delimited text. */
export interface CsvRecord {
  /** Line on which the record begins; the first line of the text is 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Why the record can't be read as written, where it can't. */
  readonly fault?: CsvFault;
}

/** `afterQuote`: something stands between a closing quote and the next delimiter. `unclosedQuote`: the text ends inside quotes. */
export type CsvFault = 'afterQuote' | 'unclosedQuote';

/**
 * Reads a small delimited text whole, by RFC 4180: a field in quotes may hold delimiters, line ends and doubled quotes; a
 * quote inside an unquoted field is a character like any other. Lines end with CRLF, LF or CR, also mixed. A byte order mark
 * is removed. A blank line is a record of one empty field, but blank lines at the end are no records.
 */
export function parseCsv(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let lastWritten = 0;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    const { end, ...record } = readRecord(text, at, delimiter);
    records.push({ line, ...record });
    if (lengthOfLineEnd(text, at) === 0) lastWritten = records.length;
    line += countLineEnds(text.slice(at, end));
    at = end;
  }
  return records.slice(0, lastWritten);
}

/** The record that begins at `start`. */
export function readRecord(text: string, start: number, delimiter: string) {
  const fields: string[] = [];
  let fault: CsvFault | undefined;
  for (let at = start; ; at += 1) {
    const field = readField(text, at, delimiter);
    fields.push(field.value);
    fault = field.fault === 'unclosedQuote' ? field.fault : (fault ?? field.fault);
    at = field.end;
    if (text[at] !== delimiter) {
      return { fields, ...(fault ? { fault } : {}), end: at + lengthOfLineEnd(text, at) };
    }
  }
}

function readField(text: string, start: number, delimiter: string) {
  const quoted = text[start] === '"' ? readQuoted(text, start) : undefined;
  let end = quoted?.end ?? start;
  while (end < text.length && text[end] !== delimiter && lengthOfLineEnd(text, end) === 0) end += 1;
  if (!quoted) return { value: text.slice(start, end), end, fault: undefined };
  return { value: quoted.value, end, fault: quoted.fault ?? (end > quoted.end ? ('afterQuote' as const) : undefined) };
}

function readQuoted(text: string, start: number) {
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), end: text.length, fault: 'unclosedQuote' as const };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1, fault: undefined };
    value += '"';
    at = quote + 2;
  }
}

function lengthOfLineEnd(text: string, at: number): number {
  if (text[at] === '\n') return 1;
  if (text[at] !== '\r') return 0;
  return text[at + 1] === '\n' ? 2 : 1;
}

const countLineEnds = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;
