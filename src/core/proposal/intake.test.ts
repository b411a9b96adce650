import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play as playOn } from '../../../test/support/play.ts';
import { circumstances, rulesOf } from '../../../test/support/shippedRules.ts';
import { rebuild } from '../aggregate.ts';
import type { CriterionId } from '../organ/provision.ts';
import type { RuleSet, Sourced } from '../organ/ruleSet.ts';
import type { Role } from '../role.ts';
import type { CheckIdentity, PartyInput, ProposalCommand, ReceiveProposal } from './commands.ts';
import type { ProposalFacts } from './facts.ts';
import type {
  ReceiveCreatedProposal,
  SubmitCorrection,
  SubmitCreatedProposal,
  SubmitProposal,
} from './intakeCommands.ts';
import { possibleDuplicates } from './possibleDuplicates.ts';
import { previewCorrection } from './previewCorrection.ts';
import { promptActs } from './promptActs.ts';
import { proposal } from './proposal.ts';
import type { ProposalState } from './state.ts';
import type { TypingChanges } from './typingChanges.ts';

const set = <Value>(value: Value): NonNullable<Sourced<Value>> => ({ value, text: '架空の決裁', source: '設定' });
const withIntake = (organ: string, intake: Partial<RuleSet['intake']>): RuleSet => {
  const rules = rulesOf(organ);
  return { ...rules, intake: { ...rules.intake, ...intake } };
};
const kumamoto = rulesOf('kumamoto');
const aomori = withIntake('aomori-police', { arrivalRule: set('arrival') });
const hokkaido = withIntake('hokkaido-university', {
  arrivalRule: set('arrival'),
  channels: set(['post', 'inPerson']),
});
const ichikawa = withIntake('ichikawa', { arrivalRule: set('arrival') });
const yokohama = withIntake('yokohama', {
  arrivalRule: set('arrival'),
  channels: set(['post']),
  closingTime: set('17:00'),
});

const company: PartyInput = {
  kind: 'corporation',
  account: null,
  name: '秘名株式会社',
  kana: null,
  address: '秘町1-1',
  representative: '秘代表',
  birthDate: null,
  phone: '000-0000-0001',
  email: 'hi@himitsu.example',
  section: null,
  contactPerson: '秘担当',
};
const person: PartyInput = { ...company, kind: 'individual', representative: null, birthDate: '1990-01-01' };

const count = { uniquePersons: 5000, cumulativePersons: 5200, countedOn: '2026-01-20' };
const facts: ProposalFacts = {
  call: {
    stage: 'open',
    opensOn: '2025-12-19',
    closesOn: '2026-01-20',
    entries: ['e-1'],
    group: null,
    guidelineVersion: '第1版',
    personsAtClose: null,
  },
  entry: {
    fileName: '架空の台帳',
    responsibleOrganization: '架空課',
    recordItems: ['住所', '年齢'],
    persons: count,
    thirdPartyProcedure: null,
  },
  proposals: {},
  cancellations: [],
  created: null,
  other: null,
  birthDates: [],
  createdTerms: null,
  sameCallProposals: null,
  number: { fiscalYear: 2025, serial: 1 },
};
const createdFacts: ProposalFacts = {
  ...facts,
  call: null,
  created: { name: '架空の匿名加工情報', period: { from: '2026-01-01', to: '2026-01-20' } },
};

const form: ReceiveProposal['form'] = {
  fileName: '架空の台帳',
  persons: 5000,
  items: [{ name: '住所', detail: '町名まで' }],
  purpose: '需要の見積り',
  method: '集計',
  business: '見通しサービス',
  period: { from: '2026-04-01', to: '2027-03-31' },
  handlers: [{ name: '秘従事者', affiliation: '分析課', post: '主任' }],
  placeOfUse: '秘町1-1 分析室',
  environment: '外部と接続しない',
  placeOfStorage: '秘町1-1 保管庫',
  management: '入退室の記録',
  measures: '取扱規程',
  medium: 'CD-R',
  delivery: 'counter',
};
const receipt: ReceiveProposal = {
  do: 'receiveProposal',
  call: 'c-1',
  entry: 'e-1',
  channel: 'post',
  copies: 2,
  receivedOn: '2026-01-20',
  receivedTime: null,
  dispatchedOn: null,
  envelopeNoted: null,
  proposers: [company],
  agent: null,
  form,
  attachments: [
    { kind: 'pledge', of: 1, file: null },
    { kind: 'usefulness', of: null, file: null },
  ],
};
const { fileName: _f, persons: _p, ...createdForm } = form;
const { call: _c, ...target } = receipt;
const createdReceipt: ReceiveCreatedProposal = {
  ...target,
  do: 'receiveCreatedProposal',
  release: 'r-1',
  form: createdForm,
};
const submission: SubmitProposal = {
  do: 'submitProposal',
  call: 'c-1',
  entry: 'e-1',
  acceptedGuideline: '第1版',
  proposers: [company],
  agent: null,
  form,
  attachments: receipt.attachments,
};
const identity: CheckIdentity = {
  do: 'checkIdentity',
  party: 'proposer:1',
  document: 'registryCertificate',
  documentNumber: '秘番号',
  validThrough: null,
  madeOn: '2025-12-01',
  matches: true,
  otherReason: null,
};
const complete: ProposalCommand = { do: 'confirmCompleteness' };
const forward = (forwardedOn: string, copyKept = true): ProposalCommand => ({
  do: 'forwardProposal',
  forwardedOn,
  to: null,
  copyKept,
});
const nothing: TypingChanges = {
  receivedOn: null,
  receivedTime: null,
  dispatchedOn: null,
  copies: null,
  noticeDate: null,
  form: {},
};
const retype = (changes: Partial<TypingChanges>, reason = '収受印の日を見誤った。'): ProposalCommand => ({
  do: 'proposeTypingCorrection',
  changes: { ...nothing, ...changes },
  reason,
});
const confirm: ProposalCommand = { do: 'confirmTypingCorrection' };
const request = (deadline: string, field: 'persons' | 'identity' = 'persons'): ProposalCommand => ({
  do: 'requestCorrection',
  points: [{ field, text: '改めてください。' }],
  deadline,
});
const correction = (receivedOn: string): ProposalCommand => ({
  do: 'receiveCorrection',
  receivedOn,
  form: { persons: 2000 },
  proposers: null,
  agent: null,
  copies: null,
  attachments: [],
});

