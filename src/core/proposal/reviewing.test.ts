import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play as playOn } from '../../../test/support/play.ts';
import { personCount, proposalFacts, proposalReceipt, throughIntake } from '../../../test/support/proposals.ts';
import { circumstances, rulesOf } from '../../../test/support/shippedRules.ts';
import { rebuild } from '../aggregate.ts';
import { type CriterionId, criterionIds } from '../organ/provision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { Role } from '../role.ts';
import type { ProposalCommand, RecordFinding } from './commands.ts';
import { decide } from './decide.ts';
import type { ProposalFacts } from './facts.ts';
import { proposal } from './proposal.ts';
import type { ProposalState } from './state.ts';

const day = '2026-01-20';
const kumamoto = throughIntake(rulesOf('kumamoto'));
const aomori = throughIntake(rulesOf('aomori-police'));
const hokkaido = throughIntake(rulesOf('hokkaido-university'));
const setBy = <Value>(value: Value) => ({ value, text: '規則', source: '設定' });
const bareIchikawa = throughIntake(rulesOf('ichikawa', '2019-07-01'));
/** Ichikawa with what its rule sets. */
const ichikawa: RuleSet = {
  ...bareIchikawa,
  review: {
    ...bareIchikawa.review,
    minPersons: setBy(1000),
    maxUsePeriodMonths: setBy(12),
    criterion7Standard: setBy('架空の基準'),
  },
  thirdPartyProcedure: { ...bareIchikawa.thirdPartyProcedure, opinionDays: setBy(14) },
  disqualification: { ...bareIchikawa.disqualification, furtherExcludedBodies: setBy(['架空の団体']) },
};
const flagged = (facts: ProposalFacts): ProposalFacts => ({
  ...facts,
  entry: facts.entry && { ...facts.entry, thirdPartyProcedure: true },
});

interface Setting {
  readonly rules?: RuleSet;
  readonly facts?: ProposalFacts;
  readonly now?: string;
  readonly role?: Role;
}
/** Plays commands, each by the person whose part it is. */
function play(
  commands: readonly ProposalCommand[],
  { rules = kumamoto, facts, now = '2026-01-26T10:00', role }: Setting = {},
) {
  const byCommittee = rules.review.body?.value === 'committee';
  const actor = (command: ProposalCommand): Role => {
    if (role) return role;
    if (byCommittee && command.do === 'recordFinding') return 'committee';
    return rules.notice.issuedBy?.value === 'head' ? 'head' : 'responsibleDivision';
  };
  return playOn(
    proposal,
    rules,
    commands.map((command) => [command, { ...(facts ?? proposalFacts(day)), ...circumstances(now, actor(command)) }]),
  );
}

const receipt = proposalReceipt(day);
const identified: ProposalCommand = {
  do: 'checkIdentity',
  party: 'proposer:1',
  document: 'registryCertificate',
  documentNumber: null,
  validThrough: null,
  madeOn: '2025-12-01',
  matches: true,
  otherReason: '試験のため',
};
const inReview: ProposalCommand[] = [receipt, identified, { do: 'confirmCompleteness' }];
const finding = (criterion: CriterionId, given: Partial<RecordFinding> = {}): RecordFinding => ({
  do: 'recordFinding',
  criterion,
  met: true,
  reason: '認められる。',
  evidence: [],
  flaw: null,
  ...given,
});
const allFound = criterionIds.map((id) => finding(id));
const fee = (outsourcingYen: number | null = null): ProposalCommand => ({
  do: 'determineFee',
  minutes: [780],
  outsourcingYen,
  outsourcedPersons: null,
  identicalProposals: 1,
  holderOf: null,
  yen: null,
  reason: null,
});
const typed = (value: string) => ({ value, reason: '定めがないため。' });
const conforming: ProposalCommand = {
  do: 'issueConformingNotice',
  noticeDate: '2026-01-30',
  documentNumber: '第1号',
  contractParty: typed('相手方'),
  feePayment: typed('納入通知書'),
  applicationDeadline: typed('2026-03-02'),
  feeDeadline: typed('2026-03-02'),
  printedFeeYen: null,
};
const nonConforming: ProposalCommand = {
  do: 'issueNonConformingNotice',
  noticeDate: '2026-01-30',
  documentNumber: '第2号',
};
const referral: ProposalCommand = {
  do: 'referToCommittee',
  referredOn: '2026-01-21',
  papers: [{ name: '提案書.pdf', digest: 'a'.repeat(64), bytes: 10 }],
};
const report = (found: boolean): ProposalCommand => ({
  do: 'fileCommitteeReport',
  reportedOn: '2026-01-25',
  conforming: found,
  file: null,
});
const codes = (...given: Parameters<typeof play>) => play(...given).refusals.map(({ code }) => code);

