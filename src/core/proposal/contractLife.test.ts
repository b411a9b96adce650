import { describe, expect, test } from 'vitest';
import {
  application,
  conformingNotice,
  contract,
  contracted,
  determineFee,
  type Given,
  noticed,
  organ,
  organs,
  payment,
  playContract,
  rebuilt,
  reviewed,
} from '../../../test/support/contracts.ts';
import { proposalFacts } from '../../../test/support/proposals.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import type { ApprovalCommand } from '../approval/commands.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { Role } from '../role.ts';
import type { ProposalCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { ProposalFacts } from './facts.ts';
import type { ProposalState } from './state.ts';

const aomori = organ('aomori-police');
const hokkaido = organ('hokkaido-university');
const ichikawa = organ('ichikawa');
const kumamoto = organ('kumamoto');
const yokohama = organ('yokohama');

const by = (role: Role, command: ProposalCommand | ApprovalCommand, person = `${role}:1`, now?: string): Given => ({
  command,
  role,
  person,
  ...(now ? { now } : {}),
});
const desk = (command: ProposalCommand, person?: string) => by('centralDesk', command, person);
const division = (command: ProposalCommand | ApprovalCommand, person?: string) =>
  by('responsibleDivision', command, person);
const codes = (rules: RuleSet, given: readonly Given[], facts?: Partial<ProposalFacts>) =>
  playContract(rules, given, facts).refusals.map(({ code }) => code);
const stateAfter = (rules: RuleSet, given: readonly Given[], facts?: Partial<ProposalFacts>) => {
  const { state, refusals } = playContract(rules, given, facts);
  expect(refusals).toEqual([]);
  if (!state) throw new Error('nothing was received');
  return state;
};

describe('起案と決裁', () => {
  const draft: ApprovalCommand = { do: 'draftAct', act: 'conformingNotice', note: '', files: [] };
  const approve: ApprovalCommand = {
    do: 'approveDraft',
    act: 'conformingNotice',
    way: 'delegatedApproval',
    post: '課長',
    reason: null,
  };
  const notice = division(conformingNotice(kumamoto));

  test('FRM-13, STP-14: the notice goes out after its 専決 by another person, with its number and day', () => {
    const begun = [...reviewed(kumamoto), division(draft, '一')];
    expect(codes(kumamoto, [...begun, notice])).toEqual(['notApproved']);
    const approved = by('responsibleDivision', approve, '二', '2026-01-29T09:00');
    const { events, state } = playContract(kumamoto, [...begun, approved, notice]);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['conformingNoticeIssued', 'actIssued']);
    expect(state).toMatchObject({
      drafts: [],
      issues: [
        { act: 'conformingNotice', on: state?.notice?.noticeDate, documentNumber: state?.notice?.documentNumber },
      ],
    });
  });

  test('an approval is of what it saw: a changed finding or fee takes the draft back', () => {
    const approved = [...reviewed(kumamoto), division(draft, '一'), division(approve, '二')];
    expect(playContract(kumamoto, approved).state?.drafts.length).toBe(1);
    const changed = [...approved, division(determineFee(kumamoto, { yen: 70_000 }))];
    expect(playContract(kumamoto, changed).state?.drafts).toEqual([]);
  });
});

/** What one command decides on a state. */
const decideOn = (rules: RuleSet, state: ProposalState, command: ProposalCommand, facts: Partial<ProposalFacts>) =>
  decide(command, state, rules, {
    ...proposalFacts('2026-01-20'),
    ...facts,
    ...circumstances('2026-02-20T10:00', 'responsibleDivision'),
  });

