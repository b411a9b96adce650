import { expect, test } from 'vitest';
import { organ } from '../../../test/support/contracts.ts';
import { play } from '../../../test/support/play.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { OfficeCommand } from './commands.ts';
import { office } from './office.ts';

const playOn = (rules: RuleSet, ...commands: OfficeCommand[]) =>
  play(
    office,
    rules,
    commands.map((command) => [command, circumstances('2019-06-30T10:00', 'head')] as const),
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