describe('付託 (Hokkaido University)', () => {
  test('scenario 40, ACT-04, STP-10: no finding before the referral, no notice of either kind before the report', () => {
    expect(codes([...inReview, finding('CRI-4')], { rules: hokkaido })).toEqual(['notReferred']);
    const found = [...inReview, referral, ...allFound, fee()];
    expect(play([...found, conforming], { rules: hokkaido }).refusals).toMatchObject([
      { code: 'reportMissing', basis: '8(1)' },
    ]);
    expect(codes([...found, finding('CRI-6', { met: false }), nonConforming], { rules: hokkaido })).toEqual([
      'reportMissing',
    ]);
    expect(play([...found, report(true), conforming], { rules: hokkaido }).state).toMatchObject({
      stage: 'conforming',
      review: { referral: { papers: [{ name: '提案書.pdf' }], report: { conforming: true } } },
    });
  });

  test('STP-14, ACT-01: at Hokkaido the head issues the notice and nobody else', () => {
    const found = [...inReview, referral, ...allFound, fee(), report(true)];
    const { state } = play(found, { rules: hokkaido });
    for (const command of [conforming, nonConforming])
      expect(
        state &&
          decide(command, state, hokkaido, {
            ...proposalFacts(day),
            ...circumstances('2026-01-26T10:00', 'responsibleDivision'),
          }),
      ).toMatchObject({ refusal: { code: 'wrongIssuer', facts: { issuer: 'head' } } });
  });

  test('ACT-04: the report rests on every finding with its reason and says what they say; then they stand', () => {
    const almost = [...inReview, referral, ...allFound.slice(1)];
    expect(play([...almost, report(true)], { rules: hokkaido }).refusals).toMatchObject([
      { code: 'findingsMissing', facts: { criteria: ['CRI-1'] } },
    ]);
    expect(codes([...almost, finding('CRI-1', { reason: ' ' }), report(true)], { rules: hokkaido })).toEqual([
      'findingsMissing',
    ]);
    const whole = [...almost, finding('CRI-1')];
    expect(codes([...whole, report(false)], { rules: hokkaido })).toEqual(['reportContradictsFindings']);
    expect(codes([...whole, report(true), finding('CRI-4', { met: false })], { rules: hokkaido })).toEqual([
      'reportFiled',
    ]);
    expect(codes([...whole, report(true), referral, finding('CRI-4', { met: false })], { rules: hokkaido })).toEqual(
      [],
    );
  });

  test('STP-09, ACT-04: a corrected proposal is referred and reported anew', () => {
    const request: ProposalCommand = {
      do: 'requestCorrection',
      points: [{ field: 'purpose', text: '具体的に' }],
      deadline: '2026-02-10',
    };
    const correction: ProposalCommand = {
      do: 'receiveCorrection',
      receivedOn: '2026-01-28',
      form: { purpose: '具体的な目的' },
      proposers: null,
      agent: null,
      copies: null,
      attachments: [],
    };
    const again = [request, correction, { do: 'confirmCompleteness' } as const];
    const { refusals } = play([...inReview, referral, ...allFound, fee(), report(true), ...again, ...allFound], {
      rules: hokkaido,
    });
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['notReferred']));
    expect(codes([...inReview, referral], { rules: aomori })).toEqual(['noCommittee']);
  });
});

