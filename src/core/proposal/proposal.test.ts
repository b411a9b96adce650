import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play as playOn } from '../../../test/support/play.ts';
import { circumstances, rulesOf } from '../../../test/support/shippedRules.ts';
import { rebuild } from '../aggregate.ts';
import { criterionIds } from '../organ/provision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { Role } from '../role.ts';
import type { PartyInput, ProposalCommand, ReceiveProposal } from './commands.ts';
import type { ProposalFacts } from './facts.ts';
import { proposal } from './proposal.ts';

const kumamoto = rulesOf('kumamoto');
const aomori = rulesOf('aomori-police');
const hokkaido = rulesOf('hokkaido-university');

const persons = (uniquePersons: number, cumulativePersons = uniquePersons) => ({
  uniquePersons,
  cumulativePersons,
  countedOn: '2026-01-20',
});
const facts: ProposalFacts = {
  call: {
    stage: 'closed',
    opensOn: '2025-12-19',
    closesOn: '2026-01-20',
    entries: ['e-1'],
    group: null,
    guidelineVersion: '第1版',
    personsAtClose: persons(5000),
  },
  entry: {
    fileName: '学童保育システム',
    responsibleOrganization: '架空課',
    recordItems: ['住所', '年齢'],
    persons: persons(5100),
    thirdPartyProcedure: null,
  },
  created: null,
  other: null,
  birthDates: [],
  createdTerms: null,
  sameCallProposals: null,
  proposals: {},
  number: { fiscalYear: 2025, serial: 1 },
  cancellations: [],
};

/** Words that stand in the personal parts alone; the state may hold none of them. */
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