/** A command, by default of the desk, on 2026-01-26 at 10:00 and with what the call knows then. */
interface Step {
  readonly command: ProposalCommand;
  readonly now?: string;
  readonly role?: Role;
  readonly person?: string;
  readonly facts?: ProposalFacts;
}
const isStep = (given: ProposalCommand | Step): given is Step => 'command' in given;

const play = (rules: RuleSet, ...given: readonly (ProposalCommand | Step)[]) =>
  playOn(
    proposal,
    rules,
    given.map((one) => {
      const {
        command,
        now = '2026-01-26T10:00',
        role = 'centralDesk',
        person: who,
        facts: known = facts,
      } = isStep(one) ? one : { command: one };
      return [command, { ...known, ...circumstances(now, role, who) }] as const;
    }),
  );
const codes = (rules: RuleSet, ...given: readonly (ProposalCommand | Step)[]) =>
  play(rules, ...given).refusals.map(({ code }) => code);
const stateAfter = (rules: RuleSet, ...given: readonly (ProposalCommand | Step)[]): ProposalState => {
  const { state } = play(rules, ...given);
  if (!state) throw new Error('the receipt was refused');
  return state;
};

describe('電子情報処理組織による提案', () => {
  const at = (now: string, command: ProposalCommand = submission, role: Role = 'proposer'): Step => ({
    command,
    now,
    role,
    person: `${role}:9`,
  });

  test.each([
    ['2026-01-20T16:59', []],
    ['2026-01-20T17:00', []],
    ['2026-01-20T17:01', ['closingMomentPassed']],
    ['2025-12-18T23:59', ['arrivedEarly']],
  ])('CHK-REC-1, CHK-REC-4: at Yokohama the server’s clock decides, a filing of %s gives %j', (now, refused) => {
    expect(codes(yokohama, at(now))).toEqual(refused);
  });

  test('CHK-REC-1, 1b-2: without a closing time nothing is taken online, and only Yokohama takes it at all', () => {
    expect(play(withIntake('yokohama', {}), at('2026-01-10T10:00')).refusals).toMatchObject([
      { code: 'proposalSettingMissing', facts: { setting: 'intake.closingTime' } },
    ]);
    for (const rules of [kumamoto, aomori, ichikawa, hokkaido])
      expect(codes(rules, at('2026-01-10T10:00'))).toEqual(['onlineFilingClosed']);
  });

  test('SEC-15: the guideline that was shown has to be the one in force', () => {
    const older = { ...submission, acceptedGuideline: '第0版' };
    expect(play(yokohama, at('2026-01-10T10:00', older)).refusals).toMatchObject([
      { code: 'guidelineNotAccepted', facts: { accepted: '第0版', inForce: '第1版' } },
    ]);
    expect(stateAfter(yokohama, at('2026-01-10T10:00')).guidelineVersion).toBe('第1版');
  });

  test('STP-06: day and time are the server’s, and the filing is bound to the filer’s own account alone', () => {
    const foreign = {
      ...submission,
      proposers: [
        { ...company, account: 'other' },
        { ...company, account: 'third' },
      ],
    };
    expect(stateAfter(yokohama, at('2026-01-10T10:07', foreign))).toMatchObject({
      channel: 'online',
      receivedOn: '2026-01-10',
      receivedTime: '10:07',
      parties: ['proposer:9'],
    });
    const byAgent = { ...submission, agent: person };
    expect(stateAfter(yokohama, at('2026-01-10T10:07', byAgent, 'agent')).parties).toEqual(['agent:9']);
    expect(codes(yokohama, at('2026-01-10T10:07', submission, 'agent'))).toEqual(['agentNotNamed']);
  });

  test('STP-24: on created data the server’s clock decides within the register’s period, and an agent names itself', () => {
    const onCreated: SubmitCreatedProposal = {
      do: 'submitCreatedProposal',
      entry: 'e-1',
      release: 'r-1',
      proposers: [company],
      agent: null,
      form: createdForm,
      attachments: receipt.attachments,
    };
    const submit = (now: string, command = onCreated, role: Role = 'proposer', known = createdFacts) =>
      play(yokohama, { ...at(now, command, role), facts: known });
    expect(submit('2026-01-20T17:00').state).toMatchObject({
      channel: 'online',
      created: { release: 'r-1' },
      call: null,
      guidelineVersion: null,
      receivedOn: '2026-01-20',
      receivedTime: '17:00',
      parties: ['proposer:9'],
    });
    const code = ({ refusals }: ReturnType<typeof submit>) => refusals.map((refusal) => refusal.code);
    expect(code(submit('2026-01-20T17:01'))).toEqual(['closingMomentPassed']);
    expect(code(submit('2025-12-31T23:59'))).toEqual(['arrivedEarly']);
    expect(code(submit('2026-01-10T10:00', onCreated, 'agent'))).toEqual(['agentNotNamed']);
    expect(code(submit('2026-01-10T10:00', onCreated, 'proposer', facts))).toEqual(['createdDataUnknown']);
    expect(codes(kumamoto, { ...at('2026-01-10T10:00', onCreated), facts: createdFacts })).toEqual([
      'onlineFilingClosed',
    ]);
  });

  test('STP-09, DDL-11: a party answers for the named fields alone, through the last day of the deadline', () => {
    const asked: Step = { command: request('2026-01-23'), now: '2026-01-12T10:00', role: 'responsibleDivision' };
    const answer = (form: SubmitCorrection['form'] = { persons: 2000 }): SubmitCorrection => ({
      do: 'submitCorrection',
      form,
      proposers: null,
      agent: null,
      attachments: [],
    });
    const filed = at('2026-01-10T10:00');
    const answered = (now: string, command = answer()) => play(yokohama, filed, asked, at(now, command));
    const inTime = answered('2026-01-23T23:59');
    expect(inTime.refusals).toEqual([]);
    expect(inTime.state).toMatchObject({ stage: 'received', formVersion: 2, form: { persons: 2000 }, warnings: [] });
    expect(inTime.state?.corrections.map(({ answeredOn }) => answeredOn)).toEqual(['2026-01-23']);
    expect(answered('2026-01-24T00:00').refusals).toMatchObject([
      { code: 'correctionDeadlinePassed', basis: 'DDL-11', facts: { deadline: '2026-01-23', today: '2026-01-24' } },
    ]);
    expect(answered('2026-01-15T10:00', answer({ purpose: '別の目的' })).refusals).toMatchObject([
      { code: 'fieldNotOpen', facts: { fields: ['purpose'], open: ['persons'] } },
    ]);
  });

  test('a correction of names and addresses leaves the case with the accounts that filed it', () => {
    const asked: Step = {
      command: { do: 'requestCorrection', points: [{ field: 'proposers', text: '住所' }], deadline: '2026-01-23' },
      now: '2026-01-12T10:00',
      role: 'responsibleDivision',
    };
    const moved = { ...company, address: '架空市南1丁目', account: 'somebody' };
    const answer: SubmitCorrection = {
      do: 'submitCorrection',
      form: {},
      proposers: [moved, moved],
      agent: null,
      attachments: [],
    };
    expect(stateAfter(yokohama, at('2026-01-10T10:00'), asked, at('2026-01-13T10:00', answer)).parties).toEqual([
      'proposer:9',
    ]);
    const desk: Step = {
      command: { ...answer, do: 'receiveCorrection', receivedOn: '2026-01-13', copies: null },
      now: '2026-01-13T10:00',
    };
    expect(stateAfter(yokohama, at('2026-01-10T10:00'), asked, desk).parties).toEqual(['proposer:9']);
  });

  test('a party withdraws on the day itself; the desk records an earlier day that a letter names', () => {
    const withdraw = (withdrawnOn: string): ProposalCommand => ({
      do: 'withdrawProposal',
      withdrawnOn,
      reason: '事業の見直しのため',
    });
    const filed = at('2026-01-10T10:00');
    expect(stateAfter(yokohama, filed, at('2026-01-15T10:00', withdraw('2026-01-15'))).stage).toBe('withdrawn');
    expect(codes(yokohama, filed, at('2026-01-15T10:00', withdraw('2026-01-12')))).toEqual(['withdrawalDayWrong']);
    expect(codes(yokohama, filed, { command: withdraw('2026-01-12'), now: '2026-01-15T10:00' })).toEqual([]);
  });

  test('CHK-REC-1: the desk enters paper alone, never an online filing', () => {
    expect(codes(yokohama, { ...receipt, channel: 'online' })).toEqual(['onlineBySubmission']);
    expect(codes(yokohama, receipt)).toEqual([]);
  });
});

