import { expect, test } from 'vitest';
import { organ } from '../../../test/support/contracts.ts';
import { play } from '../../../test/support/play.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { OfficeCommand } from './commands.ts';
import { office } from './office.ts';

const openWork = [
  { kind: 'proposal', id: 'p-1' },
  { kind: 'release', id: 'p-1' },
] as const;

const playOn = (rules: RuleSet, ...commands: OfficeCommand[]) =>
  play(
    office,
    rules,
    commands.map((command) => [command, { openWork, ...circumstances('2019-06-30T10:00', 'head') }] as const),
  );
const codes = (rules: RuleSet, ...commands: OfficeCommand[]) =>
  playOn(rules, ...commands).refusals.map(({ code }) => code);

const both = ['processingStandard', 'securityStandard'] as const;
const consult: OfficeCommand = {
  do: 'consultCouncil',
  standards: both,
  consultedOn: '2019-05-15',
  documentNumber: '市川第20190513-0289号',
};
const opinion = (answeredOn: string): OfficeCommand => ({
  do: 'recordCouncilOpinion',
  answeredOn,
  summary: '適当である。',
  file: null,
});
const set = (setOn: string): OfficeCommand => ({ do: 'setStandards', standards: both, setOn, rule: '架空の規則' });

test('STP-27, ACT-05: Ichikawa’s standards are set after the council’s answer on each, and not on an earlier day', () => {
  const ichikawa = organ('ichikawa');
  expect(codes(ichikawa, set('2019-06-20'))).toEqual(['councilNotHeard']);
  expect(codes(ichikawa, consult, set('2019-06-20'))).toEqual(['councilNotHeard']);
  expect(codes(ichikawa, consult, opinion('2019-05-14'))).toEqual(['opinionBeforeConsultation']);
  expect(codes(ichikawa, consult, opinion('2019-06-10'), set('2019-06-09'))).toEqual(['setBeforeOpinion']);
  const { state, refusals } = playOn(ichikawa, consult, opinion('2019-06-10'), set('2019-06-10'));
  expect(refusals).toEqual([]);
  expect(state?.standards).toMatchObject({
    processingStandard: { setOn: '2019-06-10' },
    securityStandard: { setOn: '2019-06-10' },
  });
  expect(codes(ichikawa, consult, consult)).toEqual(['councilAskedBefore']);
  expect(codes(ichikawa, opinion('2019-06-10'))).toEqual(['doesNotExist']);
});

test('STP-27: an organ whose text names no council asks none', () => {
  expect(codes(organ('kumamoto'), consult)).toEqual(['noCouncil']);
});

test('SEC-4, REC-10: the handling is evaluated and improved', () => {
  const evaluation: OfficeCommand = { do: 'recordEvaluation', on: '2019-06-30', result: '規程どおり', improvement: '' };
  expect(playOn(organ('aomori-police'), evaluation).state?.evaluations).toMatchObject([{ by: 'head:1' }]);
  expect(codes(organ('aomori-police'), { ...evaluation, result: ' ' })).toEqual(['evaluationEmpty']);
});

test('ACT-02, ACT-03: all open work of a person goes to another at once, with a reason, and stays with one person', () => {
  const rules = organ('kumamoto');
  const assign: OfficeCommand = { do: 'assignCase', kind: 'proposal', id: 'p-1', person: '一' };
  const handOver: OfficeCommand = { do: 'handOverWork', from: '一', to: '二', on: '2019-06-30', reason: '異動' };
  expect(playOn(rules, assign, handOver).state?.assignments).toEqual(
    openWork.map(({ kind, id }) => ({ kind, id, person: '二' })),
  );
  expect(codes(rules, { ...handOver, to: '一' })).toEqual(['handedOverToSelf']);
  expect(codes(rules, { ...handOver, reason: ' ' })).toEqual(['officeReasonMissing']);
  const away: OfficeCommand = {
    do: 'nameSubstitute',
    person: '一',
    substitute: '二',
    from: '2019-07-02',
    to: '2019-07-01',
    reason: '出張',
  };
  expect(codes(rules, away)).toEqual(['substituteDaysWrong']);
  expect(codes(rules, { ...away, to: '2019-07-02' })).toEqual([]);
});

test('ACT-03: divisions bear another name from a day that is not past', () => {
  const rules = organ('kumamoto');
  const change: OfficeCommand = {
    do: 'changeDivisions',
    from: ['甲課', '乙課'],
    to: '丙課',
    on: '2019-07-01',
    reason: '改正',
  };
  expect(playOn(rules, change).state?.divisionChanges).toMatchObject([{ to: '丙課', on: '2019-07-01' }]);
  expect(codes(rules, { ...change, on: '2019-06-29' })).toEqual(['divisionChangePast']);
  expect(codes(rules, { ...change, from: ['丙課'] })).toEqual(['divisionsMissing']);
});

test('DDL-04: a closed day is added once, decided by today, and can be withdrawn', () => {
  const rules = organ('kumamoto');
  const add: OfficeCommand = { do: 'addClosedDay', day: '2019-08-14', name: '夏季の閉庁', decidedOn: '2019-06-28' };
  const withdraw: OfficeCommand = { do: 'withdrawClosedDay', day: '2019-08-14', withdrawnOn: '2019-06-30' };
  expect(codes(rules, add, add)).toEqual(['closedDayKnown']);
  expect(codes(rules, { ...add, decidedOn: '2019-07-01' })).toEqual(['closedDayDecidedLater']);
  expect(codes(rules, add, withdraw, withdraw)).toEqual(['closedDayUnknown']);
});

test('SEC-3, SEC-14, 1c-30: Ichikawa logs a use in the public interest after the council was heard; elsewhere only the law allows one', () => {
  const use: OfficeCommand = {
    do: 'logOutOfPurposeUse',
    on: '2019-06-30',
    what: '提供',
    ground: 'publicInterest',
    councilHeardOn: null,
  };
  expect(codes(organ('ichikawa'), use)).toEqual(['publicInterestWithoutCouncil']);
  expect(codes(organ('ichikawa'), { ...use, councilHeardOn: '2019-06-20' })).toEqual([]);
  expect(codes(organ('aomori-police'), { ...use, councilHeardOn: '2019-06-20' })).toEqual(['noOutOfPurposeUse']);
  expect(codes(organ('aomori-police'), { ...use, ground: 'law' })).toEqual([]);
});
