import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play as playOn } from '../../../test/support/play.ts';
import { circumstances, rulesOf } from '../../../test/support/shippedRules.ts';
import { rebuild } from '../aggregate.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { call } from './call.ts';
import { callAlarms } from './callAlarms.ts';
import type { CallCommand } from './commands.ts';
import { type CallState, guidelineOn } from './state.ts';

const kumamoto = rulesOf('kumamoto');
const aomori: RuleSet = {
  ...rulesOf('aomori-police'),
  intake: { ...rulesOf('aomori-police').intake, arrivalRule: { value: 'arrival', text: '設定', source: '設計' } },
};
const persons = { uniquePersons: 4800, cumulativePersons: 5000, countedOn: '2026-01-10' };
const hokkaido: RuleSet = {
  ...rulesOf('hokkaido-university'),
  intake: { ...kumamoto.intake },
};
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

  test('STP-03, PUB-2: nothing opens on a day before the opening day', () => {
    const { state, refusals } = play(
      kumamoto,
      ...whole.slice(0, 2),
      ['2025-12-18T09:00', publish('2025-12-18', ['guideline'])],
      ['2025-12-18T23:59', { do: 'openCall' }],
    );
    expect(state?.stage).toBe('published');
    expect(refusals).toMatchObject([{ code: 'openingNotReached', facts: { opensOn: '2025-12-19' } }]);
  });

  test('scenario 5, STP-04, FRM-05: Aomori does not open without its outlines before the opening day, and names them', () => {
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
    'scenario 101, PUB-3, FRM-06: Aomori, its three items posted on %s for an opening on 2026-02-01, opens: %s',
    (on, opens) => {
      const { state } = play(
        aomori,
        ['2026-01-20T09:00', draft('2026-02-01', '2026-03-10')],
        ['2026-01-20T09:00', guideline],
        ['2026-01-20T09:00', publish('2026-01-20', ['guideline'])],
        [`${on}T08:00`, publish(on, ['period', 'fileList', 'fileOutlines'])],
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

  test('scenario 14, DDL-14: the close keeps the persons of each file, and another number needs a reason', () => {
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

  test('PUB-2, PUB-3: what is published is kept with its day and its place, which the rules name where nobody types it', () => {
    const prepared: Timed[] = [
      ['2026-01-20T09:00', draft('2026-02-01', '2026-03-10')],
      ['2026-01-20T09:00', guideline],
      ['2026-01-20T09:00', publish('2026-01-20', ['guideline'])],
      [
        '2026-01-21T09:00',
        { ...publish('2026-01-21', ['fileList']), place: '県警ホームページ 募集の頁' } as CallCommand,
      ],
    ];
    expect(play(aomori, ...prepared).state?.publications).toEqual([
      { item: 'guideline', on: '2026-01-20', place: '県警ホームページ' },
      { item: 'fileList', on: '2026-01-21', place: '県警ホームページ 募集の頁' },
    ]);
    expect(
      play(kumamoto, ...prepared.slice(0, 2), ['2026-01-20T09:00', publish('2026-01-20', ['fileList'])]).refusals,
    ).toMatchObject([{ code: 'publicationPlaceMissing', facts: { items: ['fileList'] } }]);
    expect(
      play(aomori, ...prepared.slice(0, 2), ['2026-01-20T09:00', publish('2026-01-21', ['guideline'])]).refusals,
    ).toMatchObject([{ code: 'publishedInFuture' }]);
  });

  test.each([
    ['2026-02-01', ['guideline']],
    ['2026-01-31', []],
  ])(
    'PUB-2: Hokkaido University, published on %s for an opening on 2026-02-01, opens and warns of %j',
    (on, warnings) => {
      const { state, events } = play(
        hokkaido,
        ['2026-01-20T09:00', draft('2026-02-01', '2026-03-10')],
        ['2026-01-20T09:00', guideline],
        [`${on}T08:00`, publish(on, ['guideline'])],
        ['2026-02-01T09:00', { do: 'openCall' }],
      );
      expect(state?.stage).toBe('open');
      expect(events.at(-1)).toEqual({ type: 'callOpened', data: { warnings } });
    },
  );

  test('PUB-8: Yokohama offers six blank forms, Kumamoto the form and its attachments', () => {
    const blank = (organ: string) => rulesOf(organ).publication.blankForms?.value;
    expect(blank('yokohama')).toEqual([
      'proposal',
      'createdProposal',
      'pledge',
      'usefulness',
      'powerOfAttorney',
      'changeNotice',
    ]);
    expect(blank('kumamoto')).toEqual(['proposal', 'pledge', 'usefulness', 'powerOfAttorney']);
  });

  test('scenario 7, EXC-2: Aomori solicits five files of the same kind as one unit, another organ has no such rule', () => {
    const files = ['甲', '乙', '丙', '丁', '戊'].map((name) => `flagged-${name}`);
    const five = Object.fromEntries(files.map((id) => [id, entries.flagged]));
    const grouped = (groups: readonly { name: string; entries: readonly string[] }[]): CallCommand => ({
      ...(draft('2026-02-01', '2026-03-10', files) as Extract<CallCommand, { do: 'draftCall' }>),
      groups,
    });
    const known = (now: string) => ({ ...circumstances(now), entries: five });
    const decided = (rules: RuleSet, ...commands: Timed[]) =>
      playOn(
        call,
        rules,
        commands.map(([now, command]) => [command, known(now)] as const),
      );
    const unit = grouped([{ name: '遺失物台帳（架空）', entries: files }]);
    expect(decided(kumamoto, ['2026-01-20T09:00', unit]).refusals).toMatchObject([{ code: 'groupingNotProvided' }]);
    const wrong = [
      [{ name: '一つだけ', entries: files.slice(0, 1) }],
      [
        { name: '二重', entries: files.slice(0, 3) },
        { name: '別', entries: files.slice(2) },
      ],
      [{ name: '対象外', entries: [...files, 'unflagged'] }],
    ];
    for (const groups of wrong)
      expect(decided(aomori, ['2026-01-20T09:00', grouped(groups)]).refusals).toMatchObject([
        { code: 'groupContradictory', basis: '第４(3)' },
      ]);
    const { state } = decided(
      aomori,
      ['2026-01-20T09:00', unit],
      ['2026-01-20T09:00', guideline],
      ['2026-01-31T09:00', publish('2026-01-31', ['guideline', 'period', 'fileList', 'fileOutlines'])],
      ['2026-02-01T09:00', { do: 'openCall' }],
      ['2026-03-11T00:00', { do: 'closeCall' }],
      [
        '2026-03-11T09:00',
        {
          do: 'replaceSnapshot',
          entry: '遺失物台帳（架空）',
          ...persons,
          uniquePersons: 4500,
          reason: '五所属を通じて名寄せした。',
        },
      ],
    );
    expect(state?.stage).toBe('closed');
    expect(state?.snapshot.length).toBe(6);
    expect(state?.snapshot.at(-1)).toMatchObject({ entry: '遺失物台帳（架空）', persons: { uniquePersons: 4500 } });
  });

  test('STP-03: a call is withdrawn before its opening, with a reason, and does not open any more', () => {
    const withdraw = (reason: string): CallCommand => ({ do: 'withdrawCall', reason });
    const { state, refusals } = play(
      kumamoto,
      ...whole.slice(0, 3),
      ['2025-12-19T08:30', withdraw(' ')],
      ['2025-12-19T08:30', withdraw('対象のファイルを改めるため。')],
      ['2025-12-19T08:31', { do: 'openCall' }],
    );
    expect(state).toMatchObject({ stage: 'withdrawn', withdrawal: '対象のファイルを改めるため。' });
    expect(refusals).toMatchObject([{ code: 'callReasonMissing' }, { code: 'notInStage' }]);
  });

  test('SEC-15: a proposal accepts the guideline of its own day, also when it is entered after a newer version', () => {
    const { state } = play(kumamoto, ...whole, [
      '2025-12-22T09:00',
      { do: 'setGuideline', version: '第2版', file: null },
    ]);
    const versionOn = (day: string) => state && guidelineOn(state, day)?.version;
    expect(['2025-12-14', '2025-12-15', '2025-12-21', '2025-12-22'].map(versionOn)).toEqual([
      undefined,
      '第1版',
      '第1版',
      '第2版',
    ]);
  });

  test('SEC-15: every version of the guideline is kept, the newest is in force', () => {
    const { state } = play(kumamoto, ...whole, [
      '2025-12-22T09:00',
      { do: 'setGuideline', version: '第2版', file: null },
    ]);
    expect(state?.guidelines.map(({ version }) => version)).toEqual(['第1版', '第2版']);
  });
});

describe('募集についての注意', () => {
  const opened = (opensOn: string, stage: CallState['stage'] = 'closed'): CallState => {
    const { state } = play(aomori, ['2024-01-01T09:00', draft(opensOn, '2027-03-31')]);
    if (!state) throw new Error('not drafted');
    return { ...state, stage, publications: [] };
  };
  const kinds = (rules: RuleSet, calls: readonly CallState[], today: string) =>
    callAlarms(rules, calls, today).map((alarm) =>
      alarm.kind === 'tooFewCalls' ? `${alarm.fiscalYear} ${alarm.over ? 'over' : 'running'}` : alarm.kind,
    );

  test('scenario 4, DDL-02: Aomori without an opening day in the 年度 is told so, Ichikawa never', () => {
    expect(kinds(aomori, [], '2026-03-31')).toEqual(['2025 running']);
    expect(kinds(aomori, [], '2026-04-01')).toEqual(['2025 over', '2026 running']);
    expect(callAlarms(aomori, [], '2026-03-31')).toMatchObject([
      { fiscalYear: 2025, opened: 0, wanted: 1, lastOpening: '2026-03-31', basis: '第４(1)' },
    ]);
    expect(kinds(rulesOf('ichikawa'), [], '2026-04-01')).toEqual([]);
    expect(kinds(kumamoto, [], '2026-04-01')).toEqual(['frequencyUnset']);
  });

  test('DDL-02, 1c-27: the opening day counts, a prepared window keeps its 年度 quiet until that day is past', () => {
    expect(kinds(aomori, [opened('2026-03-31')], '2026-04-01')).toEqual(['2026 running']);
    expect(kinds(aomori, [opened('2026-04-01')], '2026-04-01')).toEqual(['2025 over']);
    expect(kinds(aomori, [opened('2026-03-31', 'withdrawn')], '2026-04-01')).toEqual(['2025 over', '2026 running']);
    const coming = opened('2026-02-01', 'published');
    expect(kinds(aomori, [coming], '2026-02-01').filter((kind) => kind !== 'notPublished')).toEqual([]);
    expect(kinds(aomori, [coming], '2026-02-02').filter((kind) => kind !== 'notPublished')).toEqual(['2025 running']);
  });

  test('PUB-3, STP-04: what still has to be published before the opening day is named beforehand', () => {
    const coming = opened('2026-02-01', 'draft');
    expect(callAlarms(aomori, [coming], '2026-01-31')).toMatchObject([
      { kind: 'notPublished', items: ['guideline', 'period', 'fileList', 'fileOutlines'], over: false },
    ]);
    expect(callAlarms(aomori, [coming], '2026-02-01')).toMatchObject([{ kind: 'notPublished', over: true }]);
  });

  test('DDL-02, any calls: an ended 年度 is quiet exactly when one of its opening days was kept', () => {
    const anyCall = fc.tuple(
      fc.constantFrom('2025-03-31', '2025-04-01', '2025-12-19', '2026-03-31', '2026-04-01'),
      fc.constantFrom<CallState['stage']>('draft', 'published', 'open', 'closed', 'withdrawn'),
    );
    fc.assert(
      fc.property(fc.array(anyCall, { maxLength: 6 }), (drawn) => {
        const told = kinds(
          aomori,
          drawn.map(([opensOn, stage]) => opened(opensOn, stage)),
          '2026-04-02',
        ).includes('2025 over');
        const kept = drawn.some(
          ([opensOn, stage]) => '2025-04-01' <= opensOn && opensOn <= '2026-03-31' && /open|closed/.test(stage),
        );
        expect(told).toBe(!kept);
      }),
      { seed: 20260402, numRuns: 300 },
    );
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
      expect(rebuild(call.evolve, events)).toEqual(state);
      if (!state || (state.stage !== 'open' && state.stage !== 'closed')) return;
      expect(state.closesOn === '2026-03-10' || state.windowOverride !== null).toBe(true);
      expect(state.guidelines.length).toBeGreaterThan(0);
      expect(state.publications.some(({ item, on }) => item === 'guideline' && on <= state.opensOn)).toBe(true);
      if (state.stage === 'closed') expect(state.snapshot.map(({ entry }) => entry)).toEqual(['flagged']);
    }),
    { seed: 20260120, numRuns: 1000 },
  );
});