describe('作成された情報についての提案', () => {
  const onCreated = (rules: RuleSet, command: ReceiveCreatedProposal, known = createdFacts) =>
    codes(rules, { command, facts: known });

  test.each([
    ['2025-12-31', 'arrivedEarly'],
    ['2026-01-01', null],
    ['2026-01-20', null],
    ['2026-01-21', 'arrivedLate'],
  ])('STP-24, FRM-03: on %s, against the period that the register shows: %s', (receivedOn, code) => {
    for (const rules of [aomori, hokkaido, kumamoto, yokohama])
      expect(onCreated(rules, { ...createdReceipt, receivedOn })).toEqual(code ? [code] : []);
  });

  test('STP-24: where the register has to show a period and does not, nothing is taken; Ichikawa has none and takes it', () => {
    const open = { ...createdFacts, created: { name: '架空', period: null } };
    expect(onCreated(aomori, createdReceipt, open)).toEqual(['createdPeriodMissing']);
    expect(onCreated(ichikawa, createdReceipt, open)).toEqual([]);
    expect(onCreated(aomori, createdReceipt, facts)).toEqual(['createdDataUnknown']);
  });

  test('FRM-18, scenario 41: the form has neither the file’s name nor the number of persons, and is complete without', () => {
    const known = (command: ProposalCommand): Step => ({ command, facts: createdFacts });
    const state = stateAfter(kumamoto, known(createdReceipt), known(identity), known(complete));
    expect(state).toMatchObject({
      stage: 'inReview',
      call: null,
      created: { release: 'r-1' },
      form: { fileName: null, persons: null },
    });
    const bare = { ...createdReceipt, form: { ...createdForm, purpose: null } };
    expect(play(kumamoto, known(bare), known(identity), known(complete)).refusals[0]?.facts.missing).toEqual([
      'purpose',
    ]);
  });

  test('scenario 41, CRI-X: criteria 2 and 3 are not asked, and five findings make the notice', () => {
    const priced = { ...createdFacts, createdTerms: { firstFeeYen: 72_350, holdings: [] } };
    const known = (command: ProposalCommand): Step => ({ command, facts: priced, role: 'responsibleDivision' });
    const desk = (command: ProposalCommand): Step => ({ command, facts: createdFacts });
    const finding = (criterion: CriterionId): Step =>
      known({ do: 'recordFinding', criterion, met: true, reason: '認められる。', evidence: [], flaw: null });
    const begun = [desk(createdReceipt), desk(identity), desk(complete)];
    expect(codes(aomori, ...begun, finding('CRI-2'), finding('CRI-3'))).toEqual([
      'criterionNotAsked',
      'criterionNotAsked',
    ]);
    const notice: Step = known({
      do: 'issueConformingNotice',
      noticeDate: '2026-01-26',
      documentNumber: '第1号',
      contractParty: null,
      feePayment: null,
      applicationDeadline: null,
      feeDeadline: null,
      printedFeeYen: null,
    });
    const fee: Step = known({
      do: 'determineFee',
      minutes: [60],
      outsourcingYen: null,
      outsourcedPersons: null,
      identicalProposals: 1,
      holderOf: null,
      yen: null,
      reason: null,
    });
    const asked = aomori.createdData.criteria?.value ?? [];
    const judged = [...begun, ...asked.map(finding), fee, notice];
    expect(play(aomori, ...judged).refusals).toEqual([]);
    expect(stateAfter(aomori, ...judged).notice?.findings.map(({ criterion }) => criterion)).toEqual([...asked]);
  });

  test('1c-06: agents and corrections stand open for created data, and an organ can close either', () => {
    const byAgent = { ...createdReceipt, agent: person };
    for (const rules of [aomori, hokkaido, kumamoto, ichikawa]) expect(onCreated(rules, byAgent)).toEqual([]);
    const closed: RuleSet = {
      ...hokkaido,
      createdData: { ...hokkaido.createdData, agents: set(false), corrections: set(false) },
    };
    expect(onCreated(closed, byAgent)).toEqual(['agentNotProvided']);
    const ask: Step = { command: request('2026-02-02'), role: 'head', facts: createdFacts };
    expect(codes(closed, { command: createdReceipt, facts: createdFacts }, ask)).toEqual(['correctionNotProvided']);
    expect(codes(hokkaido, { command: createdReceipt, facts: createdFacts }, ask)).toEqual([]);
  });
});

