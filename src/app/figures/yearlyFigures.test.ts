import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleBook, rulesOf } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { OrganId } from '../../core/role.ts';
import { renderText } from '../../documents/render/renderText.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { runScenario } from '../scenario/runScenario.ts';
import { figuresPaper } from './figuresPaper.ts';
import { yearlyFigures } from './yearlyFigures.ts';

const guide = join(import.meta.dirname, '../../../docs/guide');

test('scenario 99, PPC-4: the figures of a 年度 agree with the events of the whole story, and each leads to its cases', async () => {
  const read = readScenario(await readFile(join(guide, 'aomori-police-whole.json'), 'utf8'));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  const parts = createMemorySystem(ruleBook);
  const { steps, outcome } = await runScenario(read.value, parts, async () => new Uint8Array());
  expect(outcome).toBe('asExpected');
  const organ = 'aomori-police' as OrganId;
  const [before, after] = [await yearlyFigures(parts, organ, 2025), await yearlyFigures(parts, organ, 2026)];
  const both = (id: string) => [before, after].map((year) => year.find(({ figure }) => figure === id)?.total);
  const inEvents = (type: string, year: number) =>
    steps.flatMap(({ events }) => events).filter((event) => event.type === type && yearOf(event.at) === year).length;
  for (const [figure, type] of [
    ['conforming', 'conformingNoticeIssued'],
    ['provided', 'provisionRecorded'],
    ['cancellations', 'contractCancelled'],
    ['commissionReports', 'reportedToCommission'],
    ['complaints', 'complaintReceived'],
    ['leaks', 'leakDiscovered'],
  ] as const)
    expect([figure, both(figure)]).toEqual([figure, [inEvents(type, 2025), inEvents(type, 2026)]]);
  expect(both('proposals')).toEqual([1, 0]);
  expect(both('createdContracts')).toEqual([0, 2]);
  expect(both('feesYen')).toEqual([72_350, 72_350 + 12_600]);
  expect(both('created')).toEqual([1, 0]);
  for (const { total, cases } of [...before, ...after]) {
    expect(cases.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
    for (const { kind, id } of cases) expect(await parts.events.state(organ, { kind, id })).not.toBeNull();
  }
  const paper = renderText(figuresPaper(parts, rulesOf(organ), 2026, after));
  expect(paper).toMatch(
    /令和８年度行政機関等匿名加工情報の提供制度の運用状況[\s\S]*納付された手数料　｜　84,950　｜　円/,
  );
});

/** The 年度 of a time of the procedure, by its month alone. */
const yearOf = (at: string): number => Number(at.slice(0, 4)) - (Number(at.slice(5, 7)) < 4 ? 1 : 0);