describe('第三者の保護に関する手続 (Ichikawa)', () => {
  const facts = flagged(proposalFacts(day));
  const notified: ProposalCommand = {
    do: 'notifyThirdParties',
    notifiedOn: '2026-01-26',
    opinionsDueOn: null,
    thirdParties: Array.from({ length: 15 }, (_, index) => ({ name: `秘第三者${index}`, address: '秘町' })),
  };
  const opinion = (thirdParty: number, objects: boolean, receivedOn = '2026-02-01'): ProposalCommand => ({
    do: 'recordWrittenOpinion',
    thirdParty,
    receivedOn,
    objects,
    text: '秘意見',
  });
  const twelve = Array.from({ length: 12 }, (_, index) => opinion(index + 1, true));
  const concluded: ProposalCommand = { do: 'concludeThirdPartyProcedure', reason: null };
  const reviewed = (requested: number): ProposalCommand[] => [
    { ...receipt, form: { ...receipt.form, persons: requested } },
    identified,
    { do: 'confirmCompleteness' },
    ...allFound,
    fee(),
  ];
  const settled = { rules: ichikawa, facts };

  test('scenario 42, STP-11: twelve objectors leave 4,988 of 5,000; 5,000 then fails, 4,988 conforms', () => {
    const heard = [notified, ...twelve, opinion(13, false), opinion(14, true), opinion(14, false), concluded];
    const late = { ...settled, now: '2026-02-10T10:00' };
    const asked = play([...reviewed(5000), ...heard, conforming], late);
    expect(asked.refusals).toMatchObject([
      { code: 'personCountOutside', facts: { requested: 5000, filePersons: 4988 } },
    ]);
    expect(asked.state?.review.thirdParties?.objectors).toEqual(twelve.map((_, index) => index + 1));
    expect(JSON.stringify(asked.state)).not.toMatch(/秘第三者|秘意見/);
    expect(play([...reviewed(4988), ...heard, conforming], late).state?.stage).toBe('conforming');
    expect(codes([...reviewed(4989), ...heard, conforming], late)).toEqual(['personCountOutside']);
  });

  test('scenario 42, CRI-2: without the rule’s minimum only the upper bound can be found not met', () => {
    const unset: RuleSet = { ...ichikawa, review: { ...ichikawa.review, minPersons: null } };
    const judged = (requested: number, met: boolean) =>
      codes([...reviewed(requested).slice(0, 3), finding('CRI-2', { met })], { rules: unset, facts });
    expect(judged(5001, false)).toEqual([]);
    expect(judged(5000, false)).toEqual(['proposalSettingMissing']);
    expect(judged(5000, true)).toEqual(['proposalSettingMissing']);
  });

  test('STP-11: the conforming notice waits; who has not answered is waited for until the period is over', () => {
    expect(codes([...reviewed(4988), conforming], settled)).toEqual(['thirdPartiesNotHeard']);
    expect(codes([...reviewed(4988), notified, ...twelve, concluded], settled)).toEqual(['opinionsOutstanding']);
    expect(codes([...reviewed(4988), notified, concluded], { ...settled, now: '2026-02-09T23:59' })).toEqual([
      'opinionsOutstanding',
    ]);
    expect(codes([...reviewed(4988), notified, concluded], { ...settled, now: '2026-02-10T00:00' })).toEqual([]);
    expect(codes([...reviewed(4988), notified, opinion(1, true, '2026-02-10')], settled)).toEqual(['opinionLate']);
    expect(codes([...reviewed(4988), notified, opinion(16, true)], settled)).toEqual(['thirdPartyUnknown']);
    expect(codes([...reviewed(4988), concluded], settled)).toEqual(['nobodyNotifiedWithoutReason']);
  });

  test('STP-11, 1c-42: after the review, and with a period that an official has set', () => {
    expect(codes([...reviewed(4988).slice(0, 3), notified], settled)).toEqual(['findingsMissing']);
    expect(codes([...reviewed(4988), finding('CRI-4', { met: false }), notified], settled)).toEqual([
      'criterionNotMet',
    ]);
    const unset = { ...ichikawa, thirdPartyProcedure: { ...ichikawa.thirdPartyProcedure, opinionDays: null } };
    expect(play([...reviewed(4988), notified], { rules: unset, facts }).refusals).toMatchObject([
      { code: 'proposalSettingMissing', facts: { setting: 'thirdPartyProcedure.opinionDays' } },
    ]);
    const short = { ...notified, opinionsDueOn: '2026-02-08' } as ProposalCommand;
    expect(codes([...reviewed(4988), short], settled)).toEqual(['opinionPeriodTooShort']);
  });

  test('scenarios 42 and 106, STP-11: not for a file without the mark, not for created data, not elsewhere', () => {
    expect(codes([...reviewed(4988), notified, conforming], { rules: ichikawa })).toEqual([
      'fileWithoutThirdPartyProcedure',
    ]);
    expect(codes([...inReview, ...allFound, notified], { rules: aomori, facts })).toEqual(['noThirdPartyProcedure']);
    const created = createdIn(ichikawa, facts);
    expect(judgedOn(created, notified, ichikawa, facts)).toBe('noThirdPartyProcedure');
    expect(judgedOn(created, conforming, ichikawa, facts)).toBeNull();
  });
});

