const [lineFeed, carriageReturn, quote] = [10, 13, 34];

/** What was found of the record that begins at `start`; reused from record to record. */
export interface ScannedRecord {
  /** Byte after its last cell. */
  end: number;
  /** First byte of the next record. */
  next: number;
  fields: number;
  /** First byte of its last cell. */
  lastField: number;
  /** Line ends inside of quotes. */
  innerLines: number;
  /** Quotes stand inside an unquoted cell. */
  looseQuotes: boolean;
  /** Text stands between a closing quote and the delimiter. */
  afterQuote: boolean;
  /** The file ends inside quotes. */
  unclosed: boolean;
}

export const emptyScan = (): ScannedRecord => ({
  end: 0,
  next: 0,
  fields: 0,
  lastField: 0,
  innerLines: 0,
  looseQuotes: false,
  afterQuote: false,
  unclosed: false,
});

/**
 * Scans one record of UTF-8 text by the rules of `parseCsv`, without making strings.
 * @param delimiter its byte
 * @param atEnd whether nothing comes after `bytes`
 * @returns false when the record goes on behind the end of `bytes`
 */
export function scanRecord(
  bytes: Buffer,
  start: number,
  delimiter: number,
  atEnd: boolean,
  found: ScannedRecord,
): boolean {
  found.fields = 1;
  found.innerLines = 0;
  found.looseQuotes = found.afterQuote = found.unclosed = false;
  for (let at = start; ; at += 1) {
    found.lastField = at;
    if (bytes[at] === quote) {
      at = endOfQuoted(bytes, at, found);
      found.afterQuote ||= at < bytes.length && !isCellEnd(bytes[at], delimiter);
    }
    at = endOfPlain(bytes, at, delimiter, found);
    if (bytes[at] === delimiter) {
      found.fields += 1;
      continue;
    }
    found.end = at;
    found.next = at + lengthOfLineEnd(bytes, at);
    return atEnd || (at < bytes.length && (bytes[at] === lineFeed || at + 1 < bytes.length));
  }
}

function endOfPlain(bytes: Buffer, start: number, delimiter: number, found: ScannedRecord): number {
  const length = bytes.length;
  let at = start;
  for (; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === delimiter || byte === lineFeed || byte === carriageReturn) return at;
    if (byte === quote) found.looseQuotes = true;
  }
  return at;
}

function endOfQuoted(bytes: Buffer, start: number, found: ScannedRecord): number {
  const length = bytes.length;
  for (let at = start + 1; at < length; at += 1) {
    const byte = bytes[at];
    if (byte === lineFeed && bytes[at - 1] !== carriageReturn) found.innerLines += 1;
    else if (byte === carriageReturn) found.innerLines += 1;
    else if (byte === quote) {
      if (bytes[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  found.unclosed = true;
  return length;
}

const isCellEnd = (byte: number | undefined, delimiter: number) =>
  byte === delimiter || byte === lineFeed || byte === carriageReturn;

function lengthOfLineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === lineFeed) return 1;
  if (bytes[at] !== carriageReturn) return 0;
  return bytes[at + 1] === lineFeed ? 2 : 1;
}
