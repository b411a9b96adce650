import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conformingNotice, noticed, organ, playContract, reviewed } from '../../../test/support/contracts.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { give } from '../../../test/support/solicitedFile.ts';
import { isClosed } from '../../../test/twin/holidayLaw.ts';
import { lastDayOfMonths, shift } from '../../../test/twin/periods.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { Day } from '../../core/calendar/day.ts';
import type { OrganId } from '../../core/role.ts';
import { movedDeadlines } from './movedDeadlines.ts';

const aomori = 'aomori-police' as OrganId;
const rules = organ('aomori-police');

/** A system with a proposal of each day of notice, as far as its notice. */
async function notified(noticeDates: readonly string[], given = noticed) {
  const parts = createMemorySystem(ruleBook);
  await parts.clock.setProcedure('2026-01-05T09:00');
  for (const [at, noticeDate] of noticeDates.entries()) {
    const { events, state, refusals } = playContract(rules, given(rules, { noticeDate }));
    if (!state || refusals.length > 0) throw new Error(JSON.stringify(refusals));
    await parts.events.commit({
      organ: aomori,
      commandId: `notice-${at}`,
      actor: { person: 'division', role: 'responsibleDivision', organ: aomori },
      at: '2026-01-05T09:00',
      streams: [{ stream: { kind: 'proposal', id: `p-${at}` }, expectedVersion: 0, events, state }],
      audit: { act: 'test', outcome: 'done', stream: null, facts: {} },
      jobs: [],
    });
  }
  const close = (day: string) =>
    give(parts, aomori, 'administrator', [
      'officework',
      'addClosedDay',
      { day, name: '臨時の閉庁', decidedOn: '2026-01-05' },
    ]);
  const open = (day: string) =>
    give(parts, aomori, 'administrator', ['officework', 'withdrawClosedDay', { day, withdrawnOn: '2026-01-05' }]);
  return { parts, close, open };
}

/** The first open day from a day, walking by the holiday law and the organ's own days. */
function openFrom(day: string, own: ReadonlySet<string>): string {
  return isClosed(day) || own.has(day) ? openFrom(shift(day, 1), own) : day;
}

const dates = fc.integer({ min: 0, max: 40 }).map((days) => shift('2026-01-26', days));
const days = fc.integer({ min: 0, max: 60 }).map((step) => shift('2026-02-20', step));

test('DDL-04: the deadlines that an edited calendar moves are those that a walk from the notice finds on another day, and none is changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(dates, { minLength: 1, maxLength: 6 }),
      fc.uniqueArray(days, { maxLength: 10 }),
      fc.nat(3),
      async (noticeDates, closed, reopened) => {
        const { parts, close, open } = await notified(noticeDates);
        for (const day of closed) expect(await close(day)).toMatchObject({ outcome: 'done' });
        for (const day of closed.slice(0, reopened)) expect(await open(day)).toMatchObject({ outcome: 'done' });
        const own = new Set(closed.slice(reopened));
        const expected = noticeDates.flatMap((noticeDate, at) => {
          const last = lastDayOfMonths(shift(noticeDate, 1), 1);
          const [printed, counted] = [openFrom(last, new Set()), openFrom(last, own)];
          const moved = { kind: 'proposal', id: `p-${at}`, name: 'contractApplication', printed, counted };
          return printed === counted ? [] : [moved];
        });
        expect(await movedDeadlines(parts, aomori)).toEqual(expected);
        for (const [at, noticeDate] of noticeDates.entries()) {
          const record = await parts.events.state(aomori, { kind: 'proposal', id: `p-${at}` });
          const last = lastDayOfMonths(shift(noticeDate, 1), 1);
          expect(record?.state).toMatchObject({ applicationDeadline: openFrom(last, new Set()) });
        }
      },
    ),
    { seed: 20260302, numRuns: 40 },
  );
});

test('DDL-04: a day that an official typed instead of the rule’s is not counted again', async () => {
  const typed = { value: '2026-03-16', reason: '繁忙のため。' };
  const given = (of: typeof rules, changed: object = {}) => [
    ...reviewed(of),
    {
      command: conformingNotice(of, { ...changed, applicationDeadline: typed, feeDeadline: typed }),
      role: 'responsibleDivision' as const,
    },
  ];
  const { parts, close } = await notified(['2026-01-30'], given);
  await close('2026-03-02');
  expect(await movedDeadlines(parts, aomori)).toEqual([]);
});

/** The 確報 by hand: the last of 30 days from knowing, or of 60, moved by the commission's holidays and none of the organ's. */
function finalBy(knownOn: string, unlawful: boolean, holidays: ReadonlySet<string>): string {
  return openFrom(shift(knownOn, unlawful ? 59 : 29), holidays);
}

test('PPC-4: the reports of a leak that a changed calendar moves are listed with the deadlines; the organ’s own closed days move none', async () => {
  let moves = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(days, { maxLength: 12 }),
      async (leaks, added) => {
        const parts = createMemorySystem(ruleBook);
        await parts.clock.setProcedure('2026-02-27T09:00');
        for (const [at, [before, unlawful]] of leaks.entries()) {
          const grounds = [unlawful ? 'unlawful' : 'sensitive'];
          const facts = {
            knownOn: shift('2026-02-27', -before),
            things: ['source'],
            persons: 1,
            grounds,
            release: null,
          };
          const given = await give(parts, aomori, 'responsibleDivision', [
            `leak-${at}`,
            'discoverLeak',
            { ...facts, account: '所在が分からない（架空）。' },
          ]);
          expect(given).toMatchObject({ outcome: 'done' });
        }
        for (const day of added)
          await give(parts, aomori, 'administrator', [
            'officework',
            'addClosedDay',
            { day, name: '臨時の閉庁', decidedOn: '2026-02-27' },
          ]);
        expect(await movedDeadlines(parts, aomori)).toEqual([]);
        const named = new Map([...parts.holidays.named, ...added.map((day) => [day as Day, '臨時の祝日'] as const)]);
        const expected = leaks.flatMap(([before, unlawful], at) => {
          const knownOn = shift('2026-02-27', -before);
          const [printed, counted] = [
            finalBy(knownOn, unlawful, new Set()),
            finalBy(knownOn, unlawful, new Set(added)),
          ];
          const moved = { kind: 'leak', id: `leak-${at}`, name: 'finalReport', printed, counted };
          return printed === counted ? [] : [moved];
        });
        moves += expected.length;
        expect(await movedDeadlines({ ...parts, holidays: { ...parts.holidays, named } }, aomori)).toEqual(expected);
      },
    ),
    { seed: 20260304, numRuns: 40 },
  );
  expect(moves).toBeGreaterThan(3);
});
