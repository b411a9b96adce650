import { describe, expect, test } from 'vitest';
import { proposalFacts } from '../../../test/support/proposals.ts';
import {
  allFound,
  aomori,
  codes,
  conforming,
  createdIn,
  day,
  fee,
  finding,
  flagged,
  ichikawa,
  identified,
  inReview,
  judgedOn,
  play,
  receipt,
} from '../../../test/support/reviewSteps.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ProposalCommand } from './commands.ts';

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
