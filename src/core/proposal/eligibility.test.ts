import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play } from '../../../test/support/play.ts';
import {
  companyParty,
  personParty,
  proposalFacts,
  proposalReceipt,
  throughIntake,
} from '../../../test/support/proposals.ts';
import { circumstances, rulesOf } from '../../../test/support/shippedRules.ts';
import { barringFacts } from '../organ/provision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { PartyInput, ProposalCommand, ReceiveProposal } from './commands.ts';
import type { ProposalFacts } from './facts.ts';
import { proposal } from './proposal.ts';
import type { RecordGround } from './reviewCommands.ts';

const organs = ['yokohama', 'ichikawa', 'aomori-police', 'hokkaido-university', 'kumamoto'] as const;

const recorded = (ground: Partial<RecordGround>): RecordGround => ({
  do: 'recordGround',
  party: 'proposer:1',
  fact: 'bankrupt',
  officer: null,
  since: null,
  endedOn: null,
  birthDate: null,
  knownFrom: 'pledge',
  note: '',
  ...ground,
});
const identified: ProposalCommand = {
  do: 'checkIdentity',
  party: 'proposer:1',
  document: 'other',
  documentNumber: null,
  validThrough: null,
  madeOn: null,
  matches: true,
  otherReason: '試験のため',
};
const eligible: ProposalCommand = {
  do: 'recordFinding',
  criterion: 'CRI-1',
  met: true,
  reason: '誓約書による。',
  evidence: [],
  flaw: null,
};

/** A proposal of a day at an organ whose silent values stand as Kumamoto's, and what becomes of CRI-1. */
function judged(
  organ: string,
  proposalDay: string,
  ground: Partial<RecordGround> | null,
  how: {
    proposers?: ReceiveProposal['proposers'];
    cancellations?: ProposalFacts['cancellations'];
    on?: string;
    complete?: (rules: RuleSet) => RuleSet;
  } = {},
) {
  const day = organ === 'ichikawa' ? '2019-07-01' : proposalDay;
  const rules: RuleSet = (how.complete ?? ((given) => given))(throughIntake(rulesOf(organ, day)));
  const known = {
    ...proposalFacts(proposalDay),
    cancellations: how.cancellations ?? [],
    ...circumstances(
      `${how.on ?? proposalDay}T10:00`,
      rules.review.body?.value === 'committee' ? 'committee' : 'responsibleDivision',
    ),
  };
  const receipt = { ...proposalReceipt(proposalDay), proposers: how.proposers ?? [personParty] };
  const commands: ProposalCommand[] = [
    receipt,
    ...(ground ? [recorded(ground)] : []),
    identified,
    { do: 'confirmCompleteness' },
    ...(rules.review.body?.value === 'committee'
      ? [{ do: 'referToCommittee', referredOn: proposalDay, papers: [] } as const]
      : []),
    eligible,
  ];
  const played = play(
    proposal,
    rules,
    commands.map((command) => [command, known] as const),
  );
  expect(JSON.stringify(played.state)).not.toMatch(/秘|himitsu|bankrupt|penalty|imprison/);
  return played.refusals;
}
const verdict = (...given: Parameters<typeof judged>) => judged(...given).map(({ code, basis }) => [code, basis]);
const disqualified = (basis: string) => [['proposerDisqualified', basis]];