describe('代理人と本人確認', () => {
  test.each([
    ['kumamoto', kumamoto, ['powerOfAttorney', 'identity:proposer:1']],
    ['aomori-police', aomori, ['powerOfAttorney', 'identity:proposer:1', 'identity:agent']],
    ['hokkaido-university', hokkaido, ['identity:agent']],
  ])('CHK-ID-4, FRM-10, scenario 23: with an agent %s still wants exactly these papers', (_, rules, missing) => {
    expect(play(rules, { ...receipt, agent: person }, complete).refusals[0]?.facts.missing).toEqual(missing);
  });

  test('scenario 22, STP-07, CHK-ID-1: 被保険者証 does at Hokkaido, at Aomori only as another legal paper that is still valid', () => {
    const card = (document: CheckIdentity['document'], validThrough: string | null): CheckIdentity => ({
      ...identity,
      document,
      madeOn: null,
      validThrough,
    });
    const shown = (rules: RuleSet, check: CheckIdentity) => codes(rules, { ...receipt, proposers: [person] }, check);
    expect(shown(hokkaido, card('healthInsuranceCard', '2026-03-31'))).toEqual([]);
    expect(shown(aomori, card('healthInsuranceCard', '2026-03-31'))).toEqual(['identityDocumentNotAdmitted']);
    expect(shown(aomori, card('otherLegal', '2026-01-19'))).toEqual(['identityDocumentExpired']);
    expect(shown(aomori, card('otherLegal', '2026-01-20'))).toEqual([]);
    expect(shown(aomori, card('healthQualificationCertificate', null))).toEqual(['identityValidityMissing']);
  });

  test('scenario 20, DDL-07, CHK-ID-2: 2025-08-31 counts back to 2025-02-28, with a soft warning', () => {
    const august = { ...receipt, receivedOn: '2025-08-31' };
    const window = facts.call && { ...facts.call, opensOn: '2025-08-01', closesOn: '2025-08-31' };
    const known = { ...facts, call: window };
    const checked = (madeOn: string, command: ReceiveProposal) =>
      play(kumamoto, { command, facts: known }, { command: { ...identity, madeOn }, facts: known });
    expect(checked('2025-02-28', august).state?.identityChecks[0]?.warnings).toEqual(['certificateLimitClipped']);
    expect(checked('2025-02-27', august).refusals).toMatchObject([{ code: 'certificateTooOld' }]);
    const plain = checked('2025-02-28', { ...august, receivedOn: '2025-08-28' });
    expect(plain.state?.identityChecks[0]?.warnings).toEqual([]);
  });

  test('CHK-ID-3, EXC-3: another fitting paper is taken with its unavoidable reason, and the reason is kept', () => {
    const other: CheckIdentity = { ...identity, document: 'other', madeOn: null };
    expect(codes(aomori, receipt, other)).toEqual(['identityDocumentNotAdmitted']);
    const { identityChecks } = stateAfter(aomori, receipt, { ...other, otherReason: '登記の手続中のため。' });
    expect(identityChecks[0]?.otherReason).toBe('登記の手続中のため。');
  });

  test('CHK-ID-5: Aomori takes a paper of a company’s 担当者 and never misses it; other organs do not ask', () => {
    const paper: CheckIdentity = {
      ...identity,
      party: 'contactPerson',
      document: 'driverLicence',
      validThrough: '2027-01-01',
    };
    expect(codes(aomori, receipt, paper)).toEqual([]);
    expect(codes(aomori, receipt, identity, complete)).toEqual([]);
    expect(codes(kumamoto, receipt, paper)).toEqual(['contactPaperNotProvided']);
    expect(codes(aomori, { ...receipt, proposers: [person] }, paper)).toEqual(['partyUnknown']);
  });

  test('EXC-1, STP-05: the principal is heard although an agent files; what was said is no part of the state', () => {
    const talk = (text: string, who: 'proposer:1' | 'proposer:2' = 'proposer:1'): ProposalCommand => ({
      do: 'recordContact',
      on: '2026-01-26',
      way: 'phone',
      with: who,
      topic: 'hearing',
      text,
    });
    const played = play(aomori, { ...receipt, agent: person }, talk('秘の話'), talk(' '), talk('秘', 'proposer:2'));
    expect(played.refusals).toMatchObject([{ code: 'contactTextMissing' }, { code: 'partyUnknown' }]);
    expect(played.state?.contacts).toEqual([
      { on: '2026-01-26', way: 'phone', with: 'proposer:1', topic: 'hearing', by: 'centralDesk:1' },
    ]);
    expect(JSON.stringify(played.state)).not.toContain('秘の話');
  });
});

