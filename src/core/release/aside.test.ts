import { describe, expect, test } from 'vitest';
import { organ } from '../../../test/support/contracts.ts';
import { play } from '../../../test/support/play.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { Role } from '../role.ts';
import type { RecordContractor } from './asideCommands.ts';
import type { ReleaseCommand } from './commands.ts';
import type { ReleaseFacts } from './facts.ts';
import { release } from './release.ts';
import type { Creation } from './state.ts';

const file = (name: string) => ({ name, digest: 'a'.repeat(64), bytes: 10 });
const facts: ReleaseFacts = {
  package: { file: file('p-1.zip'), manifest: file('manifest.json') },
  isKept: true,
  derived: { recipe: file('recipe.json'), open: [] },
  chosen: null,
  isOutsourced: false,
  standards: { processingStandard: null, securityStandard: null },
  source: null,
};
const creation: Creation = {
  output: file('output.csv'),
  report: file('report.json'),
  reportPage: file('report.html'),
  publicReport: file('public-report.json'),
  publicReportPage: file('public-report.html'),
  rows: 2000,
  outputRows: 1995,
  suppressedRecords: 5,
  persons: 1995,
  items: ['住所'],
  check: {
    passed: true,
    items: { '1': true, '2': true, '3': true, '4': true, '5': true },
    smallestClass: 3,
    classes: 9,
  },
  engineVersion: '0.1.0',
};
const plan: ReleaseCommand = {
  do: 'planRelease',
  proposal: 'p-1',
  entry: 'e-1',
  fileName: '学童保育システム',
  responsibleOrganization: '架空課',
  wantedPersons: 2000,
  provisionDeadline: '2026-02-19',
};
type By = readonly [ReleaseCommand, string];
const creator = (...commands: ReleaseCommand[]): By[] => commands.map((command) => [command, '一']);
const source: ReleaseCommand = { do: 'handInSource', source: file('source.csv') };
const recipe: ReleaseCommand = { do: 'setRecipe', recipe: file('recipe.json') };
const start: ReleaseCommand = { do: 'startCreation' };
const brief = (...people: string[]): By => [{ do: 'briefStaff', people, on: '2026-02-16' }, '課'];
const packed: By[] = [
  ...creator(plan, source, recipe, start, { do: 'recordCreation', creation }),
  [{ do: 'signVerification', note: '' }, '二'],
  ...creator({ do: 'packRelease', name: '架空の情報' }),
];
const provision: By = [
  {
    do: 'recordProvision',
    providedOn: '2026-02-20',
    medium: 'CD-R',
    delivery: 'counter',
    mediumNumber: null,
    measures: '封かん',
    receivedBy: null,
  },
  '一',
];

const playOn = (rules: RuleSet, commands: readonly By[], known: Partial<ReleaseFacts> = {}) =>
  play(
    release,
    rules,
    commands.map(
      ([command, person]) =>
        [command, { ...facts, ...known, ...circumstances('2026-02-20T10:00', 'creator' as Role, person) }] as const,
    ),
  );
const codes = (rules: RuleSet, commands: readonly By[], known?: Partial<ReleaseFacts>) =>
  playOn(rules, commands, known).refusals.map(({ code }) => code);

const aomori = organ('aomori-police');
const ichikawa = organ('ichikawa');
const hokkaido = organ('hokkaido-university');
const kumamoto = organ('kumamoto');

describe('守秘義務の周知', () => {
  test('scenario 92, SEC-6, ACT-14: where the text has people told, nobody comes near the data before', () => {
    for (const rules of [aomori, hokkaido, ichikawa]) {
      expect(codes(rules, creator(plan, source))).toEqual(['notBriefed']);
      expect(codes(rules, [...creator(plan), brief('一'), ...creator(source, recipe)])).toEqual([]);
      expect(codes(rules, [...creator(plan), brief('二'), ...creator(source)])).toEqual(['notBriefed']);
    }
    expect(codes(kumamoto, creator(plan, source))).toEqual([]);
    expect(codes(aomori, [...creator(plan), brief()])).toEqual(['nobodyBriefed']);
  });
});