describe('欠格事由', () => {
  test('scenarios 26, 27 and 28, DDL-06, DQ-5: two years from the cancellation, that day counted, to the day', () => {
    const cancelled = (since: string) => ({ fact: 'cancelledByOrgan', since }) as const;
    for (const [since, barred, free] of [
      ['2024-04-01', '2026-03-31', '2026-04-01'],
      ['2024-02-29', '2026-02-28', '2026-03-01'],
      ['2024-03-01', '2026-02-28', '2026-03-01'],
    ] as const) {
      expect(verdict('aomori-police', barred, cancelled(since))).toEqual(disqualified('第５-1(5)'));
      expect(verdict('aomori-police', free, cancelled(since))).toEqual([['groundOver', '第５-1(5)']]);
    }
  });

  test('scenario 29, DQ-5: another organ’s cancellation bars at four organs, Hokkaido cites the Act, Ichikawa knows other items', () => {
    const other = { fact: 'cancelledByOtherOrgan', since: '2025-01-10', knownFrom: 'otherOrgan' } as const;
    expect(organs.map((organ) => verdict(organ, '2026-06-01', other))).toEqual([
      disqualified('法113条5号'),
      [['factNoGround', '24条の6']],
      disqualified('第５-1(5)'),
      disqualified('法113条5号'),
      disqualified('3⑤'),
    ]);
    expect(verdict('hokkaido-university', '2026-06-01', { fact: 'cancelledByOrgan', since: '2025-01-10' })).toEqual(
      disqualified('7(5)'),
    );
  });

  test('DQ-5: Ichikawa’s four items of cancellation each bar under their own number', () => {
    const facts = [
      ['cancelledByOrgan', '24条の6(4)'],
      ['cancelledUnderAdministrativeOrgansAct', '24条の6(5)'],
      ['cancelledUnderIncorporatedAgenciesAct', '24条の6(6)'],
      ['cancelledUnderOtherOrdinance', '24条の6(7)'],
    ] as const;
    for (const [fact, basis] of facts)
      expect(verdict('ichikawa', '2019-08-01', { fact, since: '2018-01-10' })).toEqual(disqualified(basis));
    for (const [fact] of facts.slice(1))
      expect(verdict('kumamoto', '2026-01-20', { fact, since: '2025-01-10' })).toEqual([['factNoGround', '法113条']]);
  });

  test('scenario 30, DQ-4: a sentence bars while it runs and two years from its end, 懲役, 禁錮 and 拘禁刑 alike at every organ', () => {
    const items = ['法113条4号', '24条の6(3)', '第５-1(4)', '7(4)', '3④'];
    for (const fact of ['imprisonment', 'imprisonmentWithWork', 'imprisonmentWithoutWork'] as const)
      organs.forEach((organ, index) => {
        const basis = items[index] ?? '';
        expect(verdict(organ, '2026-06-09', { fact, endedOn: '2024-06-10' })).toEqual(disqualified(basis));
        expect(verdict(organ, '2026-06-10', { fact, endedOn: '2024-06-10' })).toEqual([['groundOver', basis]]);
        expect(verdict(organ, '2026-06-10', { fact, since: '1999-01-01' })).toEqual(disqualified(basis));
      });
  });

  test('DQ-4: a penalty under the Act bars everywhere, under the ordinances at Ichikawa alone', () => {
    const under = (fact: RecordGround['fact']) =>
      organs.filter(
        (organ) => judged(organ, '2026-01-20', { fact, endedOn: '2025-06-01' })[0]?.code === 'proposerDisqualified',
      );
    expect(under('penaltyUnderAct')).toEqual([...organs]);
    for (const fact of [
      'penaltyUnderOrdinance',
      'penaltyUnderOtherOrdinance',
      'penaltyUnderAdministrativeOrgansAct',
    ] as const)
      expect(under(fact)).toEqual(['ichikawa']);
  });

  test('scenario 31, DQ-6: a 監査役 or 執行役員 who is bankrupt bars the company; a title that Aomori does not name needs a reason', () => {
    const officer = (title: string, reason: string | null = null) =>
      ({ fact: 'bankrupt', officer: { name: '秘役員', title, reason } }) as const;
    const company = { proposers: [companyParty] };
    for (const title of ['監査役', '執行役員'])
      expect(verdict('aomori-police', '2026-01-20', officer(title), company)).toEqual(disqualified('第５-1(6)'));
    expect(verdict('aomori-police', '2026-01-20', officer('相談役'), company)).toEqual([
      ['officerReasonMissing', '第５-1(6)'],
    ]);
    expect(
      verdict('aomori-police', '2026-01-20', officer('相談役', '業務執行の決定に加わっている。'), company),
    ).toEqual(disqualified('第５-1(6)'));
    expect(verdict('aomori-police', '2026-01-20', officer('監査役'))).toEqual([['officerOfIndividual', '法113条6号']]);
    expect(verdict('ichikawa', '2019-08-01', officer('監査役', '登記された役員'), company)).toEqual(
      disqualified('24条の6(8)'),
    );
  });

  test('scenario 32, DQ-1, DDL-16: 18 years, at Ichikawa in 2019 20 years, a birthday on 29 February counted to the month’s end', () => {
    const minorOn = (organ: string, day: string, birthDate: string) =>
      judged(organ, day, null, { proposers: [{ ...personParty, birthDate }] })[0]?.facts.ids;
    expect(minorOn('kumamoto', '2026-01-21', '2008-01-22')).toEqual(['DQ-1']);
    expect(minorOn('kumamoto', '2026-01-21', '2008-01-21')).toBeUndefined();
    expect(minorOn('aomori-police', '2026-02-28', '2008-02-29')).toEqual(['DQ-1']);
    expect(minorOn('aomori-police', '2026-03-01', '2008-02-29')).toBeUndefined();
    expect(minorOn('ichikawa', '2019-07-01', '1999-07-02')).toEqual(['DQ-1']);
    expect(minorOn('ichikawa', '2019-07-01', '1999-07-01')).toBeUndefined();
  });

  test('scenario 33, DQ-2: 被保佐人 and 成年被後見人 bar at Ichikawa; elsewhere only the mental function counts', () => {
    for (const fact of ['curatorship', 'adultWard'] as const) {
      expect(verdict('ichikawa', '2019-08-01', { fact })).toEqual(disqualified('24条の6(1)'));
      expect(verdict('kumamoto', '2026-01-20', { fact })).toEqual([['factNoGround', '法113条']]);
    }
    expect(verdict('ichikawa', '2019-08-01', { fact: 'impairedCapacity' })).toEqual([['factNoGround', '24条の6']]);
    expect(verdict('kumamoto', '2026-01-20', { fact: 'impairedCapacity' })).toEqual(disqualified('3②'));
  });

  test('DQ-3: a bankrupt is free from the day on which the rights are restored', () => {
    expect(verdict('yokohama', '2026-01-20', { fact: 'bankrupt' })).toEqual(disqualified('法113条3号'));
    expect(verdict('yokohama', '2026-01-20', { fact: 'bankrupt', endedOn: '2026-01-20' })).toEqual([
      ['groundOver', '法113条3号'],
    ]);
  });

  test('CRI-1, 1c-26: a bar that ends between the proposal and the look still stands, one that begins after the proposal too', () => {
    const ended = { fact: 'cancelledByOrgan', since: '2024-02-01' } as const;
    expect(verdict('aomori-police', '2026-01-20', ended, { on: '2026-03-01' })).toEqual(disqualified('第５-1(5)'));
    const begun = { fact: 'bankrupt', since: '2026-02-10' } as const;
    expect(verdict('aomori-police', '2026-01-20', begun, { on: '2026-02-09' })).toEqual([]);
    expect(verdict('aomori-police', '2026-01-20', begun, { on: '2026-02-10' })).toEqual(disqualified('第５-1(3)'));
  });

  test('CRI-1: the organ’s own cancellation is found; by the name alone it must be confirmed or dismissed with a reason', () => {
    const found = (certain: boolean) => ({
      cancellations: [{ id: 'p-0', party: 'proposer:1' as const, cancelledOn: '2025-05-10', certain }],
    });
    expect(verdict('kumamoto', '2026-01-20', null, found(true))).toEqual(disqualified('3⑤'));
    expect(verdict('kumamoto', '2026-01-20', null, found(false))).toEqual([['possibleCancellation', '3⑤']]);
    expect(verdict('kumamoto', '2027-05-10', null, found(true))).toEqual([]);
  });

  test('scenario 105, DQ-7, 1c-36: a state organ is refused by Ichikawa alone; its list must be complete before a body is found eligible', () => {
    const from = (kind: PartyInput['kind']) => ({ proposers: [{ ...companyParty, kind }] });
    for (const kind of ['stateOrgan', 'independentAgency'] as const) {
      expect(verdict('ichikawa', '2019-08-01', null, from(kind))[0]).toEqual(['excludedBody', '2条12号ア、イ']);
      expect(verdict('kumamoto', '2026-01-20', null, from(kind))).toEqual([]);
    }
    const missing = ['proposalSettingMissing', '2条12号ア、イ'];
    expect(verdict('ichikawa', '2019-08-01', null, from('corporation'))).toEqual([missing]);
    expect(judged('ichikawa', '2019-08-01', null, from('listedBody'))[0]?.facts).toEqual({
      setting: 'disqualification.furtherExcludedBodies',
    });
    const furtherExcludedBodies = { value: ['架空の地方公共団体'], text: '規則', source: '設定' };
    const complete = (rules: RuleSet) => ({
      ...rules,
      disqualification: { ...rules.disqualification, furtherExcludedBodies },
    });
    expect(verdict('ichikawa', '2019-08-01', null, { ...from('corporation'), complete })).toEqual([]);
    expect(verdict('ichikawa', '2019-08-01', null, { ...from('listedBody'), complete })[0]).toEqual([
      'excludedBody',
      '規則',
    ]);
  });

  test('every organ’s items cover what bars a person, and each fact bars under one item at most', () => {
    for (const organ of organs) {
      const { items, byAct } = rulesOf(organ, organ === 'ichikawa' ? '2019-07-01' : '2026-01-20').disqualification;
      const covered = [...items, ...byAct].flatMap(({ covers }) => covers);
      expect(new Set(covered).size, organ).toBe(covered.length);
      for (const fact of [
        'minor',
        'bankrupt',
        'imprisonment',
        'penaltyUnderAct',
        'cancelledByOrgan',
        'officer',
      ] as const)
        expect(covered, organ).toContain(fact);
    }
  });

  test('DQ-1..6: whatever is recorded, the state names nobody and no fact, and CRI-1 follows the naive count of days', () => {
    const day = fc.date({ min: new Date('2022-06-01'), max: new Date('2026-01-20'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...organs), fc.constantFrom(...barringFacts.slice(5)), day, (organ, fact, date) => {
        const counted = date.toISOString().slice(0, 10);
        const isCancellation = fact.startsWith('cancelled');
        const refusals = judged(organ, '2026-01-20', {
          fact,
          since: isCancellation ? counted : null,
          endedOn: isCancellation ? null : counted,
          note: '秘事実',
        });
        const again = new Date(Date.UTC(date.getUTCFullYear() + 2, date.getUTCMonth(), date.getUTCDate()));
        const barred = again > new Date('2026-01-20');
        const code = refusals[0]?.code;
        if (code !== 'factNoGround')
          expect([counted, code]).toEqual([counted, barred ? 'proposerDisqualified' : 'groundOver']);
      }),
      { seed: 20260131, numRuns: 300 },
    );
  });
});
