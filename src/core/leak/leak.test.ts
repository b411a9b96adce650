import fc from 'fast-check';
import { expect, test } from 'vitest';
import { organ } from '../../../test/support/contracts.ts';
import { play } from '../../../test/support/play.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import { type ClosedDays, closureOf } from '../calendar/closedDays.ts';
import { addDays, type Day } from '../calendar/day.ts';
import type { LeakFirstDay } from '../organ/deadlines.ts';
import type { DiscoverLeak, LeakCommand } from './commands.ts';
import { leak } from './leak.ts';
import { leakClock } from './leakClock.ts';

const playOn = (name: string, ...commands: LeakCommand[]) =>
  play(
    leak,
    organ(name),
    commands.map((command) => [command, circumstances('2026-03-20T10:00')] as const),
  );
const codes = (name: string, ...commands: LeakCommand[]) => playOn(name, ...commands).refusals.map(({ code }) => code);

const known: DiscoverLeak = {
  do: 'discoverLeak',
  knownOn: '2026-02-02',
  things: ['source'],
  persons: 101,
  grounds: [],
  release: 'p-1',
  account: '秘の事態',
};
const report = (kind: 'preliminary' | 'final', reportedOn: string): LeakCommand => ({
  do: 'reportLeak',
  report: kind,
  reportedOn,
  documentNumber: '第1号',
});
const told: LeakCommand = { do: 'tellPrincipals', toldOn: '2026-02-10', way: '書面' };
const end: LeakCommand = { do: 'endLeak', endedOn: '2026-03-20', measures: '施錠を改めた。' };

test('PPC-4, 法68条: the clock runs from the day of knowing; 30 days, 60 for an unlawful purpose, moved to an open day', () => {
  const clock = (changed: Partial<DiscoverLeak>) => playOn('kumamoto', { ...known, ...changed }).state?.clock;
  expect(clock({})).toEqual({
    firstDay: null,
    preliminaryFrom: '2026-02-04',
    preliminaryBy: '2026-02-06',
    finalBy: '2026-03-03',
  });
  expect(clock({ grounds: ['unlawful'] })?.finalBy).toBe('2026-04-02');
  expect(clock({ knownOn: '2026-01-30' })?.finalBy).toBe('2026-03-02');
});

test('規則44条: an organ that counts from the day after has a day more; its own closed days do not move what goes to the commission', () => {
  const { closedDays } = circumstances('2026-01-01T00:00');
  const clockOn = (day: string, days: ClosedDays, firstDay: LeakFirstDay | null) =>
    leakClock(day as Day, ['source'], ['sensitive'], days, firstDay);
  expect(clockOn('2026-02-02', closedDays, 'dayAfterKnowing')).toEqual({
    firstDay: 'dayAfterKnowing',
    preliminaryFrom: '2026-02-05',
    preliminaryBy: '2026-02-07',
    finalBy: '2026-03-04',
  });
  const added = {
    ...closedDays,
    calendar: closedDays.named,
    named: new Map([...closedDays.named, ['2026-03-03' as Day, '開庁記念日']]),
    yearEnd: null,
  };
  expect(clockOn('2026-02-02', added, null)).toMatchObject({ finalBy: '2026-03-03' });
  expect(clockOn('2025-12-01', added, null)).toMatchObject({ finalBy: '2026-01-05' });
});

test('PPC-4: 101 persons are reported and 100 are not, one of sensitive data is, and the anonymized output never', () => {
  const isReported = (changed: Partial<DiscoverLeak>, name = 'kumamoto') =>
    playOn(name, { ...known, ...changed }).state?.clock !== null;
  expect([isReported({ persons: 101 }), isReported({ persons: 100 })]).toEqual([true, false]);
  expect(isReported({ persons: 1, grounds: ['sensitive'] })).toBe(true);
  expect(isReported({ things: ['deletedInformation'] })).toBe(true);
  expect(isReported({ things: ['output', 'processingMethod'] })).toBe(false);
  expect(isReported({}, 'ichikawa')).toBe(false);
});

test('法68条: first the preliminary report, then the final one, and no end before it and before the persons were told', () => {
  expect(codes('kumamoto', known, report('final', '2026-02-03'))).toEqual(['reportedInWrongOrder']);
  expect(codes('kumamoto', known, report('preliminary', '2026-02-01'))).toEqual(['reportedBeforeKnown']);
  expect(codes('kumamoto', known, end)).toEqual(['reportMissingBeforeEnd']);
  const reported = [known, report('preliminary', '2026-02-05'), report('final', '2026-03-02')];
  expect(codes('kumamoto', ...reported, end)).toEqual(['principalsNotTold']);
  const { state } = playOn('kumamoto', ...reported, told, end);
  expect(state).toMatchObject({ stage: 'ended', preliminaryOn: '2026-02-05', finalOn: '2026-03-02' });
  expect(JSON.stringify(state)).not.toContain('秘');
  expect(codes('kumamoto', { ...known, persons: 1 }, report('preliminary', '2026-02-05'), end)).toEqual([
    'noReportDue',
  ]);
});

test('規則44条, any day: the final day is open and never before the 30th, and every day between is closed', () => {
  const { closedDays } = circumstances('2026-01-01T00:00');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1400 }), fc.boolean(), (offset, unlawful) => {
      const day = addDays('2024-01-01' as Day, offset);
      const clock = leakClock(day, ['source'], [unlawful ? 'unlawful' : 'sensitive'], closedDays, null);
      if (clock === null || 'outsideCalendar' in clock) throw new Error('no clock');
      const last = addDays(day, unlawful ? 59 : 29);
      expect(clock.finalBy >= last).toBe(true);
      expect(closureOf(clock.finalBy, closedDays)).toBeNull();
      for (let passed = last; passed < clock.finalBy; passed = addDays(passed, 1))
        expect(closureOf(passed, closedDays)).not.toBeNull();
    }),
    { seed: 20260302, numRuns: 500 },
  );
});