describe('審議会の意見と基準', () => {
  const begun: By[] = [...creator(plan), brief('一'), ...creator(source, recipe, start)];
  const standards = (processingStandard: string | null, securityStandard: string | null) => ({
    standards: { processingStandard, securityStandard },
  });

  test('STP-27, ACT-05: at Ichikawa nothing is created before both standards are set; elsewhere no council is heard', () => {
    expect(codes(ichikawa, begun)).toEqual(['standardsNotSet']);
    expect(playOn(ichikawa, begun, standards('2019-06-20', null)).refusals).toMatchObject([
      { code: 'standardsNotSet', facts: { standards: ['securityStandard'] } },
    ]);
    expect(codes(ichikawa, begun, standards('2019-06-20', '2019-06-20'))).toEqual([]);
    expect(codes(hokkaido, begun)).toEqual([]);
  });
});

describe('委託', () => {
  const contractor: RecordContractor = {
    do: 'recordContractor',
    contractor: '秘受託者',
    engagedBy: null,
    concludedOn: '2026-01-25',
    conditionPrecedent: true,
    duties: ['processing', 'security', 'matching', 'confidentiality', 'penalties'],
    toldOn: '2026-02-14',
    isHandlingBusiness: false,
    reportedToDeskOn: '2026-02-14',
  };
  const recorded = (rules: RuleSet, ...changed: Partial<RecordContractor>[]) =>
    playOn(rules, [...creator(plan), ...changed.map((change): By => [{ ...contractor, ...change }, '課'])]);
  const refused = (rules: RuleSet, ...changed: Partial<RecordContractor>[]) =>
    recorded(rules, ...changed).refusals.map(({ code }) => code);

  test('scenarios 67 and 80, ACT-10, SEC-5, REC-7: tier by tier, under the condition and reported to the desk', () => {
    const { state } = recorded(aomori, {}, { engagedBy: 'contractor:1' }, { engagedBy: 'contractor:2' });
    expect(state?.contractors.map(({ tier }) => tier)).toEqual([1, 2, 3]);
    expect(JSON.stringify(state)).not.toContain('秘受託者');
    expect(refused(aomori, { conditionPrecedent: false })).toEqual(['outsourcingWithoutCondition']);
    expect(refused(aomori, { reportedToDeskOn: null })).toEqual(['outsourcingNotReported']);
    expect(refused(hokkaido, { conditionPrecedent: false, reportedToDeskOn: null })).toEqual([]);
    expect(refused(aomori, { engagedBy: 'contractor:1' })).toEqual(['contractorUnknown']);
  });

  test('ACT-10: Ichikawa, which the Act does not bind, names no tiers; Kumamoto has those of 法116条2項', () => {
    expect(refused(ichikawa, {}, { engagedBy: 'contractor:1' })).toEqual(['subOutsourcingNotProvided']);
    expect(refused(kumamoto, {}, { engagedBy: 'contractor:1' })).toEqual([]);
  });

  test('SEC-7: a contractor is told every duty, Chapter 4 as a business under it, penalties only where they apply', () => {
    const told = contractor.duties.filter((duty) => duty !== 'penalties');
    expect(refused(aomori, { duties: told })).toEqual(['dutiesNotTold']);
    expect(refused(hokkaido, { duties: told })).toEqual([]);
    expect(recorded(aomori, { isHandlingBusiness: true }).refusals).toMatchObject([
      { facts: { duties: ['chapterFour'] } },
    ]);
  });

  test('SEC-5, FRM-23: what is charged as outsourced is not begun before its contractor is recorded', () => {
    const begun = creator(plan, source, recipe, start);
    expect(codes(kumamoto, begun, { isOutsourced: true })).toEqual(['contractorMissing']);
    const engaged: By[] = [...creator(plan), [contractor, '課'], ...creator(source, recipe, start)];
    expect(codes(kumamoto, engaged, { isOutsourced: true })).toEqual([]);
  });
});

