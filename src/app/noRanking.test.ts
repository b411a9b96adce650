import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleBook } from '../../test/support/shippedRules.ts';
import { createMemorySystem } from '../adapters/memory/memorySystem.ts';
import { describeCommands } from './fields/describeCommands.ts';
import { readScenario } from './scenario/readScenario.ts';
import { runScenario } from './scenario/runScenario.ts';

const guide = join(import.meta.dirname, '../../docs/guide');
const stories = ['hokkaido-committee', 'aomori-refusal', 'yokohama-eligibility', 'ichikawa-third-party'];
const ranking = /scor|rank|rating|grade|priorit|weigh|compar|better|best|順位|点数|評点|採点|得点|優先|優劣|比較/i;

/** Every name of a member, at any depth. */
const namesIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => [...(Array.isArray(value) ? [] : [name]), ...namesIn(inner)]);

test('scenario 37, CRI-4, SEC-9: no field, event or state has a place for a score, a rank or a comparison', async () => {
  const fields = describeCommands().map(({ name, fields: schema }) => [name, JSON.stringify(schema)] as const);
  expect(fields.length).toBeGreaterThan(50);
  for (const [name, schema] of fields) expect(schema.match(ranking)?.[0], name).toBeUndefined();
  const names = new Set<string>();
  for (const file of readdirSync(guide).filter((one) => stories.includes(one.replace('.json', '')))) {
    const read = readScenario(readFileSync(join(guide, file), 'utf8'));
    if ('errors' in read) throw new Error(JSON.stringify(read.errors));
    const parts = createMemorySystem(ruleBook);
    const report = await runScenario(read.value, parts, async () => new Uint8Array());
    expect(report.outcome, file).toBe('asExpected');
    for (const { events } of report.steps)
      for (const { type, data, personal, organ, stream } of events)
        for (const name of [type, ...namesIn([data, personal, (await parts.events.state(organ, stream))?.state])])
          names.add(name);
  }
  expect(names.size).toBeGreaterThan(100);
  expect([...names].filter((name) => ranking.test(name))).toEqual([]);
});
