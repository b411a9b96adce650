import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ichikawaFee, newFee, sharedFee } from '../../../test/twin/fees.ts';
import { isClosed } from '../../../test/twin/holidayLaw.ts';
import {
  earliestWithinMonths,
  freeAfterYears,
  lastDayOfMonths,
  openDayFrom,
  shift,
  stepsBetween,
} from '../../../test/twin/periods.ts';
import { ask, organs, outputOf, shipped } from '../../../test/twin/shippedRules.ts';
import { ruleSetOn } from '../../core/organ/organProfile.ts';
import { answerLine, rules } from './answerLine.ts';

const seeded = { seed: 20_260_120, numRuns: 1500 };
const dayBetween = (from: string, through: string) =>
  fc.integer({ min: 0, max: stepsBetween(from, through) }).map((days) => shift(from, days));
const minutes = fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 8 });
const outsourcing = fc.option(fc.integer({ min: 0, max: 5_000_000 }));
const byEffort = ['yokohama', 'aomori-police', 'hokkaido-university'] as const;
const others = (organ: string) => organs.filter((one) => one !== organ);

const total = (organ: string, input: unknown): unknown => {
  const answer = ask(organ, 'fee', input);
  if (!answer.ok) return answer.error.code;
  const lines = answer.output.lines as readonly { label: string; yen: number }[];
  expect(lines.reduce((sum, { yen }) => sum + yen, 0)).toBe(answer.output.total);
  return answer.output.total;
};
const hours = (...tenths: number[]) => tenths.map((one) => one * 6);

describe('solicitationWindow', () => {
  test.each([
    ['scenario 1: Kumamoto 32 days without the first', 'kumamoto', '2025-12-19', '2026-01-20', true, '2026-01-18'],
    ['scenario 2: 30 days with the first are 29', 'aomori-police', '2026-02-01', '2026-03-02', false, '2026-03-03'],
    ['scenario 3: just enough', 'aomori-police', '2026-02-01', '2026-03-03', true, '2026-03-03'],
  ])('DDL-01, %s', (_, organ, opensOn, closesOn, admitted, earliestClose) => {
    expect(outputOf(organ, 'solicitationWindow', { opensOn, closesOn })).toEqual({ admitted, earliestClose });
  });

  test('DDL-01: thirty steps from the opening day, for every organ but Ichikawa', () => {
    fc.assert(
      fc.property(dayBetween('2015-01-01', '2040-12-31'), fc.integer({ min: 0, max: 70 }), (opensOn, length) => {
        const closesOn = shift(opensOn, length);
        const expected = { admitted: stepsBetween(opensOn, closesOn) >= 30, earliestClose: shift(opensOn, 30) };
        for (const organ of others('ichikawa'))
          expect(outputOf(organ, 'solicitationWindow', { opensOn, closesOn })).toEqual(expected);
        expect(outputOf('ichikawa', 'solicitationWindow', { opensOn, closesOn })).toBe('notConfigured');
      }),
      { ...seeded, numRuns: 400 },
    );
  });

  test('a window that ends before it begins is bad input that names closesOn', () => {
    const answer = ask('kumamoto', 'solicitationWindow', { opensOn: '2026-02-02', closesOn: '2026-02-01' });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'badInput', message: expect.stringContaining('closesOn') },
    });
  });
});