describe('提供と公表', () => {
  const delay: ReleaseCommand = {
    do: 'announceDelay',
    announcedOn: '2026-02-18',
    expectedOn: '2026-02-20',
    reason: '抽出に時間を要する。',
    documentNumber: '第5号',
  };

  test('scenario 84, FRM-25, EXC-5, DDL-13: a provision after its day needs the notice of delay', () => {
    expect(codes(kumamoto, [...packed, provision])).toEqual(['delayNotAnnounced']);
    expect(codes(kumamoto, [...packed, [delay, '課'], provision])).toEqual([]);
    expect(codes(kumamoto, [...packed, [{ ...delay, expectedOn: '2026-02-18' } as ReleaseCommand, '課']])).toEqual([
      'delayDayWrong',
    ]);
    const asked: By = [{ do: 'recordInquiry', on: '2026-02-17', question: '秘の照会', answer: null }, '課'];
    expect(JSON.stringify(playOn(kumamoto, [...packed, asked]).state)).not.toContain('秘');
  });

  test('scenario 90, PUB-4, ACT-13, 1c-15: the owner of the site is asked, and the publication confirmed', () => {
    const request: By = [{ do: 'requestPublication', requestedOn: '2026-02-19' }, '総'];
    const confirm = (confirmedOn: string): By => [{ do: 'confirmPublication', confirmedOn, address: null }, '総'];
    const begun: By[] = [...creator(plan), brief('一', '二'), ...packed.slice(1)];
    const { state } = playOn(aomori, [...begun, request]);
    expect(state?.publication).toMatchObject({ through: '青森県総務部総務文書課', confirmedOn: null });
    expect(codes(aomori, [...begun, confirm('2026-02-20')])).toEqual(['publicationNotRequested']);
    expect(codes(aomori, [...begun, request, request])).toEqual(['publicationRequestedBefore']);
    expect(codes(aomori, [...begun, request, confirm('2026-02-18')])).toEqual(['publicationDayWrong']);
    expect(codes(aomori, [...begun, request, confirm('2026-02-20')])).toEqual([]);
    expect(codes(kumamoto, [...packed, request])).toEqual(['publicationNotProvided']);
  });

  test('STP-24: created data is provided again as it is: packed and handed over, never made anew', () => {
    const again: ReleaseCommand = {
      do: 'planReprovision',
      proposal: 'p-2',
      of: 'p-1',
      entry: 'e-1',
      fileName: '架空の情報',
      responsibleOrganization: '架空課',
      provisionDeadline: null,
    };
    const made = playOn(kumamoto, packed).state;
    const known = { source: made };
    expect(codes(kumamoto, creator(again))).toEqual(['createdDataUnavailable']);
    const { state, refusals } = playOn(
      kumamoto,
      [...creator(again, start, source, { do: 'packRelease', name: '架空の情報' }), provision],
      known,
    );
    expect(refusals.map(({ code }) => code)).toEqual(['notInStage', 'notInStage']);
    expect(state).toMatchObject({ stage: 'provided', of: 'p-1', creation: { persons: 1995 }, source: null });
    const destroy = creator({ do: 'proposeKeyDestruction', reason: '終わった。' });
    expect(
      codes(kumamoto, [...creator(again, { do: 'packRelease', name: 'x' }), provision, ...destroy], known),
    ).toEqual(['keyOfOtherRelease']);
  });
});

test('SEC-2: a release begins with a contract alone: nobody but the system plans one', () => {
  expect(release.permissions.planRelease.roles).toEqual(['system']);
  expect(release.permissions.planReprovision.roles).toEqual(['system']);
  expect(playOn(kumamoto, packed.slice(1)).refusals.every(({ code }) => code === 'doesNotExist')).toBe(true);
});

test('SEC-16: no command corrects or discloses a created set, at any organ', () => {
  expect(Object.keys(release.permissions).filter((name) => /correct|disclos/i.test(name))).toEqual([]);
});

test('EXC-8, SEC-1: the ban on matching excepts what a law asks for, where the organ’s text has it', () => {
  for (const rules of [aomori, hokkaido]) expect(rules.creation.matchingBan?.value).toContain('法令に基づく場合を除き');
});
