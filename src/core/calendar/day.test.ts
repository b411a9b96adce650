import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, parseDay, weekdayOf } from './day.ts';
import { fiscalYearOf, fiscalYearSpan, openedInFiscalYear } from './fiscalYear.ts';
import { parseLocalTime } from './localTime.ts';

const seeded = { seed: 20_260_120, numRuns: 3000 };
const dayMs = 86_400_000;
const anyMoment = fc.integer({ min: Date.UTC(1873, 0, 1) / dayMs, max: Date.UTC(2999, 11, 31) / dayMs });
const isoOf = (days: number): Day => new Date(days * dayMs).toISOString().slice(0, 10) as Day;

describe('days', () => {
  test('adding, counting and weekdays agree with the built-in calendar on any days from 1873 to 2999', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (one, other) => {
        expect(addDays(isoOf(one), other - one)).toBe(isoOf(other));
        expect(daysBetween(isoOf(one), isoOf(other))).toBe(other - one);
        expect(weekdayOf(isoOf(one))).toBe(new Date(one * dayMs).getUTCDay());
        expect(parseDay(isoOf(one))).toBe(isoOf(one));
      }),
      seeded,
    );
  });

  test('a text is a day exactly when the built-in calendar gives the same day back', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1873, max: 2999 }), part(14), part(33), (year, month, date) => {
        const text = `${year}-${month}-${date}`;
        const built = new Date(Date.UTC(year, Number(month) - 1, Number(date)));
        expect(parseDay(text) !== null).toBe(built.toISOString().slice(0, 10) === text);
      }),
      seeded,
    );
  });

  test.each(['2026-02-30', '2025-02-29', '1872-12-31', '3000-01-01', '2026-1-5', ' 2026-01-05', '2026-01-05\n', ''])(
    '%j is no day',
    (text) => expect(parseDay(text)).toBeNull(),
  );

  test.each([
    ['2026-01-20T17:00', { day: '2026-01-20', time: '17:00' }],
    ['2026-01-20T24:00', null],
    ['2026-01-20T17:60', null],
    ['2026-02-30T10:00', null],
    ['2026-01-20T17:00:00', null],
    ['2026-01-20 17:00', null],
  ])('%j as a moment', (text, moment) => expect(parseLocalTime(text)).toEqual(moment));
});

describe('fiscal years', () => {
  test('DDL-02: a 年度 runs from 1 April to 31 March', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const { from, through } = fiscalYearSpan(fiscalYearOf(isoOf(moment)));
        expect(from <= isoOf(moment) && isoOf(moment) <= through).toBe(true);
        expect([from.slice(5), through.slice(5)]).toEqual(['04-01', '03-31']);
      }),
      seeded,
    );
  });

  test('scenarios 1 and 4, 1c-27: a call counts for the 年度 of its opening day', () => {
    const openings = ['2025-12-19', '2026-03-31'] as Day[];
    expect(fiscalYearOf('2025-12-19' as Day)).toBe(2025);
    expect(openedInFiscalYear(openings, 2025)).toBe(true);
    expect(openedInFiscalYear(openings, 2026)).toBe(false);
  });
});
