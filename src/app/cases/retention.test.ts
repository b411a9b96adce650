import { expect, test } from 'vitest';
import { createStage, kumamoto } from '../../../test/browser/stage.ts';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook, rulesOf } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { OrganId } from '../../core/role.ts';
import { keepPapers } from '../documents/keepPapers.ts';
import { expiredPapers } from './expiredPapers.ts';
import { retentionOf } from './retention.ts';

const three = { value: 3, text: '架空の文書管理規則', source: '設定' };

test('REC-12: papers are kept for the organ’s years from the day after the end of the case; unset stays unset', async () => {
  const organ = 'aomori-police' as OrganId;
  const parts = createMemorySystem(ruleBook);
  await playGuide('aomori-police-whole.json', parts);
  const state = async (id: string) => (await parts.events.state(organ, { kind: 'proposal', id }))!.state as never;
  const rules = rulesOf(organ);
  const set = { ...rules, retentionYears: { ...rules.retentionYears, contract: three } };
  expect(retentionOf(rules, 'proposal', await state('p-1'))).toMatchObject({ years: null, through: null });
  const { records } = await parts.events.states(organ, { kind: 'proposal', where: { stage: 'cancelled' } });
  expect(retentionOf(set, 'proposal', records[0]!.state as never)).toEqual({
    years: 3,
    endedOn: '2026-06-23',
    through: '2029-06-23',
  });
});

test('REC-12: what was kept long enough is listed from the day after its last day on', async () => {
  const { parts, give } = await createStage({ more: 1 });
  await give(kumamoto, 'administrator', 'settings', {
    do: 'setRuleValue',
    setting: 'retentionYears.complaint',
    value: 3,
    text: three.text,
    from: '2026-01-08',
    correctsSource: false,
    reason: '文書管理規則による（架空）',
  });
  const settled = { do: 'settleComplaint', on: '2026-01-08', result: '説明した。', improvement: null } as const;
  await give(kumamoto, 'centralDesk', 'complaint-1', settled);
  await keepPapers(parts, kumamoto, 'complaint.complaint-1');
  const on = (day: string) =>
    expiredPapers({ ...parts, clock: { ...parts.clock, procedure: () => `${day}T09:00` } }, kumamoto);
  expect(await on('2029-01-08')).toEqual([]);
  expect(await on('2029-01-09')).toEqual([
    { kind: 'complaint', id: 'complaint-1', papers: 1, endedOn: '2026-01-08', through: '2029-01-08' },
  ]);
});