describe('contractApplicationDeadline', () => {
  test.each([
    ['60', '2026-01-30', '2026-02-28', '2026-03-02'],
    ['61', '2026-01-31', '2026-02-28', '2026-03-02'],
    ['62', '2026-01-15', '2026-02-15', '2026-02-16'],
    ['62', '2026-01-27', '2026-02-27', '2026-02-27'],
    ['63', '2026-02-28', '2026-03-31', '2026-03-31'],
    ['64', '2025-12-01', '2026-01-01', '2026-01-05'],
    ['64', '2024-01-30', '2024-02-29', '2024-02-29'],
    ['107', '2026-04-02', '2026-05-02', '2026-05-07'],
    ['107', '2026-08-19', '2026-09-19', '2026-09-24'],
    ['107', '2025-12-11', '2026-01-11', '2026-01-13'],
  ])('DDL-04, DDL-05, scenario %s: a notice of %s', (_, noticeDate, statutory, deadline) => {
    const output = outputOf('aomori-police', 'contractApplicationDeadline', { noticeDate });
    expect(output).toEqual({ statutory, deadline });
  });

  test('DDL-04: any notice from 2019 to 2030 agrees with walking the calendar and the holiday law', () => {
    fc.assert(
      fc.property(dayBetween('2019-01-01', '2030-11-20'), (noticeDate) => {
        const statutory = lastDayOfMonths(shift(noticeDate, 1), 1);
        const output = outputOf('aomori-police', 'contractApplicationDeadline', { noticeDate });
        expect(output).toEqual({ statutory, deadline: openDayFrom(statutory) });
      }),
      seeded,
    );
  });

  test('1c-12: the other organs leave it open', () => {
    for (const organ of others('aomori-police'))
      expect(outputOf(organ, 'contractApplicationDeadline', { noticeDate: '2026-01-30' })).toBe('notConfigured');
  });

  test('beyond the data of the closed days the answer is refused, naming the member and the data', () => {
    const answer = ask('aomori-police', 'contractApplicationDeadline', { noticeDate: '2050-12-15' });
    expect(answer).toMatchObject({
      error: { code: 'badInput', message: expect.stringMatching(/noticeDate.*2050-12-31/) },
    });
  });

  test('each closed day that was passed over is in the derivation', () => {
    const answer = ask('aomori-police', 'contractApplicationDeadline', { noticeDate: '2026-08-19' });
    expect(answer.ok && answer.derivation).toEqual([
      '令和8年（2026年）8月19日（水）の翌日令和8年（2026年）8月20日（木）を起算日とする（民法140条、初日不算入）',
      '1か月の期間は令和8年（2026年）9月19日（土）に満了する（民法143条、応当日は令和8年（2026年）9月20日（日））',
      '令和8年（2026年）9月19日（土）は閉庁日（土曜日）',
      '令和8年（2026年）9月20日（日）は閉庁日（日曜日）',
      '令和8年（2026年）9月21日（月）は閉庁日（敬老の日）',
      '令和8年（2026年）9月22日（火）は閉庁日（休日）',
      '令和8年（2026年）9月23日（水）は閉庁日（秋分の日）',
      '令和8年（2026年）9月24日（木）は開庁日',
    ]);
  });
});

describe('bar', () => {
  test.each([
    ['26', '2024-04-01', '2026-03-31', '2026-04-01'],
    ['27', '2024-02-29', '2026-02-28', '2026-03-01'],
    ['28', '2024-03-01', '2026-02-28', '2026-03-01'],
    ['29', '2025-01-10', '2027-01-09', '2027-01-10'],
    ['30', '2024-06-10', '2026-06-09', '2026-06-10'],
    ['88', '2026-05-10', '2028-05-09', '2028-05-10'],
  ])('DDL-06, CAN-6, scenario %s: from %s', (_, from, barredThrough, freeFrom) => {
    for (const organ of organs) expect(outputOf(organ, 'bar', { from })).toEqual({ barredThrough, freeFrom });
  });

  test('DDL-06: two years by comparing year, month and date', () => {
    fc.assert(
      fc.property(dayBetween('1990-01-01', '2060-12-31'), fc.constantFrom(...organs), (from, organ) => {
        const freeFrom = freeAfterYears(from, 2);
        expect(outputOf(organ, 'bar', { from })).toEqual({ barredThrough: shift(freeFrom, -1), freeFrom });
      }),
      seeded,
    );
  });
});

describe('certificate', () => {
  test.each([
    ['2026-01-20', '2025-07-20'],
    ['2025-08-31', '2025-02-28'],
    ['2025-08-28', '2025-02-28'],
    ['2026-03-31', '2025-09-30'],
  ])('DDL-07, scenario 20: a proposal of %s', (proposalDate, earliestIssue) => {
    for (const organ of ['aomori-police', 'hokkaido-university', 'kumamoto'])
      expect(outputOf(organ, 'certificate', { proposalDate })).toEqual({ earliestIssue });
    for (const organ of ['yokohama', 'ichikawa'])
      expect(outputOf(organ, 'certificate', { proposalDate })).toBe('notConfigured');
  });

  test('DDL-07: six months back by walking', () => {
    fc.assert(
      fc.property(dayBetween('2000-01-01', '2060-12-31'), (proposalDate) => {
        const earliestIssue = earliestWithinMonths(proposalDate, 6);
        expect(outputOf('kumamoto', 'certificate', { proposalDate })).toEqual({ earliestIssue });
      }),
      seeded,
    );
  });
});

