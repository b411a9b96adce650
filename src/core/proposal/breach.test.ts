import { describe, expect, test } from 'vitest';
import {
  aomori,
  by,
  codes,
  desk,
  division,
  hokkaido,
  ichikawa,
  stateAfter,
} from '../../../test/support/contractSteps.ts';
import { contracted, type Given } from '../../../test/support/contracts.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import type { Role } from '../role.ts';
import type { ProposalCommand } from './commands.ts';

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