/** A proposal on created data whose five criteria are found, as its events make it. */
function createdIn(rules: RuleSet, facts: ProposalFacts, commands: readonly ProposalCommand[] = []): ProposalState {
  const begun = play(inReview, { rules, facts }).events.map((event) =>
    event.type === 'proposalReceived'
      ? { ...event, data: { ...event.data, created: { release: 'r-1', name: '作成済み' } } }
      : event,
  );
  const state = rebuild(proposal.evolve, begun);
  if (!state) throw new Error('nothing was received');
  const five = (['CRI-1', 'CRI-4', 'CRI-5', 'CRI-6', 'CRI-7'] as const).map((id) => finding(id));
  return [...commands, ...five, fee()].reduce((now, command) => {
    const decision = proposal.decide(command, now, rules, known(facts, command, rules));
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    return decision.events.reduce(proposal.evolve, now);
  }, state);
}
const known = (facts: ProposalFacts, command: ProposalCommand, rules: RuleSet) => {
  const byCommittee = rules.review.body?.value === 'committee' && command.do === 'recordFinding';
  const createdTerms = { firstFeeYen: 72350, holdings: [] };
  return { ...facts, createdTerms, ...circumstances('2026-01-26T10:00', byCommittee ? 'committee' : 'head') };
};
function judgedOn(state: ProposalState, command: ProposalCommand, rules: RuleSet, facts: ProposalFacts): string | null {
  const open = { ...rules, notice: { ...rules.notice, issuedBy: null } };
  const decision = decide(command, state, open, known(facts, command, rules));
  return 'refusal' in decision ? decision.refusal.code : null;
}