describe('作成された情報の手数料', () => {
  const created = { release: 'r-1', name: '作成済み' };
  const fee = (
    rules: RuleSet,
    changed: object,
    holdings: NonNullable<ProposalFacts['createdTerms']>['holdings'] = [],
  ) => {
    const { events } = playContract(rules, reviewed(rules).slice(0, -1));
    const state = rebuilt(
      events.map((event) =>
        event.type === 'proposalReceived' ? { ...event, data: { ...event.data, created, call: null } } : event,
      ),
    );
    if (!state) throw new Error('nothing was received');
    const given = determineFee(rules, { minutes: [], yen: null, reason: null, ...changed });
    return { state, given, facts: { createdTerms: { firstFeeYen: 72_350, holdings } } };
  };
  const yenOf = (
    rules: RuleSet,
    changed: object,
    holdings?: NonNullable<ProposalFacts['createdTerms']>['holdings'],
  ) => {
    const { state, given, facts } = fee(rules, changed, holdings);
    const decided = decideOn(rules, state, given, facts);
    return 'refusal' in decided
      ? decided.refusal.code
      : decided.events.map((event) => event.type === 'feeDetermined' && event.data.yen)[0];
  };
  const first = { proposal: 'p-1', party: 'proposer:1', isFirst: true, certain: true } as const;
  const second = { proposal: 'p-2', party: 'proposer:1', isFirst: false, certain: true } as const;

  test.each([
    ['aomori-police', 72_350],
    ['hokkaido-university', 72_350],
    ['yokohama', 72_350],
    ['ichikawa', 72_350],
  ])('scenario 50, FEE-06: another party at %s pays what the first contractor had to pay', (name, yen) => {
    expect(yenOf(organ(name), {})).toBe(yen);
  });

  test('scenarios 49 and 102, FEE-07: the maker of the new proposal pays 12,600, at Ichikawa 21,000', () => {
    for (const [rules, yen] of [
      [aomori, 12_600],
      [hokkaido, 12_600],
      [yokohama, 12_600],
      [ichikawa, 21_000],
    ] as const)
      expect([rules.organ, yenOf(rules, { holderOf: 'p-1' }, [first])]).toEqual([rules.organ, yen]);
  });

  test('scenario 102, FEE-07: a second user who comes again has the flat fee everywhere but in Yokohama', () => {
    expect(yenOf(aomori, { holderOf: 'p-2' }, [second])).toBe(12_600);
    expect(yenOf(hokkaido, { holderOf: 'p-2' }, [second])).toBe(12_600);
    expect(yenOf(ichikawa, { holderOf: 'p-2' }, [second])).toBe(21_000);
    expect(yenOf(yokohama, { holderOf: 'p-2' }, [second])).toBe('holdingDoesNotCount');
    expect(yenOf(yokohama, {}, [second])).toBe(72_350);
  });

  test('FEE-07: a sure holder is not charged as another party, and nobody holds what the records do not show', () => {
    expect(yenOf(aomori, {}, [first])).toBe('holderNotNamed');
    expect(yenOf(aomori, {}, [{ ...first, certain: false }])).toBe(72_350);
    expect(yenOf(aomori, { holderOf: 'p-9' }, [first])).toBe('holdingUnknown');
  });

  test('FEE-06, 1c-10: an official replaces the amount with a reason, and types it where there is no formula', () => {
    expect(yenOf(aomori, { yen: 46_675 })).toBe('feeTypedWithoutReason');
    expect(yenOf(aomori, { yen: 46_675, reason: '按分された額による。' })).toBe(46_675);
    expect(yenOf(kumamoto, {})).toBe('feeTypedWithoutReason');
    expect(yenOf(kumamoto, { yen: 12_600, reason: '条例による。' })).toBe(12_600);
  });
});

