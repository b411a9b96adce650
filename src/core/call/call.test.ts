import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play as playOn } from '../../../test/support/play.ts';
import { circumstances, rulesOf } from '../../../test/support/shippedRules.ts';
import { rebuild } from '../aggregate.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { call } from './call.ts';
import type { CallCommand } from './commands.ts';
import { evolve } from './evolve.ts';

const kumamoto = rulesOf('kumamoto');
const aomori: RuleSet = {
  ...rulesOf('aomori-police'),
  intake: { ...rulesOf('aomori-police').intake, arrivalRule: { value: 'arrival', text: '設定', source: '設計' } },
};
const persons = { uniquePersons: 4800, cumulativePersons: 5000, countedOn: '2026-01-10' };
const entries = {
  flagged: { fileName: '募集するファイル', flagged: true, persons },
  unflagged: { fileName: '募集しないファイル', flagged: false, persons: null },
};
const draft = (opensOn: string, closesOn: string, files = ['flagged']): CallCommand => ({
  do: 'draftCall',
  title: '募集',
  opensOn,
  closesOn,
  entries: files,
});
const guideline: CallCommand = { do: 'setGuideline', version: '第1版', file: null };
const publish = (publishedOn: string, items: Extract<CallCommand, { do: 'publishCall' }>['items']): CallCommand => ({
  do: 'publishCall',
  items,
  publishedOn,
  place: null,
});

/** A command with the time at which it is given. */
type Timed = readonly [string, CallCommand];

const play = (rules: RuleSet, ...commands: Timed[]) =>
  playOn(
    call,
    rules,
    commands.map(([now, command]) => [command, { ...circumstances(now), entries }] as const),
  );

const whole: Timed[] = [
  ['2025-12-15T09:00', draft('2025-12-19', '2026-01-20')],
  ['2025-12-15T09:10', guideline],
  ['2025-12-19T08:30', publish('2025-12-19', ['guideline'])],
  ['2025-12-19T08:31', { do: 'openCall' }],
];