describe('審査基準', () => {
  test('scenario 41, CRI-X: created data is judged by five criteria at every organ; 2 and 3 are not asked', () => {
    for (const rules of [
      throughIntake(rulesOf('yokohama')),
      ichikawa,
      { ...aomori, review: { ...aomori.review, body: null } },
      kumamoto,
    ]) {
      const open = rules.fee.newProposal ? rules : { ...rules, fee: aomori.fee };
      const created = createdIn(open, proposalFacts(day));
      expect(judgedOn(created, conforming, open, proposalFacts(day))).toBeNull();
      for (const criterion of ['CRI-2', 'CRI-3'] as const)
        for (const met of [true, false])
          expect(judgedOn(created, finding(criterion, { met }), open, proposalFacts(day))).toBe('criterionNotAsked');
    }
  });

  test('scenario 106, STP-24: at Hokkaido University the committee reports on created data too', () => {
    const created = createdIn(hokkaido, proposalFacts(day), [referral]);
    expect(judgedOn(created, conforming, hokkaido, proposalFacts(day))).toBe('reportMissing');
    expect(judgedOn(created, report(true), hokkaido, proposalFacts(day))).toBeNull();
  });

  test('PUB-7, CRI-6, 法46条: what a recipient publishes of its security measures is evidence for criterion 6 and no condition of it', () => {
    const published = { name: '公表した安全管理措置.pdf', digest: 'b'.repeat(64), bytes: 10 };
    for (const evidence of [[], [published]]) {
      const judged = [...inReview, ...allFound, finding('CRI-6', { evidence }), fee(), conforming];
      const { state, refusals } = play(judged, { rules: aomori });
      expect([refusals, state?.stage]).toEqual([[], 'conforming']);
      expect(state?.findings.find(({ criterion }) => criterion === 'CRI-6')?.evidence).toEqual(evidence);
    }
  });

  test('scenario 38, CRI-4: an anti-social or merely curious purpose does not conform; private profit may', () => {
    for (const flaw of ['antiSocial', 'curiosity'] as const) {
      expect(play([...inReview, finding('CRI-4', { flaw })], { rules: aomori }).refusals).toMatchObject([
        { code: 'purposeNotAdmitted', basis: '第６(4)' },
      ]);
      expect(codes([...inReview, finding('CRI-4', { flaw, met: false })], { rules: aomori })).toEqual([]);
    }
    expect(
      codes([...inReview, finding('CRI-4', { reason: '自社の利益が目的だが、社会に資する。' })], { rules: aomori }),
    ).toEqual([]);
  });

  test('CRI-5, DDL-12: Ichikawa’s longest period is set by rule and counted by the calendar; elsewhere nothing is fixed', () => {
    const used = (to: string, rules: RuleSet) =>
      codes(
        [
          { ...receipt, form: { ...receipt.form, period: { from: '2026-04-01', to } } },
          ...inReview.slice(1),
          finding('CRI-5'),
        ],
        { rules },
      );
    expect(used('2027-03-31', ichikawa)).toEqual([]);
    expect(used('2027-04-01', ichikawa)).toEqual(['usePeriodTooLong']);
    expect(used('2027-03-31', bareIchikawa)).toEqual(['proposalSettingMissing']);
    for (const rules of [kumamoto, aomori]) expect(used('2099-12-31', rules)).toEqual([]);
    expect(codes([...inReview, finding('CRI-7', { met: false })], { rules: bareIchikawa })).toEqual([
      'proposalSettingMissing',
    ]);
  });

  test('CRI-2, REC-6: 名寄せ後 and not 延べ, 1,000 and not 999, and the evidence kept by its digest', () => {
    const counted = (requested: number, unique: number, cumulative: number) => {
      const facts = proposalFacts(day);
      const call = facts.call && { ...facts.call, personsAtClose: personCount(unique, cumulative) };
      const asked = { ...receipt, form: { ...receipt.form, persons: requested } };
      return codes([asked, ...inReview.slice(1), finding('CRI-2')], { rules: aomori, facts: { ...facts, call } });
    };
    expect(counted(1200, 1100, 1300)).toEqual(['personCountOutside']);
    expect(counted(1100, 1100, 1300)).toEqual([]);
    expect(counted(999, 5000, 5000)).toEqual(['personCountOutside']);
    const evidence = [{ name: '調査.pdf', digest: 'b'.repeat(64), bytes: 3 }];
    expect(play([...inReview, finding('CRI-6', { evidence })]).state?.findings[0]).toMatchObject({ evidence });
  });

  test('CRI-2, DDL-14, 1c-09: the count at the close decides; that the register counts otherwise by now is said', () => {
    const facts = proposalFacts(day);
    const entry = facts.entry && { ...facts.entry, persons: personCount(5100) };
    const found = (given: ProposalFacts, criterion: CriterionId) =>
      play([...inReview, finding(criterion)], { facts: given }).state?.findings[0]?.warnings;
    expect(found({ ...facts, entry }, 'CRI-2')).toEqual(['personsMoved']);
    expect([found({ ...facts, entry }, 'CRI-3'), found(facts, 'CRI-2')]).toEqual([undefined, undefined]);
  });

  test('EXC-2, CRI-2: of a unit of several files the count of one file is none of the unit', () => {
    const facts = proposalFacts(day);
    const call = facts.call && { ...facts.call, group: '五課の名簿', personsAtClose: null };
    expect(codes([...inReview, finding('CRI-2')], { facts: { ...facts, call } })).toEqual(['personCountUnknown']);
    const counted = call && { ...call, personsAtClose: personCount(5000) };
    expect(codes([...inReview, finding('CRI-2')], { facts: { ...facts, call: counted } })).toEqual([]);
  });

  test('CRI-3, CRI-6, CRI-7: each is judged by its reason alone, and one that is not met makes the whole not conform', () => {
    for (const unmet of ['CRI-3', 'CRI-6', 'CRI-7'] as const) {
      const found = criterionIds.map((id) => finding(id, { met: id !== unmet }));
      expect(codes([...inReview, ...found, fee(), conforming], { rules: aomori })).toEqual(['criterionNotMet']);
      const { state } = play([...inReview, ...found, nonConforming], { rules: aomori });
      expect(state?.notice?.findings.map(({ criterion }) => criterion)).toEqual([unmet]);
    }
    const unset = { ...ichikawa, review: { ...ichikawa.review, criterion7Standard: null } };
    expect(codes([...inReview, finding('CRI-7')], { rules: unset })).toEqual(['proposalSettingMissing']);
  });

  test('STP-10: Aomori’s division consults the desk as needed, and nothing waits for it', () => {
    const consultation: ProposalCommand = {
      do: 'recordConsultation',
      on: day,
      matter: '加工の程度',
      answer: '差し支えない。',
    };
    expect(play([...inReview, consultation], { rules: aomori }).state?.review.consultations).toHaveLength(1);
    expect(codes([...inReview, { ...consultation, matter: ' ' }], { rules: aomori })).toEqual([
      'consultationMatterMissing',
    ]);
  });
});