describe('手数料', () => {
  const fee = (rules: RuleSet, changed: object, facts?: Partial<ProposalFacts>) => {
    const { state, refusals } = playContract(rules, reviewed(rules, determineFee(rules, changed)), facts);
    return refusals[0]?.code ?? state?.fee?.yen;
  };

  test('scenarios 44 and 46, FEE-01, FEE-02: minutes are summed and started hours counted once', () => {
    expect(fee(aomori, { minutes: [732] })).toBe(72_350);
    expect(fee(aomori, { minutes: [720] })).toBe(68_400);
    expect(fee(aomori, { minutes: [6] })).toBe(24_950);
    expect(fee(aomori, { minutes: [192, 294, 294] })).toBe(72_350);
  });

  test('scenarios 51 and 52, FEE-08: no more proposals share the cost than there are, and at Aomori alone', () => {
    expect(fee(aomori, { minutes: [732], identicalProposals: 2 }, { sameCallProposals: 2 })).toBe(46_675);
    expect(fee(aomori, { minutes: [732], identicalProposals: 3 }, { sameCallProposals: 3 })).toBe(38_116);
    expect(fee(aomori, { minutes: [732], identicalProposals: 3 }, { sameCallProposals: 2 })).toBe(
      'sharedBeyondProposals',
    );
    expect(fee(hokkaido, { minutes: [732], identicalProposals: 2 }, { sameCallProposals: 2 })).toBe('noSharing');
  });

  test('scenario 47, FEE-01, FEE-03: what is paid to the contractor is added to base and started hours', () => {
    expect(fee(hokkaido, { minutes: [210], outsourcingYen: 330_000 })).toBe(366_800);
  });

  test('scenarios 53 and 54, FEE-08: the shared cost is cut off to a whole yen, and what is nearly identical shares nothing', () => {
    const quote: Given = division({
      do: 'recordOutsourcingQuote',
      quotedOn: '2026-01-22',
      contractor: '秘受託者',
      yen: 330_001,
      file: null,
      scrutiny: '相当である。',
      deskConsultedOn: '2026-01-22',
    });
    const shared = (identicalProposals: number) =>
      stateAfter(
        aomori,
        [
          ...reviewed(aomori).slice(0, -1),
          quote,
          division(determineFee(aomori, { minutes: [210], outsourcingYen: 330_001, identicalProposals })),
        ],
        { sameCallProposals: 2 },
      ).fee?.yen;
    expect(shared(2)).toBe(193_900);
    expect(shared(1)).toBe(366_801);
  });

  test('FEE-04, REC-5: the base amount covers review, notice, contract and provision; estimated and actual hours are both kept', () => {
    const tasks = [{ task: 'processing', minutes: 60, note: '' }] as const;
    const estimated = [
      ...reviewed(aomori).slice(0, -1),
      division({ do: 'estimateEffort', tasks }),
      division(determineFee(aomori, { minutes: [] })),
    ];
    const { fee: found, review } = stateAfter(aomori, estimated);
    expect(found?.lines).toEqual([
      { id: 'base', yen: 21_000 },
      { id: 'effort', yen: 3950 },
    ]);
    expect(review.effort?.tasks).toEqual(tasks);
  });

  test('scenario 48, FEE-05, 1c-08: Ichikawa counts the 延べ数 where it outsources, and nothing where it does not', () => {
    expect(fee(ichikawa, { minutes: [], outsourcingYen: 900_000, outsourcedPersons: 7500 })).toBe(28_500);
    expect(fee(ichikawa, { minutes: [], outsourcedPersons: 7500 })).toBe('personsWithoutOutsourcing');
    expect(fee(ichikawa, { minutes: [900] })).toBe(21_000);
  });

  test('scenario 59, 1c-22: a rule that charges 210 yen for each third party adds 630 yen for three', () => {
    const opinionDays = { value: 14, text: '規則', source: '設定' };
    const thirdPartyProcedure = { ...ichikawa.thirdPartyProcedure, opinionDays };
    const perThirdParty = { value: 210, text: '旧政令', source: '機関' };
    const rules = { ...ichikawa, fee: { ...aomori.fee, perThirdParty }, thirdPartyProcedure };
    const thirdParty = { name: '秘第三者', address: null };
    const notify: Given = division({
      do: 'notifyThirdParties',
      notifiedOn: '2026-01-21',
      opinionsDueOn: '2026-02-20',
      thirdParties: [thirdParty, thirdParty, thirdParty],
    });
    const known = proposalFacts('2026-01-20');
    const entry = known.entry && { ...known.entry, thirdPartyProcedure: true };
    const asked = [...reviewed(rules).slice(0, -1), notify, division(determineFee(rules, { minutes: [732] }))];
    expect(stateAfter(rules, asked, { entry }).fee?.yen).toBe(72_980);
  });

  test('scenario 56, FEE-09: a formal error in the notice is set right in both directions, and the difference settled', () => {
    const correct: ProposalCommand = {
      do: 'correctNotifiedFee',
      correctedOn: '2026-02-16',
      documentNumber: '第2号',
      yen: null,
      reason: '桁を誤った。',
    };
    const wrong = (printedFeeYen: number) => [
      ...noticed(aomori, { printedFeeYen }),
      desk(application),
      desk(payment(aomori, { yen: printedFeeYen })),
      division(correct),
    ];
    const high = stateAfter(aomori, wrong(723_500));
    expect(high.life.feeDifference).toEqual({ direction: 'return', yen: 651_150 });
    expect(high.notice).toMatchObject({ items: { feeYen: 72_350 }, warnings: ['feeDiffersFromDetermined'] });
    const low = wrong(7235);
    expect(stateAfter(aomori, low).life.feeDifference).toEqual({ direction: 'collect', yen: 65_115 });
    expect(codes(aomori, [...low, desk(contract())])).toEqual(['feeDifferenceOutstanding']);
    const settle = (yen: number): Given => desk({ do: 'settleFeeDifference', on: '2026-02-18', yen });
    expect(codes(aomori, [...low, settle(65_114)])).toEqual(['settlementDiffers']);
    expect(stateAfter(aomori, [...low, settle(65_115), desk(contract())]).stage).toBe('contracted');
    expect(codes(aomori, [...low, settle(65_115), settle(65_115)])).toEqual(['nothingToSettle']);
  });

  test('scenario 55, FEE-09, FEE-14: other hours than estimated change nothing, and are kept for the next estimate', () => {
    const correct: ProposalCommand = {
      do: 'correctNotifiedFee',
      correctedOn: '2026-02-16',
      documentNumber: '第2号',
      yen: 80_250,
      reason: '15時間かかった。',
    };
    expect(codes(aomori, [...contracted(aomori), division(correct)])).toEqual(['feeErrorNotFormal']);
    expect(codes(aomori, [...contracted(aomori), division({ ...correct, yen: null } as never)])).toEqual([
      'feeAsDetermined',
    ]);
    const actual: ProposalCommand = {
      do: 'recordActualEffort',
      tasks: [{ task: 'processing', minutes: 900, note: '' }],
    };
    const state = stateAfter(aomori, [...contracted(aomori), division(actual)]);
    expect(state.notice?.items?.feeYen).toBe(72_350);
    expect(state.life.actualEffort).toEqual([{ task: 'processing', minutes: 900, note: '' }]);
  });

  test('scenario 58, FEE-11, EXC-4: stamps at Aomori are brought or mailed for a reason, elsewhere the notified way counts', () => {
    const paid = (changed: object) => codes(aomori, [...noticed(aomori), desk(payment(aomori, changed))]);
    expect(paid({ handedIn: null })).toEqual(['stampsNotHandedIn']);
    expect(paid({ way: '振込' })).toEqual(['paymentWayDiffers']);
    expect(paid({ handedIn: 'mail' })).toEqual(['mailWithoutReason']);
    expect(paid({ handedIn: 'mail', mailReason: '離島のため。' })).toEqual([]);
    const cash = desk(payment(hokkaido, { way: '現金' }));
    expect(codes(hokkaido, [...noticed(hokkaido), cash])).toEqual(['paymentWayDiffers']);
    expect(codes(hokkaido, [...noticed(hokkaido), desk(payment(hokkaido))])).toEqual([]);
  });

  test('scenario 65, DDL-05: at Aomori the fee is due on the day of the application and moves with it', () => {
    expect(stateAfter(aomori, noticed(aomori))).toMatchObject({
      applicationDeadline: '2026-03-02',
      feeDeadline: '2026-03-02',
    });
    const own = { feeDeadline: { value: '2026-03-09', reason: '都合' } };
    expect(codes(aomori, noticed(aomori, own))).toEqual(['feeDeadlineFollows']);
    const extension = (feeDeadline: string): Given =>
      desk({ do: 'extendDeadlines', applicationDeadline: '2026-03-09', feeDeadline, reason: '郵便の遅れ' });
    expect(codes(aomori, [...noticed(aomori), extension('2026-03-02')])).toEqual(['feeDeadlineFollows']);
    expect(stateAfter(aomori, [...noticed(aomori), extension('2026-03-09')]).feeDeadline).toBe('2026-03-09');
  });
});