describe('形式の確認と補正', () => {
  test('STP-08, FRM-07, CHK-DOC: every box of the form that is empty is named, and an item that the register does not know', () => {
    const empty = { ...form, items: [{ name: '血液型', detail: 'そのまま' }], handlers: [], measures: null };
    const { refusals } = play(kumamoto, { ...receipt, form: empty }, identity, complete);
    expect(refusals[0]?.facts.missing).toEqual(['handlers', 'measures', 'itemInRegister:血液型']);
  });

  test('DDL-12: a period of use that ends before it begins is asked for', () => {
    const backwards = { ...form, period: { from: '2027-03-31', to: '2026-04-01' } };
    const { refusals } = play(kumamoto, { ...receipt, form: backwards }, identity, complete);
    expect(refusals[0]?.facts.missing).toEqual(['periodContradictory']);
  });

  test('CHK-REC-2, FRM-08, FRM-09, FRM-11, FRM-12: copies, pledge, usefulness and identity are missed, other papers only when asked for', () => {
    const missing = (copies: number) =>
      play(kumamoto, { ...receipt, copies, attachments: [] }, complete).refusals[0]?.facts.missing;
    const papers = ['pledge:proposer:1', 'usefulness', 'identity:proposer:1'];
    expect(missing(2)).toEqual(papers);
    expect(missing(1)).toEqual(['copies', ...papers]);
  });

  test('scenario 11, CHK-DOC: 999 persons go on to the review with the desk’s finding, so that the division asks', () => {
    const few = { ...receipt, form: { ...form, persons: 999 } };
    expect(stateAfter(kumamoto, few, identity, complete).warnings).toEqual(['personCountOutside']);
    expect(stateAfter(kumamoto, receipt, identity, complete).warnings).toEqual([]);
  });

  test('STP-09: the division asks at Aomori, the head at Hokkaido University, any of them at Kumamoto', () => {
    const roles: Role[] = ['centralDesk', 'responsibleDivision', 'head'];
    const asks = (rules: RuleSet) =>
      roles.filter((role) => codes(rules, receipt, { command: request('2026-02-02'), role }).length === 0);
    expect([aomori, hokkaido, kumamoto].map(asks)).toEqual([['responsibleDivision'], ['head'], roles]);
  });

  test('scenario 7, EXC-2: a file of a unit may be named by its unit', () => {
    const unit = { ...facts, call: facts.call && { ...facts.call, group: '架空の台帳 (五所属)' } };
    const named = { ...receipt, form: { ...form, fileName: '架空の台帳 (五所属)' } };
    const checked = (known: ProposalFacts) =>
      codes(kumamoto, { command: named, facts: known }, identity, { command: complete, facts: known });
    expect([checked(unit), checked(facts)]).toEqual([[], ['incomplete']]);
  });
});