describe('提案の募集', () => {
  test('scenarios 1 and 101, PUB-2: Kumamoto opens on the day of its 公示', () => {
    expect(play(kumamoto, ...whole)).toMatchObject({ state: { stage: 'open' }, refusals: [] });
  });

  test('PUB-2: Kumamoto does not open when the 公示 came after the opening day', () => {
    const late = whole
      .with(2, ['2025-12-20T08:30', publish('2025-12-20', ['guideline'])])
      .with(3, ['2025-12-20T08:31', { do: 'openCall' }]);
    expect(play(kumamoto, ...late).refusals).toMatchObject([
      { code: 'notPublishedInTime', facts: { items: ['guideline'] } },
    ]);
  });

  test.each([
    ['2026-03-02', true],
    ['2026-03-03', false],
  ])('scenarios 2 and 3, DDL-01: a window from 2026-02-01 to %s is short: %s', (closesOn, short) => {
    const { refusals } = play(
      kumamoto,
      ['2026-01-20T09:00', draft('2026-02-01', closesOn)],
      ['2026-01-20T09:00', guideline],
      ['2026-01-20T09:00', publish('2026-01-20', ['guideline'])],
    );
    expect(refusals).toMatchObject(
      short ? [{ code: 'windowTooShort', facts: { earliestClose: '2026-03-03', minDays: 30 } }] : [],
    );
  });

  test('scenario 2, DDL-01: an official admits a short window with a reason, and it is recorded who', () => {
    const { state, refusals } = play(
      kumamoto,
      ['2026-01-20T09:00', draft('2026-02-01', '2026-03-02')],
      ['2026-01-20T09:00', { do: 'admitShortWindow', reason: ' ' }],
      ['2026-01-20T09:00', { do: 'admitShortWindow', reason: '閉庁日の都合' }],
      ['2026-01-20T09:00', guideline],
      ['2026-01-20T09:00', publish('2026-01-20', ['guideline'])],
    );
    expect(refusals).toMatchObject([{ code: 'callReasonMissing' }]);
    expect(state).toMatchObject({
      stage: 'published',
      windowOverride: { reason: '閉庁日の都合', by: 'centralDesk:1' },
    });
  });

  test('DDL-01: a revised window has to be admitted anew', () => {
    const { refusals } = play(
      kumamoto,
      ['2026-01-20T09:00', draft('2026-02-01', '2026-03-02')],
      ['2026-01-20T09:00', { do: 'admitShortWindow', reason: '都合' }],
      ['2026-01-20T09:00', { do: 'reviseCall', title: null, opensOn: null, closesOn: '2026-02-20', entries: null }],
      ['2026-01-20T09:00', guideline],
      ['2026-01-20T09:00', publish('2026-01-20', ['guideline'])],
    );
    expect(refusals).toMatchObject([{ code: 'windowTooShort' }]);
  });

  test('scenario 5, STP-04: Aomori does not open without its outlines before the opening day, and names them', () => {
    const { refusals } = play(
      aomori,
      ['2026-01-20T09:00', draft('2026-02-01', '2026-03-10')],
      ['2026-01-20T09:00', guideline],
      ['2026-01-20T09:00', publish('2026-01-20', ['guideline', 'period', 'fileList'])],
      ['2026-02-01T09:00', { do: 'openCall' }],
    );
    expect(refusals).toMatchObject([{ code: 'notPublishedInTime', facts: { items: ['fileOutlines'] } }]);
  });

  test.each([
    ['2026-02-01', false],
    ['2026-01-31', true],
  ])(
    'scenario 101, PUB-3: Aomori, its three items posted on %s for an opening on 2026-02-01, opens: %s',
    (on, opens) => {
      const { state } = play(
        aomori,
        ['2026-01-20T09:00', draft('2026-02-01', '2026-03-10')],
        ['2026-01-20T09:00', guideline],
        ['2026-01-20T09:00', publish('2026-01-20', ['guideline'])],
        ['2026-01-31T09:00', publish(on, ['period', 'fileList', 'fileOutlines'])],
        ['2026-02-01T09:00', { do: 'openCall' }],
      );
      expect(state?.stage).toBe(opens ? 'open' : 'published');
    },
  );

  test('scenario 6, 法111条: an unflagged file cannot be called for, and is named', () => {
    expect(
      play(kumamoto, ['2025-12-15T09:00', draft('2025-12-19', '2026-01-20', ['flagged', 'unflagged'])]).refusals,
    ).toMatchObject([{ code: 'fileNotFlagged', basis: '法111条', facts: { fileName: '募集しないファイル' } }]);
  });

  test('1b-2: Yokohama has no arrival rule, so its window does not open and the setting is named', () => {
    const { refusals } = play(
      rulesOf('yokohama'),
      ['2026-01-20T09:00', draft('2026-02-01', '2026-03-10')],
      ['2026-01-20T09:00', guideline],
      ['2026-01-20T09:00', publish('2026-01-20', ['guideline'])],
    );
    expect(refusals).toMatchObject([{ code: 'settingMissing' }]);
  });

  test('DDL-14: the close keeps the persons of each file, and another number needs a reason', () => {
    const replace = (reason: string): CallCommand => ({
      do: 'replaceSnapshot',
      entry: 'flagged',
      ...persons,
      uniquePersons: 4700,
      reason,
    });
    const { state, refusals } = play(
      kumamoto,
      ...whole,
      ['2026-01-20T23:59', { do: 'closeCall' }],
      ['2026-01-21T00:00', { do: 'closeCall' }],
      ['2026-01-21T09:00', replace('')],
      ['2026-01-21T09:00', replace('二重計上の訂正')],
    );
    expect(refusals).toMatchObject([{ code: 'closingNotReached' }, { code: 'callReasonMissing' }]);
    expect(state).toMatchObject({
      stage: 'closed',
      snapshot: [{ persons: { uniquePersons: 4700 }, reason: '二重計上の訂正' }],
    });
  });

  test('SEC-15: every version of the guideline is kept, the newest is in force', () => {
    const { state } = play(kumamoto, ...whole, [
      '2025-12-22T09:00',
      { do: 'setGuideline', version: '第2版', file: null },
    ]);
    expect(state?.guidelines.map(({ version }) => version)).toEqual(['第1版', '第2版']);
  });
});

const anyTimed = fc.tuple(
  fc.constantFrom('2026-01-20T09:00', '2026-02-01T00:00', '2026-02-01T09:00', '2026-03-11T00:00'),
  fc.constantFrom<CallCommand>(
    draft('2026-02-01', '2026-03-10'),
    draft('2026-02-01', '2026-02-10'),
    { do: 'reviseCall', title: null, opensOn: null, closesOn: '2026-03-10', entries: null },
    { do: 'admitShortWindow', reason: '都合' },
    guideline,
    publish('2026-01-20', ['guideline']),
    publish('2026-02-01', ['guideline', 'fileList']),
    { do: 'openCall' },
    { do: 'closeCall' },
    { do: 'withdrawCall', reason: '中止' },
  ),
);

test('calls, any sequence of commands: what opens was long enough or admitted, published in time, and events rebuild the state', () => {
  fc.assert(
    fc.property(fc.array(anyTimed, { maxLength: 20 }), (drawn) => {
      const { state, events } = play(kumamoto, ...drawn.toSorted(([one], [other]) => (one < other ? -1 : 1)));
      expect(rebuild(evolve, events)).toEqual(state);
      if (!state || (state.stage !== 'open' && state.stage !== 'closed')) return;
      expect(state.closesOn === '2026-03-10' || state.windowOverride !== null).toBe(true);
      expect(state.guidelines.length).toBeGreaterThan(0);
      expect(state.publications.some(({ item, on }) => item === 'guideline' && on <= state.opensOn)).toBe(true);
      if (state.stage === 'closed') expect(state.snapshot.map(({ entry }) => entry)).toEqual(['flagged']);
    }),
    { seed: 20260120, numRuns: 1000 },
  );
});