describe('minor', () => {
  test.each([
    ['kumamoto', '2008-01-22', '2026-01-21', true],
    ['kumamoto', '2008-01-21', '2026-01-21', false],
    ['kumamoto', '2008-02-29', '2026-02-28', true],
    ['kumamoto', '2008-02-29', '2026-03-01', false],
    ['ichikawa', '1999-07-02', '2019-07-01', true],
    ['ichikawa', '1999-07-01', '2019-07-01', false],
    ['yokohama', '2003-04-01', '2022-03-31', true],
    ['yokohama', '2003-04-01', '2022-04-01', false],
  ])('DDL-16, scenario 32: %s, born %s, on %s', (organ, birthDate, on, minor) => {
    expect(outputOf(organ, 'minor', { birthDate, on })).toEqual({ minor });
  });

  test('DDL-16: 20 years before 2022-04-01 and 18 since, by comparing dates', () => {
    const near = fc.tuple(dayBetween('1995-01-01', '2012-12-31'), fc.integer({ min: 17 * 365, max: 21 * 366 }));
    fc.assert(
      fc.property(near, fc.constantFrom(...organs), ([birthDate, days], organ) => {
        const on = shift(birthDate, days);
        const years = on < '2022-04-01' ? 20 : 18;
        const minor = `${Number(on.slice(0, 4)) - years}${on.slice(4)}` < birthDate;
        expect(outputOf(organ, 'minor', { birthDate, on })).toEqual({ minor });
      }),
      seeded,
    );
  });
});

describe('counter', () => {
  test.each([
    ['9', '2025-12-30T10:00', false],
    ['9', '2025-12-26T16:59', true],
    ['9', '2025-12-26T17:01', false],
    ['9', '2025-12-27T10:00', false],
    ['103', '2026-01-12T10:00', false],
    ['103', '2026-01-13T09:00', true],
    ['103', '2026-01-13T08:59', false],
    ['103', '2026-01-20T17:00', true],
    ['103', '2026-01-20T17:01', false],
    ['103', '2026-01-05T09:00', true],
    ['103', '2026-01-02T10:00', false],
  ])('DDL-03, scenario %s: %s', (_, at, open) => {
    expect(outputOf('kumamoto', 'counter', { at })).toEqual({ open });
    for (const organ of others('kumamoto')) expect(outputOf(organ, 'counter', { at })).toBe('notConfigured');
  });

  test('DDL-03, scenario 103: the window of 2025-12-19 to 2026-01-20 has 17 counter days', () => {
    const days = Array.from({ length: 33 }, (_, index) => shift('2025-12-19', index));
    const open = days
      .filter((day) => ask('kumamoto', 'counter', { at: `${day}T12:00` }).ok)
      .filter((day) => JSON.stringify(outputOf('kumamoto', 'counter', { at: `${day}T12:00` })) === '{"open":true}');
    expect(open).toHaveLength(17);
  });

  test('DDL-03: any minute from 2019 to 2030 agrees with the holiday law', () => {
    fc.assert(
      fc.property(dayBetween('2019-01-01', '2030-12-31'), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const open = !isClosed(day) && minute >= 540 && minute <= 1020;
        expect(outputOf('kumamoto', 'counter', { at: `${day}T${time}` })).toEqual({ open });
      }),
      seeded,
    );
  });
});

describe('personCount', () => {
  test.each([
    ['11', 999, 5000, false],
    ['12', 1000, 5000, true],
    ['12', 5000, 5000, true],
    ['12', 5001, 5000, false],
    ['13', 1000, 950, false],
    ['14', 5000, 4800, false],
    ['98', 2000, 8000, true],
  ])('CRI-2, scenario %s: %i of %i', (_, requested, filePersons, conforming) => {
    for (const organ of others('ichikawa'))
      expect(outputOf(organ, 'personCount', { requested, filePersons })).toEqual({ conforming });
    expect(outputOf('ichikawa', 'personCount', { requested, filePersons })).toBe('notConfigured');
  });
});

