import { expect, test } from 'vitest';
import { organ } from '../../../test/support/contracts.ts';
import { play } from '../../../test/support/play.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import type { ComplaintCommand } from './commands.ts';
import { complaint } from './complaint.ts';

const playOn = (name: string, ...commands: ComplaintCommand[]) =>
  play(
    complaint,
    organ(name),
    commands.map((command) => [command, circumstances('2026-02-20T10:00')] as const),
  );
const codes = (name: string, ...commands: ComplaintCommand[]) =>
  playOn(name, ...commands).refusals.map(({ code }) => code);

const received: ComplaintCommand = {
  do: 'receiveComplaint',
  receivedOn: '2026-02-16',
  unit: '総務課',
  subject: { kind: 'release', id: 'p-1' },
  complainant: '秘申出人',
  text: '秘の苦情',
};
const handled: ComplaintCommand = { do: 'handleComplaint', on: '2026-02-17', text: '秘の説明' };
const referred: ComplaintCommand = { do: 'referComplaint', on: '2026-02-17', to: '教育委員会' };
const settled: ComplaintCommand = { do: 'settleComplaint', on: '2026-02-18', result: '秘の結果', improvement: '掲示' };

test('scenario 94, STP-25, ACT-15, REC-11: taken in by a unit of the organ, handled and settled, nobody named in the state', () => {
  const { state } = playOn('aomori-police', received, handled, settled);
  expect(state).toMatchObject({ stage: 'settled', unit: '総務課', handledOn: ['2026-02-17'], settledOn: '2026-02-18' });
  expect(JSON.stringify(state)).not.toContain('秘');
  expect(codes('aomori-police', { ...received, unit: '広報課' })).toEqual(['complaintUnitUnknown']);
  expect(codes('kumamoto', { ...received, unit: '法制課' })).toEqual([]);
  expect(codes('aomori-police', received, { ...settled, on: '2026-02-15' })).toEqual(['handledBeforeReceipt']);
  expect(codes('aomori-police', received, { ...settled, result: ' ' })).toEqual(['handlingEmpty']);
  expect(codes('aomori-police', { ...received, receivedOn: '2026-02-21' })).toEqual(['complaintInFuture']);
});

test('scenario 94, STP-25: Ichikawa refers a complaint to another organ once, the others refer none', () => {
  const own = { ...received, unit: '市長' };
  expect(playOn('ichikawa', own, referred).state?.referral).toEqual({ to: '教育委員会', on: '2026-02-17' });
  expect(codes('ichikawa', own, referred, referred)).toEqual(['referredBefore']);
  expect(codes('aomori-police', received, referred)).toEqual(['mediationNotProvided']);
});
