import { describe, expect, test } from 'vitest';
import { proposalFacts } from '../../../test/support/proposals.ts';
import {
  allFound,
  aomori,
  codes,
  conforming,
  day,
  fee,
  finding,
  hokkaido,
  inReview,
  nonConforming,
  play,
  referral,
  report,
} from '../../../test/support/reviewSteps.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import type { ProposalCommand } from './commands.ts';
import { decide } from './decide.ts';

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