const receipt: ReceiveProposal = {
  do: 'receiveProposal',
  call: 'c-1',
  entry: 'e-1',
  channel: 'post',
  copies: 2,
  receivedOn: '2026-01-20',
  receivedTime: null,
  dispatchedOn: '2026-01-19',
  envelopeNoted: true,
  proposers: [company],
  agent: null,
  form: {
    fileName: '学童保育システム',
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
  },
  attachments: [
    { kind: 'pledge', of: 1, file: null },
    { kind: 'usefulness', of: null, file: null },
  ],
};
const withForm = (form: Partial<ReceiveProposal['form']>): ReceiveProposal => ({
  ...receipt,
  form: { ...receipt.form, ...form },
});
const identity: ProposalCommand = {
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
const finding = (criterion: (typeof criterionIds)[number], met = true, reason = '認められる。'): ProposalCommand => ({
  do: 'recordFinding',
  criterion,
  met,
  reason,
  evidence: [],
  flaw: null,
});
const typedFee: ProposalCommand = {
  do: 'determineFee',
  minutes: [],
  outsourcingYen: null,
  outsourcedPersons: null,
  identicalProposals: 1,
  holderOf: null,
  yen: 72350,
  reason: '条例による。',
};
const typed = (value: string) => ({ value, reason: '公示に定めがないため。' });
const notice: ProposalCommand = {
  do: 'issueConformingNotice',
  noticeDate: '2026-01-30',
  documentNumber: '第1号',
  contractParty: typed('市長'),
  feePayment: typed('納入通知書'),
  applicationDeadline: typed('2026-03-02'),
  feeDeadline: typed('2026-03-02'),
  printedFeeYen: null,
};
const refusalNotice: ProposalCommand = {
  do: 'issueNonConformingNotice',
  noticeDate: '2026-01-30',
  documentNumber: '第2号',
};
const application: ProposalCommand = { do: 'receiveContractApplication', receivedOn: '2026-02-10', copies: 2 };
const payment: ProposalCommand = {
  do: 'confirmPayment',
  paidOn: '2026-02-12',
  yen: 72350,
  way: '納入通知書',
  handedIn: null,
  mailReason: null,
};
const contract: ProposalCommand = {
  do: 'concludeContract',
  concludedOn: '2026-02-13',
  copies: 2,
  copyReturnedOn: '2026-02-13',
  provisionDeadline: null,
  stillEligible: true,
  stampedCopies: null,
};
const inReview: readonly ProposalCommand[] = [receipt, identity, complete];
const reviewed: readonly ProposalCommand[] = [...inReview, ...criterionIds.map((id) => finding(id)), typedFee];

interface Setting {
  readonly rules?: RuleSet;
  readonly role?: Role;
  readonly facts?: ProposalFacts;
  readonly now?: string;
}

function play(commands: readonly ProposalCommand[], setting: Setting = {}) {
  const known = { ...(setting.facts ?? facts), ...circumstances(setting.now ?? '2026-01-26T10:00', setting.role) };
  return playOn(
    proposal,
    setting.rules ?? kumamoto,
    commands.map((command) => [command, known] as const),
  );
}

const stageAfter = (commands: readonly ProposalCommand[], setting?: Setting) => play(commands, setting).state?.stage;

describe('提案の収受', () => {
  test.each([
    ['2026-01-20', true],
    ['2026-01-21', false],
  ])(
    'scenario 10, CHK-REC-4: a letter postmarked 2026-01-19 that arrives on %s is in time at Kumamoto: %s',
    (receivedOn, inTime) => {
      const { state, refusals } = play([{ ...receipt, receivedOn }]);
      expect(state !== null).toBe(inTime);
      expect(refusals).toMatchObject(inTime ? [] : [{ code: 'arrivedLate', basis: '5(2)注2' }]);
    },
  );

  test('CHK-REC-4: where dispatch decides, the postmark counts and has to be noted', () => {
    const dispatch: RuleSet = {
      ...kumamoto,
      intake: { ...kumamoto.intake, arrivalRule: { value: 'dispatch', text: '設定', source: '設計' } },
    };
    expect(stageAfter([{ ...receipt, receivedOn: '2026-01-22' }], { rules: dispatch })).toBe('received');
    expect(play([{ ...receipt, dispatchedOn: null }], { rules: dispatch }).refusals).toMatchObject([
      { code: 'dispatchDayMissing' },
    ]);
  });

  test('scenarios 9 and 103, DDL-03: nothing comes over a counter that is closed', () => {
    const at = (receivedOn: string, receivedTime: string) =>
      play([{ ...receipt, channel: 'inPerson', receivedOn, receivedTime }]).refusals.map(({ code }) => code);
    expect(at('2025-12-26', '16:59')).toEqual([]);
    expect(at('2025-12-26', '17:01')).toEqual(['counterClosed']);
    expect(at('2025-12-27', '10:00')).toEqual(['counterClosed']);
    expect(at('2025-12-30', '10:00')).toEqual(['counterClosed']);
    expect(at('2026-01-12', '10:00')).toEqual(['counterClosed']);
    expect(at('2026-01-20', '17:00')).toEqual([]);
  });

  test('scenario 18, CHK-REC-1, SEC-9: Aomori takes no electronic filing and names the channels', () => {
    expect(play([{ ...receipt, channel: 'online' }], { rules: aomori }).refusals).toMatchObject([
      { code: 'onlineFilingClosed', facts: { channels: ['inPerson', 'post'] } },
    ]);
  });

  test('CHK-REC-3: a missing red inscription is no ground of refusal', () => {
    expect(play([{ ...receipt, envelopeNoted: false }]).state?.warnings).toEqual(['envelopeNoteMissing']);
  });

  test('STP-06: the day of the receipt stamp differs from the day of entry, and the number and guideline are kept', () => {
    expect(play([{ ...receipt, receivedOn: '2026-01-19' }]).state).toMatchObject({
      receivedOn: '2026-01-19',
      enteredOn: '2026-01-26',
      number: { fiscalYear: 2025, serial: 1 },
      guidelineVersion: '第1版',
    });
    expect(play([{ ...receipt, receivedOn: '2026-01-27' }]).refusals).toMatchObject([{ code: 'receivedInFuture' }]);
  });

  test('scenario 105, DQ-7: a state organ is refused by Ichikawa alone', () => {
    const organ = { ...receipt, channel: 'writing', proposers: [{ ...company, kind: 'stateOrgan' }] } as const;
    const ichikawa = rulesOf('ichikawa');
    const open: RuleSet = { ...ichikawa, intake: { ...ichikawa.intake, arrivalRule: kumamoto.intake.arrivalRule } };
    expect(play([organ], { rules: open }).refusals).toMatchObject([{ code: 'excludedBody' }]);
    expect(stageAfter([{ ...organ, channel: 'post' }])).toBe('received');
  });
});

describe('形式の確認', () => {
  const missing = (commands: readonly ProposalCommand[]) =>
    play([...commands, complete]).refusals.at(-1)?.facts.missing;

  test('scenario 17, CHK-REC-2: one of two copies is incomplete', () => {
    expect(missing([{ ...receipt, copies: 1 }, identity])).toEqual(['copies']);
  });

  test('scenario 15, CHK-DOC: another file name than the register’s is asked for', () => {
    expect(missing([withForm({ fileName: '学童保育システム(旧)' }), identity])).toEqual(['fileNameInRegister']);
  });

  test('scenario 16, CHK-DOC, CRI-3: an item without the level wanted is asked for; a corrected text below the standard fails criterion 3', () => {
    const vague = withForm({ items: [{ name: '住所', detail: null }] });
    expect(missing([vague, identity])).toEqual(['itemDetail:住所']);
    const corrected: readonly ProposalCommand[] = [
      vague,
      identity,
      { do: 'requestCorrection', points: [{ field: 'items', text: '住所の程度' }], deadline: '2026-01-27' },
      {
        do: 'receiveCorrection',
        receivedOn: '2026-01-26',
        form: { items: [{ name: '住所', detail: '地番まで' }] },
        proposers: null,
        agent: null,
        copies: null,
        attachments: [],
      },
      complete,
      finding('CRI-3', false, '規則62条の基準に適合しない。'),
      refusalNotice,
    ];
    const { state, refusals } = play(corrected);
    expect(refusals).toEqual([]);
    expect(state).toMatchObject({
      stage: 'nonConforming',
      notice: { findings: [{ criterion: 'CRI-3', reason: '規則62条の基準に適合しない。' }], warnings: [] },
    });
  });

  test('scenario 25, 1c-23: of two joint proposers both pledge', () => {
    const joint = { ...receipt, proposers: [company, company], attachments: receipt.attachments };
    expect(missing([joint, identity, { ...identity, party: 'proposer:2' } as ProposalCommand])).toEqual([
      'pledge:proposer:2',
    ]);
  });

  test('scenario 23, CHK-ID-4: an agent needs 委任状; Kumamoto then identifies the proposer, Aomori both', () => {
    const byAgent = { ...receipt, agent: person };
    expect(missing([byAgent])).toEqual(['powerOfAttorney', 'identity:proposer:1']);
    const atAomori = play([byAgent, complete], { rules: { ...aomori, intake: kumamoto.intake } });
    expect(atAomori.refusals[0]?.facts.missing).toEqual(['powerOfAttorney', 'identity:proposer:1', 'identity:agent']);
  });

  test.each([
    ['2025-07-20', []],
    ['2025-07-19', ['certificateTooOld']],
  ])('scenario 20, DDL-07: a certificate of %s for a proposal of 2026-01-20 gives %j', (madeOn, codes) => {
    expect(play([receipt, { ...identity, madeOn } as ProposalCommand]).refusals.map(({ code }) => code)).toEqual(codes);
  });

  test('scenario 21, DDL-08: an expired licence is not acceptable', () => {
    const licence = {
      ...identity,
      document: 'driverLicence',
      madeOn: null,
      validThrough: '2026-01-19',
    } as ProposalCommand;
    expect(play([{ ...receipt, proposers: [person] }, licence]).refusals).toMatchObject([
      { code: 'identityDocumentExpired' },
    ]);
  });

  test('CHK-ID-3: a paper that is not on the list needs the unavoidable reason', () => {
    const other = { ...identity, document: 'driverLicence' } as ProposalCommand;
    expect(play([receipt, other]).refusals).toMatchObject([{ code: 'identityDocumentNotAdmitted' }]);
    expect(play([receipt, { ...other, otherReason: 'やむを得ない' } as ProposalCommand]).refusals).toEqual([]);
  });

  test('STP-09, DDL-11: only the fields that were asked for open, until the deadline and with a warning after it', () => {
    const request: ProposalCommand = {
      do: 'requestCorrection',
      points: [{ field: 'persons', text: '1,000人以上に' }],
      deadline: '2026-01-27',
    };
    const correction = (form: Partial<ReceiveProposal['form']>, receivedOn = '2026-01-27'): ProposalCommand => ({
      do: 'receiveCorrection',
      receivedOn,
      form,
      proposers: null,
      agent: null,
      copies: null,
      attachments: [],
    });
    const base = [withForm({ persons: 999 }), request];
    expect(play([...base, correction({ persons: 1000, purpose: '別の目的' })]).refusals).toMatchObject([
      { code: 'fieldNotOpen', facts: { fields: ['purpose'] } },
    ]);
    expect(play([...base, correction({ persons: 1000 })]).state).toMatchObject({
      stage: 'received',
      formVersion: 2,
      form: { persons: 1000, purpose: '需要の見積り' },
      warnings: [],
    });
    expect(play([...base, correction({ persons: 1000 }, '2026-01-28')]).state?.warnings).toEqual(['correctionLate']);
  });
});

describe('審査', () => {
  const countedAs = (requested: number, filePersons = persons(5000), rules = kumamoto) =>
    play([withForm({ persons: requested }), identity, complete, finding('CRI-2')], {
      rules: {
        ...rules,
        intake: kumamoto.intake,
        attachments: kumamoto.attachments,
        identityCheck: kumamoto.identityCheck,
      },
      facts: { ...facts, call: facts.call && { ...facts.call, personsAtClose: filePersons } },
      role: 'responsibleDivision',
    }).refusals.map(({ code }) => code);

  test('scenario 12, CRI-2: 1,000 to the persons of the file, both ends inside', () => {
    expect([999, 1000, 5000, 5001].map((requested) => countedAs(requested))).toEqual([
      ['personCountOutside'],
      [],
      [],
      ['personCountOutside'],
    ]);
  });

  test('scenario 98, CRI-2: a random 2,000 of 8,000 persons may be asked for, in the words of the processing', () => {
    const sample = withForm({ persons: 2000, items: [{ name: '住所', detail: '無作為に抽出した2,000人の町名' }] });
    const known = { ...facts, call: facts.call && { ...facts.call, personsAtClose: persons(8000) } };
    const { state, refusals } = play([sample, identity, complete, finding('CRI-2'), finding('CRI-3')], {
      facts: known,
    });
    expect([refusals, state?.findings.map(({ met }) => met)]).toEqual([[], [true, true]]);
  });

  test('scenario 13, CRI-2: 1,200 rows of 950 persons never reach 1,000', () => {
    expect(countedAs(1000, persons(950, 1200), aomori)).toEqual(['personCountOutside']);
  });

  test('scenario 14, DDL-14: the count at the close decides, not the present one', () => {
    expect(countedAs(5000, persons(4800))).toEqual(['personCountOutside']);
  });

  test('scenario 32, DQ-1: a minor cannot be found free of 欠格事由', () => {
    const minor = { ...person, birthDate: '2008-01-21' };
    const commands = (birthDate: string): ProposalCommand[] => [
      { ...receipt, proposers: [{ ...minor, birthDate }] },
      { ...identity, document: 'driverLicence', validThrough: '2027-01-01' } as ProposalCommand,
      complete,
      finding('CRI-1'),
    ];
    expect(play(commands('2008-01-21')).refusals).toMatchObject([
      { code: 'proposerDisqualified', basis: '3①', facts: { ids: ['DQ-1'] } },
    ]);
    expect(play(commands('2008-01-20')).refusals).toEqual([]);
  });

  test('scenario 40, ACT-04: at Hokkaido University the committee reviews, elsewhere it does not', () => {
    const open: RuleSet = { ...hokkaido, intake: kumamoto.intake, identityCheck: kumamoto.identityCheck };
    const referral: ProposalCommand = { do: 'referToCommittee', referredOn: '2026-01-26', papers: [] };
    const commands = [...inReview, referral, finding('CRI-4')];
    expect(play(commands, { rules: open, role: 'responsibleDivision' }).refusals).toMatchObject([
      { code: 'wrongReviewBody' },
    ]);
    expect(play(commands, { rules: open, role: 'committee' }).refusals).toEqual([]);
    expect(play(commands, { role: 'committee' }).refusals).toMatchObject([
      { code: 'noCommittee' },
      { code: 'wrongReviewBody' },
    ]);
  });

  test('scenario 44, FEE-01: Aomori’s fee comes from the formula and cannot be typed', () => {
    const open: RuleSet = { ...aomori, intake: kumamoto.intake, identityCheck: kumamoto.identityCheck };
    const effort = { ...typedFee, minutes: [732], yen: null, reason: null } as ProposalCommand;
    expect(play([...inReview, effort], { rules: open }).state?.fee?.yen).toBe(72350);
    expect(play([...inReview, typedFee], { rules: open }).refusals).toMatchObject([{ code: 'feeHasFormula' }]);
  });

  test('scenario 58: Kumamoto has no formula, so the fee is typed with its reason', () => {
    expect(play([...inReview, { ...typedFee, reason: ' ' } as ProposalCommand]).refusals).toMatchObject([
      { code: 'feeTypedWithoutReason' },
    ]);
  });
});

describe('審査結果の通知', () => {
  test('scenario 34, FRM-13: no item may be open, and the open ones are named', () => {
    const bare = { ...notice, contractParty: null, feeDeadline: null } as ProposalCommand;
    expect(play([...reviewed, bare]).refusals).toMatchObject([
      { code: 'noticeItemMissing', facts: { items: ['contractParty', 'feeDeadline'] } },
    ]);
    for (const item of ['contractParty', 'feePayment', 'applicationDeadline', 'feeDeadline'] as const)
      expect(play([...reviewed, { ...notice, [item]: null } as ProposalCommand]).refusals).toMatchObject([
        { code: 'noticeItemMissing', facts: { items: [item] } },
      ]);
    expect(play([...reviewed, notice]).state).toMatchObject({
      stage: 'conforming',
      notice: { items: { contractParty: '市長', feeYen: 72350, medium: 'CD-R', typed: { feeYen: '条例による。' } } },
      applicationDeadline: '2026-03-02',
    });
  });

  test('FRM-13: a typed value without its reason is refused', () => {
    const silent = { ...notice, feePayment: { value: '納入通知書', reason: '' } } as ProposalCommand;
    expect(play([...reviewed, silent]).refusals).toMatchObject([
      { code: 'typedWithoutReason', facts: { items: ['feePayment'] } },
    ]);
  });

  test('scenario 60, DDL-04, DDL-05: Aomori’s deadlines come from the rule, the fee’s with the application’s', () => {
    const open: RuleSet = {
      ...aomori,
      intake: kumamoto.intake,
      identityCheck: kumamoto.identityCheck,
      attachments: kumamoto.attachments,
    };
    const effort = { ...typedFee, minutes: [732], yen: null, reason: null } as ProposalCommand;
    const byRule = {
      ...notice,
      contractParty: null,
      feePayment: null,
      applicationDeadline: null,
      feeDeadline: null,
    } as ProposalCommand;
    const { state, refusals } = play([...inReview, ...criterionIds.map((id) => finding(id)), effort, byRule], {
      rules: open,
      role: 'responsibleDivision',
    });
    expect(refusals).toEqual([]);
    expect(state).toMatchObject({ applicationDeadline: '2026-03-02', feeDeadline: '2026-03-02' });
    expect(state?.notice?.items).toMatchObject({ ruleDeadline: '2026-03-02', contractParty: '知事', typed: {} });
  });

  test('scenario 35, REC-6: neither notice goes out without the reasons', () => {
    const silent = [
      ...inReview,
      ...criterionIds.map((id) => finding(id, true, id === 'CRI-6' ? ' ' : 'よい。')),
      typedFee,
    ];
    expect(play([...silent, notice]).refusals).toMatchObject([
      { code: 'findingReasonMissing', facts: { criteria: ['CRI-6'] } },
    ]);
    expect(play([...inReview, finding('CRI-4', false, ''), refusalNotice]).refusals).toMatchObject([
      { code: 'findingReasonMissing', facts: { criteria: ['CRI-4'] } },
    ]);
  });

  test('scenario 36, OUT-2: two failed criteria are both named, in their order', () => {
    const { state } = play([...inReview, finding('CRI-5', false), finding('CRI-2', false), refusalNotice]);
    expect(state?.stage).toBe('nonConforming');
    expect(state?.notice?.findings.map(({ criterion }) => criterion)).toEqual(['CRI-2', 'CRI-5']);
  });

  test('scenario 11, CHK-DOC: 999 persons are refused under criterion 2 with the reason; not having asked for a correction warns', () => {
    const few = [withForm({ persons: 999 }), identity];
    const refused: readonly ProposalCommand[] = [
      complete,
      finding('CRI-2', false, '1,000人に満たない。'),
      refusalNotice,
    ];
    const ask: ProposalCommand = {
      do: 'requestCorrection',
      points: [{ field: 'persons', text: '1,000人以上に' }],
      deadline: '2026-01-27',
    };
    const unchanged: ProposalCommand = {
      do: 'receiveCorrection',
      receivedOn: '2026-01-26',
      form: { persons: 999 },
      proposers: null,
      agent: null,
      copies: null,
      attachments: [],
    };
    expect(play([...few, complete, finding('CRI-2')]).refusals).toMatchObject([{ code: 'personCountOutside' }]);
    for (const [asked, warnings] of [
      [[], ['noCorrectionAsked']],
      [[ask, unchanged], []],
    ] as const)
      expect(play([...few, ...asked, ...refused]).state).toMatchObject({
        stage: 'nonConforming',
        notice: { findings: [{ criterion: 'CRI-2', met: false, reason: '1,000人に満たない。' }], warnings },
      });
  });

  test('OUT-1, OUT-2: conforming needs all seven met, non-conforming at least one that is not', () => {
    expect(play([...inReview, typedFee, notice]).refusals).toMatchObject([{ code: 'findingsMissing' }]);
    expect(play([...reviewed, finding('CRI-7', false), notice]).refusals).toMatchObject([{ code: 'criterionNotMet' }]);
    expect(play([...reviewed, refusalNotice]).refusals).toMatchObject([{ code: 'allCriteriaMet' }]);
  });
});

describe('契約', () => {
  const noticed = [...reviewed, notice];

  test('scenario 66, 1c-13: no contract before the fee, and none with one copy', () => {
    expect(play([...noticed, application, contract]).refusals).toMatchObject([{ code: 'paymentNotConfirmed' }]);
    expect(play([...noticed, { ...application, copies: 1 } as ProposalCommand]).refusals).toMatchObject([
      { code: 'contractCopiesMissing' },
    ]);
    expect(stageAfter([...noticed, application, payment, contract])).toBe('contracted');
  });

  test('scenario 66, FEE-13: 収入印紙 stands on one copy at most', () => {
    const stamped = { ...contract, stampedCopies: 2 } as ProposalCommand;
    expect(play([...noticed, application, payment, stamped]).refusals).toMatchObject([{ code: 'stampOnOneCopy' }]);
  });

  test('1c-26: eligibility is looked at again at the signing', () => {
    const unsure = { ...contract, stillEligible: false } as ProposalCommand;
    expect(play([...noticed, application, payment, unsure]).refusals).toMatchObject([
      { code: 'eligibilityNotConfirmed' },
    ]);
  });

  test('FEE-09: another amount than the notified one is not taken', () => {
    expect(play([...noticed, { ...payment, yen: 72349 } as ProposalCommand]).refusals).toMatchObject([
      { code: 'feeDiffers', facts: { due: 72350 } },
    ]);
  });

  test('scenario 69, OUT-6: lapse waits for the deadline, and a late application for an extension', () => {
    const lapse: ProposalCommand = { do: 'lapseProposal', reason: '申込みがない。' };
    expect(play([...noticed, lapse], { now: '2026-03-02T17:00' }).refusals).toMatchObject([
      { code: 'deadlineNotPassed' },
    ]);
    expect(stageAfter([...noticed, lapse], { now: '2026-03-03T00:00' })).toBe('lapsed');
    const late = { ...application, receivedOn: '2026-03-03' } as ProposalCommand;
    const extension: ProposalCommand = {
      do: 'extendDeadlines',
      applicationDeadline: '2026-03-09',
      feeDeadline: '2026-03-09',
      reason: '郵便の遅れ',
    };
    const onTheDay = { ...application, receivedOn: '2026-03-02' } as ProposalCommand;
    const paidOnTheDay = { ...payment, paidOn: '2026-03-02' } as ProposalCommand;
    expect(play([...noticed, onTheDay, paidOnTheDay]).refusals).toEqual([]);
    const paidLate = { ...payment, paidOn: '2026-03-03' } as ProposalCommand;
    expect(play([...noticed, onTheDay, paidLate]).refusals).toMatchObject([{ code: 'paymentLate' }]);
    for (const shorter of [{ applicationDeadline: '2026-03-01' }, { feeDeadline: '2026-03-01' }])
      expect(play([...noticed, { ...extension, ...shorter } as ProposalCommand]).refusals).toMatchObject([
        { code: 'extensionTooShort' },
      ]);
    expect(play([...noticed, late]).refusals).toMatchObject([{ code: 'applicationLate' }]);
    expect(stageAfter([...noticed, extension, late])).toBe('applied');
  });
});

const anyCommand = fc.constantFrom<ProposalCommand>(
  identity,
  complete,
  ...criterionIds.map((id) => finding(id)),
  finding('CRI-4', false),
  finding('CRI-4', true, ''),
  typedFee,
  notice,
  refusalNotice,
  application,
  payment,
  contract,
  { do: 'requestCorrection', points: [{ field: 'persons', text: '数の訂正' }], deadline: '2026-01-30' },
  {
    do: 'receiveCorrection',
    receivedOn: '2026-01-27',
    form: { persons: 2000 },
    proposers: null,
    agent: null,
    copies: null,
    attachments: [],
  },
  { do: 'withdrawProposal', withdrawnOn: '2026-01-26', reason: '都合' },
);

test('proposals, any sequence of commands: notices rest on findings with reasons, contracts on payment, no personal data in the state', () => {
  const whole = [
    identity,
    complete,
    ...criterionIds.map((id) => finding(id)),
    typedFee,
    notice,
    application,
    payment,
    contract,
  ];
  const drawn = fc.array(anyCommand, { maxLength: 12 });
  const sequences = fc
    .tuple(drawn, fc.nat(whole.length), drawn)
    .map(([before, length, after]) => [...before, ...whole.slice(0, length), ...after]);
  const reached = new Set<string>();
  fc.assert(
    fc.property(sequences, (commands) => {
      const { state, events } = play([receipt, ...commands]);
      reached.add(state?.stage ?? 'absent');
      expect(rebuild(proposal.evolve, events)).toEqual(state);
      if (!state) throw new Error('the receipt was refused');
      expect(JSON.stringify(state)).not.toMatch(/秘|himitsu|000-0000/);
      if (state.notice?.conforming) {
        expect(state.notice.findings.map(({ criterion }) => criterion)).toEqual([...criterionIds]);
        expect(state.notice.findings.every(({ met, reason }) => met && reason !== '')).toBe(true);
      }
      if (state.stage === 'nonConforming') expect(state.notice?.findings.every(({ met }) => !met)).toBe(true);
      if (state.stage === 'contracted') expect(state.payment?.yen).toBe(state.notice?.items?.feeYen);
      if (state.stage === 'contracted') expect(state.contract?.copies).toBe(2);
    }),
    { seed: 20260130, numRuns: 1000 },
  );
  expect(reached).toEqual(
    new Set([
      'received',
      'correctionRequested',
      'inReview',
      'conforming',
      'nonConforming',
      'applied',
      'contracted',
      'withdrawn',
    ]),
  );
});
