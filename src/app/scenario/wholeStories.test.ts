import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { rebuild } from '../../core/aggregate.ts';
import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import { renderText } from '../../documents/render/renderText.ts';
import { type AnyEvent, type AnyState, aggregates, type CaseKind, type CommandName } from '../aggregates.ts';
import { awaited } from '../cases/awaited.ts';
import { rulesOf } from '../cases/rulesOf.ts';
import type { Parts } from '../parts.ts';
import { rebuildState } from '../rebuildState.ts';
import { readScenario } from './readScenario.ts';
import { runScenario } from './runScenario.ts';

const guide = join(import.meta.dirname, '../../../docs/guide');

/** What follows from a contract and somebody has to do, by the event that says it was done. */
const followingActs: Readonly<Record<string, CommandName>> = {
  reportedToCommission: 'reportToCommission',
  cancellationAgreed: 'agreeToCancellation',
  contractCancelled: 'cancelContract',
  feeDifferenceSettled: 'settleFeeDifference',
  handlerChangeJudged: 'judgeHandlerChange',
  publicationConfirmed: 'confirmPublication',
};

/** The acts of a stream that were done although the case did not wait for them. */
async function unawaited(parts: Parts, organ: OrganId, stream: StreamRef): Promise<readonly CommandName[]> {
  const past = await parts.events.read(organ, stream);
  const { evolve } = aggregates[stream.kind as CaseKind];
  return past.flatMap(({ type, at }, done) => {
    const command = followingActs[type];
    const before = rebuild<AnyState, AnyEvent>(evolve, past.slice(0, done));
    const rules = before && rulesOf(parts, organ, before);
    if (!command || !before || !rules) return [];
    const waiting = awaited(stream.kind as CaseKind, before, rules, at.slice(0, 10));
    return waiting.some((one) => one.command === command) ? [] : [command];
  });
}

describe('the whole story of an organization', () => {
  test.each([
    ['aomori-police', 'cancelled', 'scenarios 65 and 87, PPC-1, PPC-2, PPC-3, PUB-4, FEE-11'],
    ['hokkaido-university', 'cancelled', 'scenario 106, ACT-04, PUB-6, FEE-07'],
    ['ichikawa', 'cancelled', 'STP-27, ACT-05, FEE-07'],
    ['yokohama', 'cancelled', 'FEE-06, FEE-07'],
    ['kumamoto', 'cancelled', 'scenario 68, FEE-11, SEC-10'],
  ])(
    'scenario 39, STP-21, OUT-3, OUT-7, PUB-5: %s, from the call to a contract that is %s, complaint and leak: %s; every state rebuilds, and no paper shows a code',
    async (name, stage) => {
      const read = readScenario(await readFile(join(guide, `${name}-whole.json`), 'utf8'));
      if ('errors' in read) throw new Error(JSON.stringify(read.errors));
      const parts = createMemorySystem(ruleBook);
      const report = await runScenario(read.value, parts, async () => new Uint8Array());
      const { steps, ...ended } = report;
      expect(ended).toEqual({ outcome: 'asExpected' });
      const organ = read.value.organ as OrganId;
      const streams = new Map(
        steps.flatMap(({ events }) => events).map(({ stream }) => [`${stream.kind}:${stream.id}`, stream]),
      );
      expect(streams.size).toBeGreaterThan(8);
      const told = steps
        .flatMap(({ documents }) => documents)
        .map((paper) => renderText(paper).replace(/https?:[\x21-\x7e]+/g, ''));
      expect(told.flatMap((text) => text.match(/[a-z]+[A-Z][A-Za-z]*|[a-z]+:\d+/g) ?? [])).toEqual([]);
      for (const stream of streams.values()) {
        expect(await rebuildState(parts, organ, stream)).toEqual((await parts.events.state(organ, stream))?.state);
        for (const act of await unawaited(parts, organ, stream)) expect.fail(`nobody was told to ${act}`);
      }
      expect((await parts.events.state(organ, { kind: 'proposal', id: 'p-2' }))?.state).toMatchObject({ stage });
    },
  );
});

test('scenario 95, FEE-15, SEC-10, SEC-11: Kumamoto’s guideline says who bears the costs, whose the copyright is, what goes to a contractor', async () => {
  const read = readScenario(await readFile(join(guide, 'kumamoto-whole.json'), 'utf8'));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  const published = read.value.steps.findIndex((step) => step.do === 'publishCall') + 1;
  const begun = { ...read.value, steps: read.value.steps.slice(0, published) };
  const { steps } = await runScenario(begun, createMemorySystem(ruleBook), async () => new Uint8Array());
  const text = steps
    .flatMap(({ documents }) => documents)
    .map(renderText)
    .join('\n')
    .replaceAll('\n', '');
  for (const words of [
    '一切の費用は提案者の負担',
    '原著作権は熊本市',
    '提案書類は返却しません',
    '受託者に提供することがあります',
  ])
    expect(text).toContain(words);
});
