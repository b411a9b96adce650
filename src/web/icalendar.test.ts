import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCalendar } from '../../test/support/readCalendar.ts';
import { type CalendarEntry, icalendarOf } from './icalendar.ts';

const stamp = new Date('2026-01-08T01:30:00.000Z');

test('the lines of a calendar are those of RFC 5545, each ended by CRLF', () => {
  const [day, moment] = [
    { uid: 'a', summary: '締切', description: '', url: 'https://example.jp/', at: '2026-01-20' },
    { uid: 'b', summary: '締切', description: '一行目\n二行目', url: 'https://example.jp/', at: '2026-01-20T17:00' },
  ];
  expect(icalendarOf('横浜市', [day, moment], stamp).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//tokumei//calendar//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'NAME:横浜市',
    'X-WR-CALNAME:横浜市',
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Tokyo',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'TZNAME:JST',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:a',
    'DTSTAMP:20260108T013000Z',
    'DTSTART;VALUE=DATE:20260120',
    'SUMMARY:締切',
    'URL:https://example.jp/',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:b',
    'DTSTAMP:20260108T013000Z',
    'DTSTART;TZID=Asia/Tokyo:20260120T170000',
    'SUMMARY:締切',
    'DESCRIPTION:一行目\\n二行目',
    'URL:https://example.jp/',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

/** Text that is hard to fold and to escape: marks of the format, characters of one to four octets, breaks. */
const text = fc
  .array(
    fc.constantFrom('a', ';', ',', '\\', '\\n', '\n', ' ', ':', '"', 'é', '締', '𠮷', '葛\u{E0102}', '👨‍👩‍👧', '\t'),
    {
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(''));
const entry: fc.Arbitrary<CalendarEntry> = fc.record({
  uid: fc.uuid(),
  summary: text,
  description: text,
  url: fc.webUrl(),
  at: fc.constantFrom('2026-01-20', '2025-12-31T09:05', '2028-02-29'),
});

test('whatever stands in a calendar is read again by its rules: no line over 75 octets, no character broken', () => {
  fc.assert(
    fc.property(text, fc.array(entry, { maxLength: 4 }), (name, entries) => {
      const made = icalendarOf(name, entries, stamp);
      for (const line of made.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(made.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(readCalendar(Buffer.from(made))).toEqual({
        name,
        events: entries.map(({ uid, summary, description, url, at }) => ({ uid, summary, description, url, at })),
      });
    }),
    { seed: 5545, numRuns: 500 },
  );
});

test('control characters have no place in a calendar; a line break of Windows is one line break', () => {
  const entries = [
    { uid: 'a', summary: 'あ\u0000い\u0007う', description: '1\r\n2\r3', url: 'https://example.jp/', at: '2026-01-20' },
  ];
  expect(readCalendar(Buffer.from(icalendarOf('名\u007f', entries, stamp)))).toMatchObject({
    name: '名',
    events: [{ summary: 'あいう', description: '1\n23' }],
  });
});