describe('積算と委託', () => {
  const quote: ProposalCommand = {
    do: 'recordOutsourcingQuote',
    quotedOn: '2026-01-29',
    contractor: '秘委託先',
    yen: 330_000,
    file: null,
    scrutiny: '相見積りと比べ相当である。',
    deskConsultedOn: '2026-01-28',
  };
  const outsourcing = (conditionPrecedent: boolean): ProposalCommand => ({
    do: 'recordOutsourcingContract',
    concludedOn: '2026-01-29',
    conditionPrecedent,
  });

  test('scenario 46, FEE-02, FEE-03, STP-28: the fee follows from whole minutes of each task, the outsourcing’s among them', () => {
    const estimate: ProposalCommand = {
      do: 'estimateEffort',
      tasks: [
        { task: 'extractionDesign', minutes: 192, note: '' },
        { task: 'processing', minutes: 294, note: '' },
        { task: 'outsourcing', minutes: 294, note: '' },
      ],
    };
    const estimated = { ...fee(), minutes: [] } as ProposalCommand;
    expect(play([...inReview, estimate, estimated], { rules: aomori }).state?.fee?.yen).toBe(72_350);
    expect(codes([...inReview, estimated], { rules: aomori })).toEqual(['effortMissing']);
    const unnamed: ProposalCommand = { do: 'estimateEffort', tasks: [{ task: 'other', minutes: 1, note: '' }] };
    expect(codes([...inReview, unnamed], { rules: aomori })).toEqual(['otherTaskUnnamed']);
  });

  test('scenario 67, STP-13: at Aomori the quote is scrutinised, agreed with the desk, charged as quoted and dated before the notice', () => {
    expect(play([...inReview, fee(330_000)], { rules: aomori }).refusals).toMatchObject([
      { code: 'quoteMissing', basis: '第９-1(4)ア' },
    ]);
    expect(codes([...inReview, { ...quote, scrutiny: '' }], { rules: aomori })).toEqual(['quoteNotScrutinised']);
    expect(codes([...inReview, { ...quote, deskConsultedOn: null }], { rules: aomori })).toEqual(['deskNotConsulted']);
    expect(codes([...inReview, quote, fee(330_001)], { rules: aomori })).toEqual(['quoteDiffers']);
    const found = [...inReview, ...allFound];
    expect(codes([...found, quote, fee(330_000), conforming], { rules: aomori })).toEqual([]);
    expect(
      codes([...found, { ...quote, quotedOn: '2026-01-30' }, fee(330_000), conforming], { rules: aomori }),
    ).toEqual(['quoteAfterNotice']);
  });

  test('scenario 67, STP-13: the outsourcing contract carries the condition precedent', () => {
    expect(codes([...inReview, outsourcing(true)], { rules: aomori })).toEqual(['quoteMissing']);
    expect(codes([...inReview, quote, outsourcing(false)], { rules: aomori })).toEqual(['conditionPrecedentMissing']);
    expect(codes([...inReview, quote, outsourcing(true)], { rules: aomori })).toEqual([]);
  });
});

