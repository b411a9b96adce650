/** A day or a moment in a calendar. */
export interface CalendarEntry {
  /** The same for the same thing, however often the calendar is fetched. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** A whole day, `YYYY-MM-DD`, or a moment of Japan's time, `YYYY-MM-DDThh:mm`. */
  readonly at: string;
}

/** Japan's time has been nine hours ahead without a break; every calendar that has a moment in it must tell so. */
const japan = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * Entries as iCalendar (RFC 5545), in UTF-8 with CRLF. Whole days are free in the calendar, as deadlines are.
 * @param stamp when the calendar was made
 */
export function icalendarOf(name: string, entries: readonly CalendarEntry[], stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//tokumei//calendar//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...japan,
    ...entries.flatMap((entry) => eventOf(entry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ uid, summary, description, url, at }: CalendarEntry, stamp: Date): readonly string[] {
  const compact = at.replaceAll(/[-:]/g, '');
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}`,
    at.includes('T') ? `DTSTART;TZID=Asia/Tokyo:${compact}00` : `DTSTART;VALUE=DATE:${compact}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** 3.3.11: TEXT. Control characters have no place in it. */
const escaped = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are taken out
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

const octets = (text: string): number => Buffer.byteLength(text, 'utf8');

/** 3.1: no line is longer than 75 octets; the next begins with a space that counts, and no character is broken. */
function folded(line: string): string {
  let [text, length] = ['', 0];
  for (const character of line) {
    const size = octets(character);
    if (length + size > 75) {
      text += '\r\n ';
      length = 1;
    }
    text += character;
    length += size;
  }
  return text;
}
