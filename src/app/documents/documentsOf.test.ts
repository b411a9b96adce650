import { expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { OrganId } from '../../core/role.ts';
import { renderText } from '../../documents/render/renderText.ts';
import type { ScenarioFile } from '../fields/scenario.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { documentsOf } from './documentsOf.ts';

const organ = 'kumamoto' as OrganId;

/** Kumamoto's case with its contract; what happens then is told as an event on the case as it stands. */
async function contracted() {
  const parts = createMemorySystem(ruleBook);
  const untilContract = ({ steps, ...rest }: ScenarioFile): ScenarioFile => ({
    ...rest,
    steps: steps.slice(0, steps.findLastIndex((step) => step.do === 'concludeContract') + 1),
  });
  await playGuide('kumamoto-2025.json', parts, untilContract);
  const { records } = await parts.events.states(organ, { kind: 'proposal', where: { stage: 'contracted' } });
  const { id } = records[0]!.stream;
  const papersOf = async (kind: 'proposal' | 'release', type: string, data: object, personal: object | null = null) => {
    const actor = { person: 'desk:1', role: 'centralDesk', organ } as const;
    const at = '2026-04-01T10:00';
    const common = { id: '', organ, version: 99, schemaVersion: 1, at, recordedAt: at, actor, commandId: '' };
    const event: StoredEvent = { ...common, stream: { kind, id }, type, data, personal };
    const papers = await documentsOf(parts, organ, event);
    return papers.map((paper) => [paper.kind, renderText(paper)] as const);
  };
  return { papersOf };
}

test('FRM-25, SEC-7, CAN-4, FEE-09: what happens after the contract brings its papers, and none that the organ does not have', async () => {
  const { papersOf } = await contracted();
  const delay = {
    announcedOn: '2026-03-20',
    expectedOn: '2026-04-10',
    reason: '機器の故障',
    documentNumber: '架空発第9号',
  };
  const [[kind, text] = ['', '']] = await papersOf('release', 'delayAnnounced', delay);
  expect(kind).toBe('delayNotice');
  expect(text).toMatch(/架空発第9号[\s\S]*見込みの日　｜　令和8年4月10日[\s\S]*機器の故障/);

  const contractor = {
    contractor: 'contractor:1',
    tier: 1,
    engagedBy: null,
    concludedOn: '2026-03-01',
    conditionPrecedent: true,
    duties: ['processing', 'chapterFour'],
    toldOn: '2026-03-01',
    reportedToDeskOn: null,
  };
  const told = await papersOf('release', 'contractorRecorded', contractor, { name: '架空加工株式会社' });
  expect(told.map(([name]) => name)).toEqual(['outsourcingClauses', 'contractorDuties']);
  expect(told[1]?.[1]).toMatch(/架空加工株式会社　御中[\s\S]*法律第４章/);

  const cancelled = {
    cancelledOn: '2026-05-10',
    ground: 'contract',
    reason: '是正されないため。',
    barredThrough: null,
  };
  const [[, ended] = ['', '']] = await papersOf('proposal', 'contractCancelled', cancelled);
  expect(ended).toContain('契約に定める解除事由に該当したこと。');
  expect(ended).not.toContain('新たな提案をすることができません');

  const fee = { correctedOn: '2026-02-06', documentNumber: '架空発第10号', from: 72350, to: 72300, reason: '誤記' };
  const [[, corrected] = ['', '']] = await papersOf('proposal', 'notifiedFeeCorrected', fee);
  expect(corrected).toMatch(/架空発第10号[\s\S]*架空発第1号[\s\S]*訂正[\s\S]*72,300円/);

  const handlers = { receivedOn: '2026-03-01', toldOn: '2026-03-01', handlers: [] };
  expect(await papersOf('proposal', 'handlersReported', handlers, { handlers: [] })).toEqual([]);
  expect(
    await papersOf('release', 'publicationRequested', { place: '', through: null, requestedOn: '2026-04-01' }),
  ).toEqual([]);
});

test('FRM-25: a letter that lacks an item is not made; what stands in its place names the item', async () => {
  const { papersOf } = await contracted();
  const delay = { announcedOn: '2026-03-20', expectedOn: '2026-04-10', reason: ' ', documentNumber: '' };
  const [[kind, text] = ['', '']] = await papersOf('release', 'delayAnnounced', delay);
  expect(kind).toBe('unmade');
  expect(text).toMatch(
    /「行政機関等匿名加工情報の提供が遅れる見込みについて」を作れません。[\s\S]*文書番号、遅れる理由/,
  );
});