describe('契約', () => {
  test.each(Object.keys(organs))(
    'STP-15, STP-16: at %s the fee, whole and paid before, comes before the signature',
    (name) => {
      const rules = organ(name);
      const applied = [...noticed(rules), desk(application)];
      expect(codes(rules, [...applied, desk(contract())])).toEqual(['paymentNotConfirmed']);
      const late = [...applied, desk(payment(rules, { paidOn: '2026-02-14' }))];
      expect(codes(rules, [...late, desk(contract())])).toEqual(['signedBeforePayment']);
      expect(stateAfter(rules, [...late, desk(contract({ concludedOn: '2026-02-14' }))]).stage).toBe('contracted');
    },
  );

  test.each([
    ['2026-01-30', '2026-03-02'],
    ['2026-01-31', '2026-03-02'],
    ['2026-01-15', '2026-02-16'],
    ['2026-01-27', '2026-02-27'],
    ['2026-02-28', '2026-03-31'],
    ['2025-12-01', '2026-01-05'],
    ['2024-01-30', '2024-02-29'],
    ['2026-04-02', '2026-05-07'],
    ['2026-08-19', '2026-09-24'],
    ['2025-12-11', '2026-01-13'],
  ])('DDL-04, scenarios 60, 61, 62, 63, 64 and 107: a notice of %s is applied for by %s', (noticeDate, deadline) => {
    expect(stateAfter(aomori, noticed(aomori, { noticeDate }))).toMatchObject({
      applicationDeadline: deadline,
      feeDeadline: deadline,
    });
  });

  test('scenario 66, FEE-13, REC-3: 収入印紙 stands on exactly one copy where the contract is taxable', () => {
    const paid = [...noticed(aomori), desk(application), desk(payment(aomori))];
    expect(codes(aomori, [...paid, desk(contract({ stampedCopies: 0 }))])).toEqual(['stampMissing']);
    expect(codes(aomori, [...paid, desk(contract({ stampedCopies: 2 }))])).toEqual(['stampOnOneCopy']);
    expect(stateAfter(aomori, [...paid, desk(contract({ stampedCopies: 1 }))]).contract?.stampedCopies).toBe(1);
  });

  test('STP-17, REC-2: the original of the application goes to the division, its copy stays', () => {
    const forward = (copyKept: boolean): Given =>
      desk({ do: 'forwardApplication', forwardedOn: '2026-02-13', copyKept });
    expect(codes(aomori, [...contracted(aomori), forward(false)])).toEqual(['applicationCopyNotKept']);
    expect(codes(aomori, [...contracted(aomori), forward(true), forward(true)])).toEqual([
      'applicationForwardedBefore',
    ]);
  });
});

