import { describe, expect, test } from 'vitest';
import { aomori, codes, desk, division, hokkaido, ichikawa, stateAfter } from '../../../test/support/contractSteps.ts';
import {
  application,
  contract,
  contracted,
  determineFee,
  type Given,
  noticed,
  payment,
  playContract,
  reviewed,
} from '../../../test/support/contracts.ts';
import { proposalFacts } from '../../../test/support/proposals.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { ProposalCommand } from './commands.ts';
import type { ProposalFacts } from './facts.ts';

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