test('CHK-REC-5: the papers go to the desk that each organ names, and to no other', () => {
  const desk = (organ: string) => {
    const { name, postalCode, address } = rulesOf(organ).desk;
    return [name?.value, postalCode?.value, address?.value].filter((part) => part !== undefined).join(' ');
  };
  expect(['kumamoto', 'ichikawa', 'aomori-police'].map(desk)).toEqual([
    '熊本市総務局行政管理部法制課（情報公開窓口） 860-8601 熊本市中央区手取本町1番1号 熊本市役所本庁舎地下1階',
    '総務部総務課 市川市南八幡2丁目20番2号',
    '総務課',
  ]);
});

describe('送付と経過日数', () => {
  test('STP-06, REC-1: the original goes on with a copy kept, each version once, on no impossible day', () => {
    expect(codes(aomori, receipt, forward('2026-01-20', false))).toEqual(['copyNotKept']);
    expect(codes(aomori, receipt, forward('2026-01-19'), forward('2026-01-27'))).toEqual([
      'forwardingDayWrong',
      'forwardingDayWrong',
    ]);
    const ask: Step = { command: request('2026-01-26'), now: '2026-01-22T10:00', role: 'responsibleDivision' };
    const played = play(
      aomori,
      receipt,
      forward('2026-01-20'),
      forward('2026-01-21'),
      ask,
      correction('2026-01-25'),
      forward('2026-01-26'),
    );
    expect(played.refusals).toMatchObject([{ code: 'alreadyForwarded' }]);
    expect(played.state?.forwardings).toEqual([
      { version: 1, on: '2026-01-20', to: '架空課', copyKept: true },
      { version: 2, on: '2026-01-26', to: '架空課', copyKept: true },
    ]);
  });

  const target = (rules: RuleSet, days: number | null): RuleSet => ({
    ...rules,
    deadlines: {
      ...rules.deadlines,
      promptActs: {
        ...rules.deadlines.promptActs,
        forwarding: { ...rules.deadlines.promptActs.forwarding, targetDays: days === null ? null : set(days) },
      },
    },
  });

  test('scenario 19, DDL-09: 直ちに has no number, so the organ’s own target rings, and none rings without one', () => {
    const state = stateAfter(aomori, receipt);
    const on = (days: number | null, today: string) => promptActs(state, target(aomori, days), today)[0];
    expect(on(2, '2026-01-22')).toMatchObject({ word: '直ちに', days: 2, overdue: false, basis: '第５-2(3)' });
    expect(on(2, '2026-01-23')).toMatchObject({ days: 3, overdue: true, doneOn: null });
    expect(on(null, '2026-12-31')).toMatchObject({ overdue: false });
    const sent = stateAfter(aomori, receipt, forward('2026-01-21'));
    expect(promptActs(sent, target(aomori, 2), '2026-12-31')[0]).toMatchObject({
      doneOn: '2026-01-21',
      days: 1,
      overdue: false,
    });
  });

  test('OUT-4, DDL-09: the review rests from the request until the papers are complete again', () => {
    const begun: Step = { command: complete, now: '2026-01-20T10:00' };
    const ask: Step = { command: request('2026-02-10'), now: '2026-01-25T10:00', role: 'responsibleDivision' };
    const steps: Step[] = [
      { command: receipt, now: '2026-01-20T09:00' },
      { command: identity },
      begun,
      ask,
      { command: correction('2026-02-01'), now: '2026-02-01T10:00' },
    ];
    const review = (state: ProposalState, today: string) =>
      promptActs(state, aomori, today).find(({ act }) => act === 'review');
    expect(review(stateAfter(aomori, ...steps), '2026-02-04')).toMatchObject({ days: 5, restedDays: 10 });
    const again = stateAfter(aomori, ...steps, { command: complete, now: '2026-02-03T10:00' });
    expect(review(again, '2026-02-04')).toMatchObject({
      since: '2026-01-20',
      days: 6,
      restedDays: 9,
      word: '速やかに',
    });
  });
});