describe('fee', () => {
  test.each([
    ['44: 12.2 hours', hours(122), null, 72_350],
    ['45: exactly 12 hours', hours(120), null, 68_400],
    ['45: 6 minutes', hours(1), null, 24_950],
    ['46: 3.2 + 4.9 + 4.9 hours are 13 exactly', hours(32, 49, 49), null, 72_350],
    ['47: outsourced', hours(35), 330_000, 366_800],
  ])('FEE-01, FEE-02, scenario %s', (_, effortMinutes, outsourcingYen, expected) => {
    for (const organ of byEffort) expect(total(organ, { kind: 'new', effortMinutes, outsourcingYen })).toBe(expected);
  });

  test('FEE-01, scenario 45: 8 hours and one minute are 9', () => {
    expect(total('aomori-police', { kind: 'new', effortMinutes: [481] })).toBe(56_550);
    expect(total('aomori-police', { kind: 'new', effortMinutes: [480] })).toBe(52_600);
  });

  test('FEE-02: each part is not rounded for itself, and no part is lost', () => {
    expect(total('hokkaido-university', { kind: 'new', effortMinutes: [30, 30, 30] })).toBe(21_000 + 2 * 3950);
    expect(total('yokohama', { kind: 'new', effortMinutes: [] })).toBe(21_000);
  });

  test('FEE-01, FEE-02: any effort agrees with taking away hours one by one', () => {
    fc.assert(
      fc.property(minutes, outsourcing, fc.constantFrom(...byEffort), (effortMinutes, outsourcingYen, organ) => {
        const expected = Number(newFee(effortMinutes, outsourcingYen));
        expect(total(organ, { kind: 'new', effortMinutes, outsourcingYen })).toBe(expected);
      }),
      seeded,
    );
  });

  test.each([
    ['48: outsourced, 5,000 persons', 330_000, 5000, 26_000],
    ['48: not outsourced', null, 5000, 21_000],
    ['48: 7,500 cumulative', 0, 7500, 28_500],
  ])('FEE-05, scenario %s', (_, outsourcingYen, cumulativePersons, expected) => {
    expect(total('ichikawa', { kind: 'new', effortMinutes: 'ignored', outsourcingYen, cumulativePersons })).toBe(
      expected,
    );
  });

  test('FEE-05: any Ichikawa fee, whatever the effort', () => {
    fc.assert(
      fc.property(
        outsourcing,
        fc.integer({ min: 0, max: 2_000_000 }),
        minutes,
        (outsourcingYen, cumulativePersons, effortMinutes) => {
          const input = { kind: 'new', effortMinutes, outsourcingYen, cumulativePersons };
          expect(total('ichikawa', input)).toBe(Number(ichikawaFee(outsourcingYen, cumulativePersons)));
        },
      ),
      seeded,
    );
    const answer = ask('ichikawa', 'fee', { kind: 'new', outsourcingYen: 0 });
    expect(answer).toMatchObject({
      error: { code: 'badInput', message: expect.stringContaining('cumulativePersons') },
    });
  });

  test.each([
    ['49', 'ichikawa', 26_000, 21_000],
    ['50', 'aomori-police', 72_350, 12_600],
    ['50', 'hokkaido-university', 72_350, 12_600],
    ['50', 'yokohama', 72_350, 12_600],
  ])('FEE-06, FEE-07, scenario %s: %s, created data', (_, organ, firstContractorFee, holder) => {
    expect(total(organ, { kind: 'createdByOther', firstContractorFee })).toBe(firstContractorFee);
    expect(total(organ, { kind: 'createdByHolder' })).toBe(holder);
    expect(ask(organ, 'fee', { kind: 'createdByOther' })).toMatchObject({
      error: { code: 'badInput', message: expect.stringContaining('firstContractorFee') },
    });
  });

  test('FEE-07, scenario 102: in Yokohama only the maker of the new proposal has the flat amount', () => {
    const holders = shipped.profiles.map((profile) => [
      profile.organ,
      ruleSetOn(profile, null)?.fee.createdByHolder?.value.holder ?? null,
    ]);
    expect(Object.fromEntries(holders)).toEqual({
      yokohama: 'newProposer',
      ichikawa: 'anyHolder',
      'aomori-police': 'anyHolder',
      'hokkaido-university': 'anyHolder',
      kumamoto: null,
    });
    expect(total('yokohama', { kind: 'createdByOther', firstContractorFee: 72_350 })).toBe(72_350);
  });

  test.each([
    ['51: two', hours(122), null, 2, 46_675],
    ['52: three', hours(122), null, 3, 38_116],
    ['53: two, outsourced', hours(35), 330_001, 2, 193_900],
    ['54: alone', hours(122), null, 1, 72_350],
  ])('FEE-08, scenario %s', (_, effortMinutes, outsourcingYen, identicalProposals, expected) => {
    const input = { kind: 'new', effortMinutes, outsourcingYen, identicalProposals };
    expect(total('aomori-police', input)).toBe(expected);
    if (identicalProposals > 1)
      for (const organ of others('aomori-police')) expect(total(organ, input)).toBe('notConfigured');
  });

  test('FEE-08: the parts never exceed the cost, and lose less than a yen each', () => {
    fc.assert(
      fc.property(minutes, outsourcing, fc.integer({ min: 2, max: 9 }), (effortMinutes, outsourcingYen, parties) => {
        const input = { kind: 'new', effortMinutes, outsourcingYen, identicalProposals: parties };
        expect(total('aomori-police', input)).toBe(Number(sharedFee(effortMinutes, outsourcingYen, parties)));
      }),
      seeded,
    );
  });

  test('scenario 58: Kumamoto has no formula', () => {
    for (const kind of ['new', 'createdByOther', 'createdByHolder'])
      expect(total('kumamoto', { kind, effortMinutes: [60], firstContractorFee: 1 })).toBe('notConfigured');
  });
});

