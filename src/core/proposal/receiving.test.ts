import { describe, expect, test } from 'vitest';
import { aomori, kumamoto, play, receipt, stageAfter } from '../../../test/support/proposalCommands.ts';
import { companyParty } from '../../../test/support/proposals.ts';
import { rulesOf } from '../../../test/support/shippedRules.ts';
import type { RuleSet } from '../organ/ruleSet.ts';

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
    const organ = { ...receipt, channel: 'writing', proposers: [{ ...companyParty, kind: 'stateOrgan' }] } as const;
    const ichikawa = rulesOf('ichikawa');
    const open: RuleSet = { ...ichikawa, intake: { ...ichikawa.intake, arrivalRule: kumamoto.intake.arrivalRule } };
    expect(play([organ], { rules: open }).refusals).toMatchObject([{ code: 'excludedBody' }]);
    expect(stageAfter([{ ...organ, channel: 'post' }])).toBe('received');
  });
});