describe('誤記の訂正', () => {
  const other: Step = { command: confirm, person: 'centralDesk:2' };

  test('a typing error is corrected with a reason, by a second person, and the deadlines that move are shown first', () => {
    const typed = [receipt, identity];
    expect(codes(kumamoto, ...typed, retype({ receivedOn: '2026-01-19' }, ' '))).toEqual(['typingWithoutReason']);
    expect(codes(kumamoto, ...typed, retype({ receivedOn: '2026-01-20' }))).toEqual(['nothingRetyped']);
    expect(codes(kumamoto, ...typed, confirm)).toEqual(['noTypingPending']);
    const pending = stateAfter(kumamoto, ...typed, retype({ receivedOn: '2026-01-19' }));
    expect(pending.receivedOn).toBe('2026-01-20');
    expect(pending.pendingTyping?.preview.moves).toEqual([
      { name: 'certificateFrom', from: '2025-07-20', to: '2025-07-19' },
    ]);
    expect(codes(kumamoto, ...typed, retype({ receivedOn: '2026-01-19' }), confirm)).toEqual(['secondPersonMissing']);
    const after = stateAfter(kumamoto, ...typed, retype({ receivedOn: '2026-01-19' }), other);
    expect(after).toMatchObject({
      receivedOn: '2026-01-19',
      pendingTyping: null,
      identityChecks: [{ madeOn: '2025-12-01' }],
    });
  });

  test('DDL-07, CHK-REC-4: a corrected day of receipt says what no longer holds and what holds again', () => {
    const state = stateAfter(kumamoto, receipt, { ...identity, madeOn: '2025-07-20' });
    const known = { ...facts, ...circumstances('2026-01-26T10:00') };
    const preview = (receivedOn: string) => previewCorrection({ ...nothing, receivedOn }, state, kumamoto, known);
    expect(preview('2026-01-21').newFindings).toEqual(['arrivedLate', 'certificateTooOld:proposer:1']);
    expect(preview('2025-12-18').newFindings).toEqual(['arrivedEarly']);
    expect(preview('2026-01-19').newFindings).toEqual([]);
  });

  test('DDL-16: a corrected day of receipt settles anew who is a minor', () => {
    const young = { ...person, birthDate: '2008-01-20' };
    const known = { ...facts, birthDates: ['2008-01-20'] };
    const steps: Step[] = [
      { command: { ...receipt, proposers: [young] } },
      { command: retype({ receivedOn: '2026-01-19' }), facts: known },
      { ...other, facts: known },
    ];
    expect(stateAfter(kumamoto, ...steps.slice(0, 1)).minors).toEqual([]);
    expect(stateAfter(kumamoto, ...steps).minors).toEqual([1]);
    expect(stateAfter(kumamoto, ...steps.slice(0, 2)).pendingTyping?.preview.newFindings).toEqual(['minor:proposer:1']);
  });

  test('DDL-04, DDL-05: a mistyped day of the notice moves the deadlines that the rule counts from it, and no typed one', () => {
    const division = (command: ProposalCommand): Step => ({
      command,
      role: 'responsibleDivision',
      now: '2026-02-05T10:00',
    });
    const later = (command: ProposalCommand, person = 'centralDesk:1'): Step => ({
      command,
      person,
      now: '2026-02-05T10:00',
    });
    const judged = (applicationDeadline: { value: string; reason: string } | null): Step[] => [
      later(receipt),
      later(identity),
      later(complete),
      ...aomori.review.criteria.map(({ id }) =>
        division({ do: 'recordFinding', criterion: id, met: true, reason: '認められる。', evidence: [], flaw: null }),
      ),
      division({
        do: 'determineFee',
        minutes: [60],
        outsourcingYen: null,
        outsourcedPersons: null,
        identicalProposals: 1,
        holderOf: null,
        yen: null,
        reason: null,
      }),
      division({
        do: 'issueConformingNotice',
        noticeDate: '2026-01-30',
        documentNumber: '第1号',
        contractParty: null,
        feePayment: null,
        applicationDeadline,
        feeDeadline: null,
        printedFeeYen: null,
      }),
      later(retype({ noticeDate: '2026-02-03' })),
    ];
    expect(play(aomori, ...judged(null)).refusals).toEqual([]);
    expect(stateAfter(aomori, ...judged(null)).pendingTyping?.preview.moves).toEqual([
      { name: 'contractApplication', from: '2026-03-02', to: '2026-03-03' },
      { name: 'fee', from: '2026-03-02', to: '2026-03-03' },
    ]);
    const after = stateAfter(aomori, ...judged(null), later(confirm, 'centralDesk:2'));
    expect(after).toMatchObject({ applicationDeadline: '2026-03-03', feeDeadline: '2026-03-03' });
    expect(after.notice).toMatchObject({ noticeDate: '2026-02-03', items: { ruleDeadline: '2026-03-03' } });
    const typed = judged({ value: '2026-03-10', reason: '郵便の事情' });
    expect(stateAfter(aomori, ...typed).pendingTyping?.preview.moves).toEqual([]);
  });

  test('a time that the server’s clock gave is never retyped', () => {
    const online: Step = { command: submission, now: '2026-01-20T16:00', role: 'proposer' };
    expect(codes(yokohama, online, retype({ receivedOn: '2026-01-19' }))).toEqual(['serverTimeStands']);
  });

  test('a correction that is dropped leaves everything as it was', () => {
    const drop: ProposalCommand = { do: 'dropTypingCorrection', reason: '収受印のとおりだった。' };
    const before = stateAfter(kumamoto, receipt);
    expect(stateAfter(kumamoto, receipt, retype({ copies: 3 }), drop)).toEqual(before);
  });
});