describe('一本化・共通化', () => {
  const other = { stage: 'inReview', call: 'c-1', entry: 'e-1', proposers: 2 } as const;
  const facts = { ...proposalFacts(day), proposals: { 'p-2': other, 'p-3': { ...other, proposers: 1 } } };
  const offer: ProposalCommand = {
    do: 'offerMerge',
    way: 'merge',
    proposals: ['p-2', 'p-3'],
    terms: '項目をそろえる。',
  };
  const consent = (of: string | null, proposer: number, consents = true): ProposalCommand => ({
    do: 'recordMergeConsent',
    other: of,
    proposer,
    consents,
    on: day,
  });
  const conclude: ProposalCommand = { do: 'concludeMerge' };

  test('scenario 43, STP-12, OUT-5: the consent of each proposer of each proposal is recorded before they are merged', () => {
    const given = [consent(null, 1), consent('p-2', 1), consent('p-2', 2, false), consent('p-3', 1)];
    expect(play([...inReview, offer, ...given, conclude], { rules: aomori, facts }).refusals).toMatchObject([
      { code: 'consentMissing', facts: { from: ['p-2:2'] } },
    ]);
    const { events } = play([...inReview, offer, ...given, consent('p-2', 2), conclude], { rules: aomori, facts });
    expect(events.at(-1)).toMatchObject({ type: 'mergeConcluded', data: { way: 'merge', proposals: ['p-2', 'p-3'] } });
    expect(codes([...inReview, offer, consent('p-3', 2)], { rules: aomori, facts })).toEqual(['consenterUnknown']);
  });

  test('STP-12: only proposals of the same call on the same file, and only where the organ provides for it', () => {
    const strange = { ...facts, proposals: { 'p-2': { ...other, entry: 'e-2' }, 'p-3': other } };
    expect(play([...inReview, offer], { rules: aomori, facts: strange }).refusals).toMatchObject([
      { code: 'mergeNotPossible', facts: { proposals: ['p-2'] } },
    ]);
    expect(codes([...inReview, offer], { facts })).toEqual(['proposalSettingMissing']);
  });
});