describe('取扱従事者と変更', () => {
  const person = { name: '秘新人', affiliation: '分析課', post: '主任' };
  const report: Given = desk({
    do: 'reportHandlers',
    receivedOn: '2026-02-16',
    toldOn: '2026-02-16',
    handlers: [person, person],
  });
  const change = (changed: object): Given =>
    desk({
      do: 'reportHandlerChange',
      change: 'replaced',
      receivedOn: '2026-02-20',
      effectiveOn: '2026-03-01',
      handler: 'handler:1',
      person,
      reason: '異動',
      toldOn: '2026-02-20',
      ...changed,
    } as ProposalCommand);
  const judge = (handler: string, proper: boolean): Given =>
    division({ do: 'judgeHandlerChange', handler, proper, reason: '確かめた。' });
  const begun = [...contracted(aomori), report];
  const stages = (given: readonly Given[]) => stateAfter(aomori, given).life.handlers.map(({ stage }) => stage);

  test('STP-26, FRM-27, ACT-09, 1c-02: the handlers are told once, and the other unit with them', () => {
    expect(stages(begun)).toEqual(['active', 'active']);
    expect(codes(aomori, [...begun, report])).toEqual(['handlersReportedBefore']);
    expect(JSON.stringify(stateAfter(aomori, begun))).not.toContain('秘新人');
  });

  test('scenario 85, DDL-10: a replacement is told before its day, an addition is not bound to it', () => {
    expect(codes(aomori, [...begun, change({ effectiveOn: '2026-02-20' })])).toEqual(['handlerReplacedTooLate']);
    expect(codes(aomori, [...begun, change({ effectiveOn: '2026-02-21' })])).toEqual([]);
    expect(codes(aomori, [...begun, change({ change: 'added', handler: null, effectiveOn: '2026-02-10' })])).toEqual(
      [],
    );
    expect(codes(aomori, [...begun, change({ reason: ' ' })])).toEqual(['handlerReasonMissing']);
    expect(codes(aomori, [...begun, change({ handler: 'handler:9' })])).toEqual(['handlerUnknown']);
  });

  test('DDL-10: nobody handles the data before the reason was found proper, and who is replaced goes on until then', () => {
    const told = [...begun, change({})];
    expect(stages(told)).toEqual(['active', 'active', 'pending']);
    expect(stages([...told, judge('handler:3', true)])).toEqual(['left', 'active', 'active']);
    expect(stages([...told, judge('handler:3', false)])).toEqual(['active', 'active', 'rejected']);
    expect(codes(aomori, [...told, judge('handler:1', true)])).toEqual(['handlerNotPending']);
    expect(stages([...begun, change({ change: 'renamed' })])).toEqual(['active', 'active']);
    expect(stages([...begun, change({ change: 'left', person: null })])).toEqual(['left', 'active']);
  });

  const notice = (item: string): Given =>
    desk({
      do: 'receiveChangeNotice',
      receivedOn: '2026-02-20',
      changes: [{ item, text: '秘新住所' }],
      reason: '移転',
      copyKept: true,
      beforeProvision: false,
    } as ProposalCommand);

  test('scenario 86, STP-22, FRM-17, REC-4: a longer period is no change notice; the party is told to propose anew', () => {
    expect(codes(aomori, [...contracted(aomori), notice('period')])).toEqual(['businessChangeNeedsProposal']);
    const advised: Given = desk({ do: 'adviseNewProposal', on: '2026-02-20', items: ['period'] });
    expect(stateAfter(aomori, [...contracted(aomori), notice('address'), advised]).life).toMatchObject({
      changeNotices: [{ items: ['address'] }],
      advices: [{ items: ['period'] }],
    });
    const unkept = { ...notice('address').command, copyKept: false } as ProposalCommand;
    expect(codes(aomori, [...contracted(aomori), desk(unkept)])).toEqual(['changeCopyNotKept']);
  });

  test('scenario 68, SEC-10, 1c-29: Kumamoto changes no terms after the contract', () => {
    expect(playContract(kumamoto, [...contracted(kumamoto), notice('address')]).refusals).toMatchObject([
      { code: 'amendmentForbidden', basis: '8' },
    ]);
  });
});

