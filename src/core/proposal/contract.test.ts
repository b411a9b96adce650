import { describe, expect, test } from 'vitest';
import { aomori, codes, desk, stateAfter } from '../../../test/support/contractSteps.ts';
import {
  application,
  contract,
  contracted,
  type Given,
  noticed,
  organ,
  organs,
  payment,
} from '../../../test/support/contracts.ts';

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