describe('a line', () => {
  test('DDL-15, scenario 97: asOf names the day whose rule set answers, else the newest does', () => {
    const deadline = (asOf?: string) =>
      outputOf('aomori-police', 'contractApplicationDeadline', { noticeDate: '2024-01-30' }, asOf ? { asOf } : {});
    expect(deadline('2025-05-31')).toBe('notConfigured');
    expect(deadline('2025-06-01')).toEqual({ statutory: '2024-02-29', deadline: '2024-02-29' });
    expect(deadline()).toEqual({ statutory: '2024-02-29', deadline: '2024-02-29' });
    const bar = (organ: string, asOf: string) => outputOf(organ, 'bar', { from: '2020-01-01' }, { asOf });
    expect(bar('ichikawa', '2019-06-30')).toBe('notConfigured');
    expect(bar('hokkaido-university', '2023-03-31')).toBe('notConfigured');
    expect([bar('ichikawa', '2019-07-01'), bar('yokohama', '1900-01-01'), bar('kumamoto', '2999-12-31')]).toEqual(
      Array(3).fill({ barredThrough: '2021-12-31', freeFrom: '2022-01-01' }),
    );
  });

  test.each([
    ['organ', { organ: 'kobe' }],
    ['organ', { organ: '__proto__' }],
    ['rule', { rule: 'constructor' }],
    ['rule', { rule: null }],
    ['asOf', { asOf: '2026-02-30' }],
    ['input', { input: null }],
    ['input', { input: [] }],
    ['from', { input: {} }],
    ['from', { input: { from: '2026-02-30' } }],
    ['from', { input: { from: 20_260_101 } }],
    ['from', { input: { from: null } }],
    ['form', { input: { from: '2026-01-01', form: 1 } }],
    ['id', { id: undefined }],
    ['id', { id: { a: 1 } }],
    ['id', { id: 2 ** 53 }],
  ])('bad input names the member: %s', (member, change) => {
    const answer = ask('kumamoto', 'bar', { from: '2026-01-01' }, change);
    expect(answer).toMatchObject({ ok: false, error: { code: 'badInput', message: expect.stringContaining(member) } });
  });

  test.each([
    ['a text', '{"kind":"new","effortMinutes":["60"]}'],
    ['a negative', '{"kind":"new","effortMinutes":[-1]}'],
    ['a fraction', '{"kind":"new","effortMinutes":[0.5]}'],
    ['an endless', '{"kind":"new","effortMinutes":[1e999]}'],
    ['too much together', '{"kind":"new","effortMinutes":[1000000000,1]}'],
    ['no list', '{"kind":"new","effortMinutes":60}'],
  ])('effortMinutes: %s is refused by name', (_, input) => {
    const answer = answerLine(`{"id":1,"organ":"aomori-police","rule":"fee","input":${input}}`, 1, shipped);
    expect(answer).toMatchObject({ error: { code: 'badInput', message: expect.stringContaining('effortMinutes') } });
  });

  test('never throws and always answers with the id, whatever the JSON', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...organs),
        fc.constantFrom(...Object.keys(rules)),
        fc.json(),
        (organ, rule, json) => {
          const members = rules[rule as keyof typeof rules].members;
          const input = Object.fromEntries(members.map((member) => [member, JSON.parse(json)]));
          expect(ask(organ, rule, input).id).toBe('test');
          expect(ask(organ, rule, JSON.parse(json)).ok).toBe(false);
        },
      ),
      seeded,
    );
  });
});