const anything: readonly ProposalCommand[] = [
  referral,
  report(true),
  report(false),
  ...allFound,
  finding('CRI-4', { met: false }),
  finding('CRI-6', { reason: '' }),
  finding('CRI-4', { flaw: 'antiSocial' }),
  fee(),
  conforming,
  nonConforming,
  {
    do: 'notifyThirdParties',
    notifiedOn: '2026-01-26',
    opinionsDueOn: null,
    thirdParties: [{ name: '秘', address: null }],
  },
  { do: 'recordWrittenOpinion', thirdParty: 1, receivedOn: '2026-01-27', objects: true, text: '秘' },
  { do: 'concludeThirdPartyProcedure', reason: null },
  { do: 'requestCorrection', points: [{ field: 'persons', text: '訂正' }], deadline: '2026-01-30' },
  {
    do: 'receiveCorrection',
    receivedOn: '2026-01-27',
    form: { persons: 4999 },
    proposers: null,
    agent: null,
    copies: null,
    attachments: [],
  },
  { do: 'confirmCompleteness' },
];

test('CRI-1..7, ACT-04, STP-11, REC-6, any sequence of commands: no notice without its findings, reasons, report and third parties', () => {
  const facts = flagged(proposalFacts(day));
  const refused = [referral, ...allFound, finding('CRI-4', { met: false }), report(false), nonConforming];
  const wholeOf = {
    hokkaido: [referral, ...allFound, fee(), report(true), conforming],
    ichikawa: [...allFound, fee(), ...anything.slice(-6, -3), conforming],
  };
  const reached = new Set<string>();
  const drawn = fc.array(fc.constantFrom(...anything), { maxLength: 10 });
  fc.assert(
    fc.property(
      fc.constantFrom('hokkaido' as const, 'ichikawa' as const),
      fc.boolean(),
      drawn,
      fc.nat(12),
      drawn,
      (organ, isRefused, before, length, after) => {
        const rules = organ === 'hokkaido' ? hokkaido : ichikawa;
        const asked = { ...receipt, form: { ...receipt.form, persons: 4990 } };
        const commands = [
          asked,
          ...inReview.slice(1),
          ...before,
          ...(isRefused ? refused : wholeOf[organ]).slice(0, length),
          ...after,
        ];
        const { state, events } = play(commands, { rules, facts });
        if (!state) throw new Error('nothing was received');
        expect(rebuild(proposal.evolve, events)).toEqual(state);
        expect(JSON.stringify(state)).not.toMatch(/秘/);
        reached.add(`${organ}:${state.stage}`);
        const { notice, review } = state;
        if (notice) {
          expect(notice.findings.every(({ reason }) => reason !== '')).toBe(true);
          expect(organ === 'ichikawa' || review.referral?.report?.conforming === notice.conforming).toBe(true);
        }
        if (notice?.conforming) {
          expect(notice.findings.map(({ criterion, met }) => [criterion, met])).toEqual(
            criterionIds.map((id) => [id, true]),
          );
          expect(notice.findings.every(({ flaw }) => flaw === null)).toBe(true);
          const objectors = review.thirdParties?.objectors?.length ?? 0;
          if (organ === 'ichikawa') expect(review.thirdParties?.concludedOn).toEqual(expect.any(String));
          expect(state.form.persons).toBeLessThanOrEqual(5000 - objectors);
        }
        if (organ === 'hokkaido') expect(review.thirdParties).toBeNull();
      },
    ),
    { seed: 20260201, numRuns: 1500 },
  );
  for (const stage of ['inReview', 'conforming', 'nonConforming', 'correctionRequested'])
    for (const organ of ['hokkaido', 'ichikawa']) expect(reached).toContain(`${organ}:${stage}`);
});
