import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { ScenarioFile, ScenarioStep } from '../fields/scenario.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { runScenario } from '../scenario/runScenario.ts';

const guide = join(import.meta.dirname, '../../../docs/guide/kumamoto-first-case.json');
const read = readScenario(readFileSync(guide, 'utf8'));
if ('errors' in read) throw new Error(JSON.stringify(read.errors));
const firstCase = read.value;
const filing = firstCase.steps.find((step) => step.do === 'receiveProposal' && !step.expect?.refusal);
const contract = firstCase.steps.findLastIndex((step) => step.do === 'concludeContract');

/** The first case up to its contract; the contract cancelled; the next filing of a party of the same name. */
async function afterCancellation(ground: string, changed: object, ...steps: ScenarioStep[]) {
  if (!filing) throw new Error('the first case has no filing');
  const [first] = filing.with.proposers as object[];
  const again = { ...filing.with, proposal: 'again', proposers: [{ ...first, ...changed }] };
  const later: ScenarioFile['steps'] = [
    {
      at: '2026-03-20T09:00',
      as: 'responsibleDivision',
      do: 'recordBreach',
      with: {
        foundOn: '2026-03-19',
        isMaterial: true,
        term: '第7条 (再提供の禁止)',
        deskToldOn: '2026-03-19',
        account: '第三者に提供した。',
      },
    },
    {
      at: '2026-03-20T09:10',
      as: 'responsibleDivision',
      do: 'intendCancellation',
      with: { ground, reason: '無断で第三者に提供した。', on: '2026-03-20' },
    },
    { at: '2026-03-20T09:20', as: 'centralDesk', do: 'agreeToCancellation', with: {} },
    {
      at: '2026-03-20T10:00',
      as: 'centralDesk',
      do: 'cancelContract',
      with: { cancelledOn: '2026-03-20', ground, reason: '無断で第三者に提供した。' },
    },
    { at: '2026-03-21T10:00', as: 'centralDesk', do: 'receiveProposal', with: again },
    { at: '2026-03-21T10:10', as: 'centralDesk', do: 'reviewEligibility', with: { note: '' } },
    ...steps,
  ];
  const played = { ...firstCase, steps: [...firstCase.steps.slice(0, contract + 1), ...later] };
  const report = await runScenario(played, createMemorySystem(ruleBook), async () => new Uint8Array());
  const events = report.steps.flatMap((step) => step.events);
  const looks = events.filter(({ type, stream }) => type === 'eligibilityReviewed' && stream.id === 'again');
  return { report, obstacles: (looks.at(-1)?.data as { obstacles: object[] } | undefined)?.obstacles };
}

describe('CRI-1: the organ’s own cancellations', () => {
  test('scenario 88, DQ-5, CAN-6: the same party is found, barred for two years from the day of the cancellation', async () => {
    const { report, obstacles } = await afterCancellation('CAN-3', {});
    expect(report).toMatchObject({ outcome: 'asExpected' });
    expect(obstacles).toMatchObject([
      { ground: 'case:p-1', id: 'DQ-5', party: 'proposer:1', basis: '3⑤', through: '2028-03-19', certain: true },
    ]);
  });

  test('a party of the same name elsewhere is a possible one, until an official dismisses it with a reason', async () => {
    const dismissed = {
      at: '2026-03-21T10:20',
      as: 'centralDesk',
      do: 'dismissGround',
      with: { ground: 'case:p-1', reason: '登記が別である。' },
    };
    const look = { at: '2026-03-21T10:30', as: 'centralDesk', do: 'reviewEligibility', with: { note: '' } };
    const elsewhere = { address: '別の町9-9' };
    expect((await afterCancellation('CAN-3', elsewhere)).obstacles).toMatchObject([{ certain: false }]);
    expect((await afterCancellation('CAN-3', elsewhere, dismissed, look)).obstacles).toEqual([]);
    expect((await afterCancellation('CAN-3', { name: '別名の会社' })).obstacles).toEqual([]);
  });

  test('scenario 104, CAN-4: Kumamoto’s rules know no ground of the contract alone', async () => {
    const { report } = await afterCancellation('contract', {});
    expect(report).toMatchObject({ outcome: 'different', mismatch: { got: { code: 'contractGroundNotAdmitted' } } });
  });
});