describe('違反と解除', () => {
  const breach: Given = division({
    do: 'recordBreach',
    foundOn: '2026-02-18',
    isMaterial: true,
    term: '再提供の禁止',
    deskToldOn: '2026-02-18',
    account: '秘した違反',
  });
  const report = (kind: string, reportedOn = '2026-02-20'): Given =>
    desk({ do: 'reportToCommission', report: kind, reportedOn, documentNumber: '第9号' } as ProposalCommand);
  const intend = (ground: string, role: Role = 'responsibleDivision', consultation: string | null = null): Given =>
    by(
      role,
      { do: 'intendCancellation', ground, reason: '再提供', on: '2026-02-19', consultation } as ProposalCommand,
      '甲',
    );
  const agree = (role: Role = 'centralDesk', person = '乙'): Given => by(role, { do: 'agreeToCancellation' }, person);
  const cancel = (ground: string, role: Role = 'responsibleDivision', cancelledOn = '2026-05-10'): Given =>
    by(role, { do: 'cancelContract', cancelledOn, ground, reason: '再提供' } as ProposalCommand, '甲');
  const begun = [...contracted(aomori), breach, report('violation')];

  test('scenario 87, PPC-1, PPC-2, PPC-3, ACT-12, REC-8: violation, intent and cancellation are reported, each by itself', () => {
    const whole = [
      ...begun,
      intend('CAN-3'),
      agree(),
      report('cancellationIntent'),
      cancel('CAN-3'),
      report('cancelled'),
    ];
    const state = stateAfter(aomori, whole);
    expect(state.life.reports.map((one) => one.report)).toEqual(['violation', 'cancellationIntent', 'cancelled']);
    expect(JSON.stringify(state)).not.toContain('秘した違反');
    expect(codes(aomori, [...contracted(aomori), breach, intend('CAN-3'), agree(), cancel('CAN-3')])).toEqual([
      'reportOutstanding',
    ]);
    expect(codes(aomori, [...begun, report('violation')])).toEqual(['reportTwice']);
    expect(codes(aomori, [...begun, report('cancelled')])).toEqual(['reportWithoutCause']);
  });

  test('scenario 88, DDL-06, CAN-6: who is cancelled on 2026-05-10 is barred through 2028-05-09', () => {
    const state = stateAfter(aomori, [
      ...begun,
      intend('CAN-3'),
      agree(),
      report('cancellationIntent'),
      cancel('CAN-3'),
    ]);
    expect(state).toMatchObject({ stage: 'cancelled', cancellation: { barredThrough: '2028-05-09' } });
  });

  test('scenario 104, CAN-4: a ground of the contract alone needs no report of the intent and bars nobody', () => {
    const state = stateAfter(aomori, [...contracted(aomori), intend('contract'), agree(), cancel('contract')]);
    expect(state.cancellation?.barredThrough).toBeNull();
    const cancelled = [...contracted(aomori), intend('contract'), agree(), cancel('contract')];
    expect(codes(aomori, [...cancelled, report('cancelled')])).toEqual(['reportWithoutCause']);
    expect(codes(ichikawa, [...contracted(ichikawa), intend('contract')])).toEqual(['contractGroundNotAdmitted']);
  });

  test('1c-28, CAN-5: two people agree, at Aomori the desk that signed with the division, at Hokkaido the head', () => {
    expect(codes(aomori, [...begun, cancel('CAN-3')])).toEqual(['cancellationNotIntended']);
    expect(codes(aomori, [...begun, intend('CAN-3'), cancel('CAN-3')])).toEqual(['cancellationNotAgreed']);
    expect(codes(aomori, [...begun, intend('CAN-3'), agree('centralDesk', '甲')])).toEqual(['agreedBySamePerson']);
    expect(codes(aomori, [...begun, intend('CAN-3'), agree('responsibleDivision')])).toEqual(['agreedByWrongRole']);
    expect(codes(hokkaido, [...contracted(hokkaido), intend('CAN-1')])).toEqual(['wrongCanceller']);
    const head = [...contracted(hokkaido), intend('CAN-1', 'head', '解除が相当である。'), agree()];
    expect(stateAfter(hokkaido, [...head, cancel('CAN-1', 'head')]).cancellation?.barredThrough).toBe('2028-05-09');
    expect(codes(aomori, [...begun, intend('CAN-3', 'responsibleDivision', '諮問')])).toEqual(['noConsultation']);
  });

  test('STP-23, CAN-1, CAN-2, CAN-3: a material breach is found before it is a ground; deceit and a 欠格事由 stand by themselves', () => {
    const slight = division({ ...breach.command, isMaterial: false } as ProposalCommand);
    for (const before of [[], [slight]])
      expect(codes(ichikawa, [...contracted(ichikawa), ...before, intend('CAN-3')])).toEqual(['breachNotRecorded']);
    for (const ground of ['CAN-1', 'CAN-2'])
      expect(stateAfter(ichikawa, [...contracted(ichikawa), intend(ground), agree(), cancel(ground)]).stage).toBe(
        'cancelled',
      );
    expect(codes(ichikawa, [...contracted(ichikawa), breach, report('violation')])).toEqual(['reportNotProvided']);
  });

  test('scenario 57, FEE-10: Hokkaido returns from nothing to all when the counterparty is not at fault, else nothing', () => {
    const refund = (yen: number): Given =>
      by('head', { do: 'refundFee', on: '2026-05-20', yen, reason: '作成できない。' });
    const cancelled = (ground: string) => [
      ...contracted(hokkaido),
      intend(ground, 'head'),
      agree(),
      cancel(ground, 'head'),
    ];
    for (const yen of [0, 36_000, 72_350])
      expect(stateAfter(hokkaido, [...cancelled('notAtFault'), refund(yen)]).life.refund?.yen).toBe(yen);
    expect(codes(hokkaido, [...cancelled('notAtFault'), refund(72_351)])).toEqual(['refundTooHigh']);
    expect(codes(hokkaido, [...cancelled('CAN-1'), refund(1)])).toEqual(['refundNotDue']);
    const away = [...contracted(aomori), intend('notAtFault'), agree(), cancel('notAtFault')];
    expect(codes(aomori, [...away, refund(1)])).toEqual(['noRefund']);
  });
});

