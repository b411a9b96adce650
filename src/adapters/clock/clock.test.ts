import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createMemoryClock } from '../memory/memoryClock.ts';
import { openDemonstrationClock } from './demonstrationClock.ts';
import { japanTime, momentOf } from './japanTime.ts';
import { realClock } from './realClock.ts';

describe('time in Japan', () => {
  test('is nine hours ahead of UTC, as the time zone data say, for every minute since 1970', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const local = japanTime(seconds * 1000);
        expect(local).toBe(format.format(new Date(seconds * 1000)).replace(' ', 'T'));
        expect(momentOf(local)).toBe(Math.floor(seconds / 60) * 60_000);
      }),
      { seed: 20260120 },
    );
  });

  test.each(['2026-02-29T09:00', '2026-01-20', '2026-01-20T24:00', '2026-01-20T09:00:00', '明日', ''])(
    'is not read from 「%s」',
    (text) => expect(() => momentOf(text)).toThrow(`「${text}」は日時として読めません`),
  );
});

describe('clocks', () => {
  beforeAll(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-20T00:00:30Z') }));
  afterAll(() => vi.useRealTimers());

  test('a demonstration is set to a time, runs on from it and knows it after a restart', async () => {
    let kept = 0;
    const place = {
      read: async () => kept,
      write: async (ahead: number) => {
        kept = ahead;
      },
    };
    const clock = await openDemonstrationClock(place);
    expect(clock.procedure()).toBe('2026-01-20T09:00');
    await clock.setProcedure('2020-02-29T12:00');
    await expect(clock.setProcedure('2020-02-30T12:00')).rejects.toThrow('日時として読めません');
    vi.setSystemTime(Date.parse('2026-01-20T00:02:00Z'));
    const again = await openDemonstrationClock(place);
    for (const set of [clock, again]) {
      expect(set.procedure()).toBe('2020-02-29T12:01');
      expect(set.real().toISOString()).toBe('2026-01-20T00:02:00.000Z');
    }
  });

  test('production has one time, a scenario stands still until it is set', async () => {
    vi.setSystemTime(Date.parse('2026-01-20T15:00:00Z'));
    expect([realClock.procedure(), realClock.real()]).toEqual(['2026-01-21T00:00', new Date()]);
    const clock = createMemoryClock('2025-12-19T00:00');
    await clock.setProcedure('2026-01-20T16:59');
    expect(clock.procedure()).toBe('2026-01-20T16:59');
    expect(clock.real().toISOString()).toBe('2026-01-20T07:59:00.000Z');
  });
});
