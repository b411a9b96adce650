import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { OrganId } from '../../core/role.ts';
import { renderText } from '../../documents/render/renderText.ts';
import { rebuildState } from '../rebuildState.ts';
import { readScenario } from './readScenario.ts';
import { runScenario } from './runScenario.ts';

const guide = join(import.meta.dirname, '../../../docs/guide');

describe('the whole story of an organization', () => {
  test.each([
    ['aomori-police', 'cancelled', 'scenarios 65 and 87, PPC-1, PPC-2, PPC-3, PUB-4, FEE-11'],
    ['hokkaido-university', 'cancelled', 'scenario 106, ACT-04, PUB-6, FEE-07'],
    ['ichikawa', 'cancelled', 'STP-27, ACT-05, FEE-07'],
    ['yokohama', 'cancelled', 'FEE-06, FEE-07'],
    ['kumamoto', 'cancelled', 'scenario 68, FEE-11, SEC-10'],
  ])(
    'scenario 39, STP-21, OUT-3, OUT-7, PUB-5: %s, from the call to a contract that is %s, complaint and leak: %s; every state rebuilds',
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
      for (const stream of streams.values())
        expect(await rebuildState(parts, organ, stream)).toEqual((await parts.events.state(organ, stream))?.state);
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