describe('審査の基準と結果', () => {
  const unmet = (criterion: 'CRI-3' | 'CRI-6' | 'CRI-7'): Given =>
    division({ do: 'recordFinding', criterion, met: false, reason: '満たさない。', evidence: [], flaw: null });
  const refusal: Given = division({
    do: 'issueNonConformingNotice',
    noticeDate: '2026-01-30',
    documentNumber: '第2号',
  });

  test.each(['CRI-3', 'CRI-6', 'CRI-7'] as const)(
    'CRI-3, CRI-6, CRI-7, OUT-2: a proposal that does not meet %s is not notified as conforming, and the notice names it',
    (criterion) => {
      const judged = [...reviewed(aomori), unmet(criterion)];
      expect(codes(aomori, [...judged, division(conformingNotice(aomori))])).toEqual(['criterionNotMet']);
      const { notice } = stateAfter(aomori, [...judged, refusal]);
      expect(notice?.findings.map((one) => one.criterion)).toEqual([criterion]);
    },
  );
});

describe('過料', () => {
  const fine = (rules: RuleSet, evadedYen: number, yen: number) =>
    codes(rules, [
      ...contracted(rules),
      by('head', { do: 'imposeFine', on: '2026-03-01', evadedYen, yen, reason: '偽って免れた。' }),
    ]);

  test('FEE-12, SEC-8: at most five times what was evaded or 50,000 yen, with no least amount, at Ichikawa alone', () => {
    expect([fine(ichikawa, 8000, 50_000), fine(ichikawa, 8000, 50_001)]).toEqual([[], ['fineTooHigh']]);
    expect([fine(ichikawa, 21_000, 105_000), fine(ichikawa, 21_000, 105_001)]).toEqual([[], ['fineTooHigh']]);
    expect(fine(ichikawa, 21_000, 1)).toEqual([]);
    expect(fine(aomori, 21_000, 1)).toEqual(['noFine']);
  });
});
