import { describe, expect, test } from 'vitest';
import { personCount, proposalFacts, throughIntake } from '../../../test/support/proposals.ts';
import {
  allFound,
  aomori,
  bareIchikawa,
  codes,
  conforming,
  createdIn,
  day,
  fee,
  finding,
  hokkaido,
  ichikawa,
  inReview,
  judgedOn,
  kumamoto,
  nonConforming,
  play,
  receipt,
  referral,
  report,
} from '../../../test/support/reviewSteps.ts';
import { rulesOf } from '../../../test/support/shippedRules.ts';
import { type CriterionId, criterionIds } from '../organ/provision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ProposalCommand } from './commands.ts';
import type { ProposalFacts } from './facts.ts';

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
