import { describe, expect, test } from 'vitest';
import {
  aomori,
  codes,
  complete,
  correction,
  forward,
  play,
  receipt,
  request,
  type Step,
  set,
  stateAfter,
} from '../../../test/support/intakeSteps.ts';
import { companyIdentity } from '../../../test/support/proposals.ts';
import { rulesOf } from '../../../test/support/shippedRules.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { promptActs } from './promptActs.ts';
import type { ProposalState } from './state.ts';

test('CHK-REC-5: the papers go to the desk that each organ names, and to no other', () => {
  const desk = (organ: string) => {
    const { name, postalCode, address } = rulesOf(organ).desk;
    return [name?.value, postalCode?.value, address?.value].filter((part) => part !== undefined).join(' ');
  };
  expect(['kumamoto', 'ichikawa', 'aomori-police'].map(desk)).toEqual([
    '熊本市総務局行政管理部法制課（情報公開窓口） 860-8601 熊本市中央区手取本町1番1号 熊本市役所本庁舎地下1階',
    '総務部総務課 市川市南八幡2丁目20番2号',
    '総務課',
  ]);
});

describe('送付と経過日数', () => {
  test('STP-06, REC-1: the original goes on with a copy kept, each version once, on no impossible day', () => {
    expect(codes(aomori, receipt, forward('2026-01-20', false))).toEqual(['copyNotKept']);
    expect(codes(aomori, receipt, forward('2026-01-19'), forward('2026-01-27'))).toEqual([
      'forwardingDayWrong',
      'forwardingDayWrong',
    ]);
    const ask: Step = { command: request('2026-01-26'), now: '2026-01-22T10:00', role: 'responsibleDivision' };
    const played = play(
      aomori,
      receipt,
      forward('2026-01-20'),
      forward('2026-01-21'),
      ask,
      correction('2026-01-25'),
      forward('2026-01-26'),
    );
    expect(played.refusals).toMatchObject([{ code: 'alreadyForwarded' }]);
    expect(played.state?.forwardings).toEqual([
      { version: 1, on: '2026-01-20', to: '架空課', copyKept: true },
      { version: 2, on: '2026-01-26', to: '架空課', copyKept: true },
    ]);
  });

  const target = (rules: RuleSet, days: number | null): RuleSet => ({
    ...rules,
    deadlines: {
      ...rules.deadlines,
      promptActs: {
        ...rules.deadlines.promptActs,
        forwarding: { ...rules.deadlines.promptActs.forwarding, targetDays: days === null ? null : set(days) },
      },
    },
  });

  test('scenario 19, DDL-09: 直ちに has no number, so the organ’s own target rings, and none rings without one', () => {
    const state = stateAfter(aomori, receipt);
    const on = (days: number | null, today: string) => promptActs(state, target(aomori, days), today)[0];
    expect(on(2, '2026-01-22')).toMatchObject({ word: '直ちに', days: 2, overdue: false, basis: '第５-2(3)' });
    expect(on(2, '2026-01-23')).toMatchObject({ days: 3, overdue: true, doneOn: null });
    expect(on(null, '2026-12-31')).toMatchObject({ overdue: false });
    const sent = stateAfter(aomori, receipt, forward('2026-01-21'));
    expect(promptActs(sent, target(aomori, 2), '2026-12-31')[0]).toMatchObject({
      doneOn: '2026-01-21',
      days: 1,
      overdue: false,
    });
  });

  test('OUT-4, DDL-09: the review rests from the request until the papers are complete again', () => {
    const begun: Step = { command: complete, now: '2026-01-20T10:00' };
    const ask: Step = { command: request('2026-02-10'), now: '2026-01-25T10:00', role: 'responsibleDivision' };
    const steps: Step[] = [
      { command: receipt, now: '2026-01-20T09:00' },
      { command: companyIdentity },
      begun,
      ask,
      { command: correction('2026-02-01'), now: '2026-02-01T10:00' },
    ];
    const review = (state: ProposalState, today: string) =>
      promptActs(state, aomori, today).find(({ act }) => act === 'review');
    expect(review(stateAfter(aomori, ...steps), '2026-02-04')).toMatchObject({ days: 5, restedDays: 10 });
    const again = stateAfter(aomori, ...steps, { command: complete, now: '2026-02-03T10:00' });
    expect(review(again, '2026-02-04')).toMatchObject({
      since: '2026-01-20',
      days: 6,
      restedDays: 9,
      word: '速やかに',
    });
  });
});
