import { expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';

/** Every text in a value, however deep, that is long enough to mean somebody. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 2 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('what stands in the personal records of whole cases stands in no entry of the audit log', async () => {
  let people = 0;
  for (const guide of ['kumamoto-whole.json', 'aomori-police-whole.json', 'hokkaido-university-whole.json']) {
    const parts = createMemorySystem(ruleBook);
    const personal: string[] = [];
    const { commit } = parts.events;
    parts.events.commit = async (order) => {
      personal.push(...order.streams.flatMap(({ events }) => events.flatMap((event) => textsIn(event.personal))));
      return commit(order);
    };
    await playGuide(guide, parts);
    people += personal.length;
    const entries = JSON.stringify(parts.events.entries);
    expect(personal.filter((text) => entries.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  }
  expect(people).toBeGreaterThan(100);
});