test('the table of who answers what, with its source', async () => {
  const inputs: Record<keyof typeof rules, Record<string, unknown>> = {
    solicitationWindow: { opensOn: '2026-02-01', closesOn: '2026-03-03' },
    contractApplicationDeadline: { noticeDate: '2026-01-30' },
    bar: { from: '2024-04-01' },
    certificate: { proposalDate: '2026-01-20' },
    minor: { birthDate: '2008-01-22', on: '2026-01-21' },
    counter: { at: '2026-01-13T09:00' },
    personCount: { requested: 1000, filePersons: 5000 },
    fee: { kind: 'new', effortMinutes: [732], outsourcingYen: null },
  };
  const cell = (organ: string, rule: string, input: unknown): string => {
    const answer = ask(organ, rule, input);
    if (!answer.ok) return answer.error.code === 'notConfigured' ? '定めなし' : `誤り: ${answer.error.message}`;
    const { text, source, law } = answer.citation;
    const result = Object.entries(answer.output).filter(([name]) => name !== 'lines');
    return `${result.map(([name, value]) => `${name} ${value}`).join('、')}（${source}: ${text}${law && law !== text ? `、${law}` : ''}）`;
  };
  const fees = {
    'fee（作成済み、他の者）': { kind: 'createdByOther', firstContractorFee: 72_350 },
    'fee（作成済み、契約者）': { kind: 'createdByHolder' },
    'fee（同一の提案2件）': { kind: 'new', effortMinutes: [732], identicalProposals: 2 },
  };
  const rows = [
    ...Object.entries(inputs).map(([rule, input]) => ({ name: rule, rule, input })),
    ...Object.entries(fees).map(([name, input]) => ({ name, rule: 'fee', input })),
  ];
  const { version, releasedOn, from, through } = shipped.holidays;
  const lines = [
    '# どの機関がどの規則に答えるか',
    '',
    'この表は試験が作る。`tokumei rules` に表の入力を与えた答えと、その根拠（出典: 箇所）である。',
    '出典は Y・I・A・H・K が各機関の資料、法・規則が国の定め。',
    `閉庁日は土曜日、日曜日、国民の祝日と休日、年末年始。祝日の資料は ${version} 版（${releasedOn}、${from} から ${through} まで）。`,
    '',
    `| 規則 | 入力 | ${organs.join(' | ')} |`,
    `| --- | --- | ${organs.map(() => '---').join(' | ')} |`,
    ...rows.map(
      ({ name, rule, input }) =>
        `| ${name} | \`${JSON.stringify(input)}\` | ${organs.map((organ) => cell(organ, rule, input)).join(' | ')} |`,
    ),
    '',
    '## 入力の項目',
    '',
    '1行に1つの `{"id", "organ", "rule", "input"}` を書く。`asOf`（日付）を加えると、その日に効力のある規則が答える。',
    '項目の名の誤り、実在しない日、整数でない数などは、その名を示して断られる（`badInput`）。',
    '',
    ...Object.entries(rules).map(([name, { members }]) => `- \`${name}\`: ${members.join('、')}`),
    '',
  ];
  const file = join(import.meta.dirname, '../../../docs/reference/rules.md');
  await expect(lines.join('\n')).toMatchFileSnapshot(file);
});