describe('二重の入力', () => {
  const scan = { name: '提案書.pdf', digest: 'a'.repeat(64), bytes: 10 };
  const filed = (id: string, state: ProposalState, names: readonly string[] = []) => ({ id, state, names });
  const standing = stateAfter(kumamoto, receipt);
  const otherForm = { ...form, purpose: '別の目的' };
  const differing = stateAfter(kumamoto, { ...receipt, form: otherForm });

  test('the same paper entered twice is found by its form, its scan or its proposers, and nothing else is', () => {
    const scanned = (command: ReceiveProposal) =>
      stateAfter(kumamoto, { ...command, attachments: [{ kind: 'pledge', of: 1, file: scan }] });
    expect(possibleDuplicates(filed('2', standing), [filed('1', standing), filed('2', standing)])).toEqual([
      { id: '1', grounds: ['sameForm'] },
    ]);
    expect(possibleDuplicates(filed('2', differing), [filed('1', standing)])).toEqual([]);
    expect(possibleDuplicates(filed('2', differing, ['甲']), [filed('1', standing, ['甲'])])).toEqual([
      { id: '1', grounds: ['sameNames'] },
    ]);
    expect(
      possibleDuplicates(filed('2', scanned({ ...receipt, form: otherForm })), [filed('1', scanned(receipt))]),
    ).toEqual([{ id: '1', grounds: ['sameScan'] }]);
    const elsewhere = { ...standing, call: 'c-2' };
    expect(possibleDuplicates(filed('2', standing), [filed('1', elsewhere)])).toEqual([]);
  });

  test('the second entry ends and names the one that goes on, which must be of the same call and file and alive', () => {
    const into = (reason: string): ProposalCommand => ({ do: 'joinDuplicate', into: 'p-1', reason });
    const join = (known: ProposalFacts['other'], reason = '同じ提案書を二度入力した。') =>
      play(kumamoto, receipt, { command: into(reason), facts: { ...facts, other: known } });
    expect(join(standing).state).toMatchObject({ stage: 'joined', joinedInto: 'p-1' });
    expect(join(standing, ' ').refusals).toMatchObject([{ code: 'joiningWithoutReason' }]);
    expect(join(null).refusals).toMatchObject([{ code: 'otherProposalUnknown' }]);
    expect(join({ ...standing, stage: 'withdrawn' }).refusals).toMatchObject([{ code: 'otherProposalEnded' }]);
    expect(join({ ...standing, entry: 'e-2' }).refusals).toMatchObject([{ code: 'otherProposalDiffers' }]);
  });
});

test('STP-06: a proposal is withdrawn on a day from its receipt to today, with the reason', () => {
  const withdraw = (withdrawnOn: string, reason = '計画の変更'): ProposalCommand => ({
    do: 'withdrawProposal',
    withdrawnOn,
    reason,
  });
  expect(codes(kumamoto, receipt, withdraw('2026-01-19'), withdraw('2026-01-27'), withdraw('2026-01-26', ''))).toEqual([
    'withdrawalDayWrong',
    'withdrawalDayWrong',
    'withdrawalWithoutReason',
  ]);
  expect(stateAfter(kumamoto, receipt, withdraw('2026-01-26')).stage).toBe('withdrawn');
});

const anyStep = fc.record({
  person: fc.constantFrom('centralDesk:1', 'centralDesk:2'),
  role: fc.constantFrom<Role>('centralDesk', 'responsibleDivision'),
  command: fc.constantFrom<ProposalCommand>(
    identity,
    complete,
    forward('2026-01-26'),
    request('2026-02-02'),
    correction('2026-01-26'),
    retype({ receivedOn: '2026-01-19' }),
    retype({ copies: 1 }),
    retype({ form: { purpose: '改めた目的' } }),
    confirm,
    { do: 'dropTypingCorrection', reason: '誤り' },
    { do: 'recordContact', on: '2026-01-26', way: 'phone', with: 'proposer:1', topic: 'other', text: '秘の話' },
    { do: 'joinDuplicate', into: 'p-1', reason: '二重' },
    { do: 'withdrawProposal', withdrawnOn: '2026-01-26', reason: '都合' },
  ),
});

test('intake, any sequence of commands: events rebuild the state, no personal data in it, two persons for every retyped word', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 16 }), (steps) => {
      const known = { ...facts, other: stateAfter(kumamoto, receipt) };
      const { state, events } = play(
        kumamoto,
        { command: receipt, facts: known },
        ...steps.map((step) => ({ ...step, facts: known })),
      );
      if (!state) throw new Error('the receipt was refused');
      reached.add(state.stage);
      expect(rebuild(proposal.evolve, events)).toEqual(state);
      expect(JSON.stringify(state)).not.toMatch(/秘|himitsu|000-0000/);
      for (const event of events)
        if (event.type === 'typingCorrected') {
          reached.add('retyped');
          expect(event.data.confirmedBy).not.toBe(event.data.by);
        }
      expect(new Set(state.forwardings.map(({ version }) => version)).size).toBe(state.forwardings.length);
      const spans = state.reviewSpans;
      expect(spans.filter(({ to }) => to === null).length).toBeLessThanOrEqual(1);
      expect(spans.some(({ to }) => to === null) || state.stage !== 'inReview').toBe(true);
    }),
    { seed: 20260126, numRuns: 1500 },
  );
  expect(reached).toEqual(new Set(['received', 'correctionRequested', 'inReview', 'withdrawn', 'joined', 'retyped']));
});
