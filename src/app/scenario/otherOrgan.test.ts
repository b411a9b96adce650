import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { loadProfiles } from '../../adapters/profiles/loadProfiles.ts';
import { ruleCheck } from '../../adapters/profiles/ruleCheck.ts';
import type { OrganId } from '../../core/role.ts';
import { yearlyFigures } from '../figures/yearlyFigures.ts';
import { rebuildState } from '../rebuildState.ts';
import { createRuleBook } from '../ruleBook.ts';
import { readScenario } from './readScenario.ts';
import { runScenario } from './runScenario.ts';

const root = join(import.meta.dirname, '../../..');
const organ = 'kakuu-shi' as OrganId;

interface Story {
  readonly given: readonly object[];
  readonly steps: readonly { readonly expect?: { readonly refusal?: object } }[];
}

/** Kumamoto's year, without what its own rules refuse and what its own papers say. */
function yearOf(title: string): string {
  const read = JSON.parse(readFileSync(join(root, 'docs/guide/kumamoto-whole.json'), 'utf8')) as Story;
  const admitted = read.steps.filter((step) => step.expect?.refusal === undefined);
  return JSON.stringify({ ...read, title, organ, steps: admitted.map(({ expect: _, ...step }) => step) });
}

test('scenario 99, STP-16, STP-19, CAN-6, PPC-4: a profile alone brings a sixth organ from the call over notice, contract, provision and cancellation to the figures of its years', async () => {
  const book = createRuleBook(loadProfiles(join(root, 'test/data/profiles')), ruleCheck);
  const parts = createMemorySystem(book);
  const read = readScenario(yearOf('架空の市の一年'));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  const { outcome, steps: played } = await runScenario(read.value, parts, async () => new Uint8Array());
  expect(outcome).toBe('asExpected');
  const state = async (kind: 'proposal' | 'release' | 'complaint' | 'leak', id: string) => {
    const stream = { kind, id };
    const found = (await parts.events.state(organ, stream))?.state as { readonly stage: string } | undefined;
    expect(await rebuildState(parts, organ, stream)).toEqual(found);
    return found?.stage;
  };
  const stages = ['p-1', 'p-2', 'p-3'].map((id) => state('proposal', id));
  expect(await Promise.all(stages)).toEqual(['contracted', 'cancelled', 'contracted']);
  expect([await state('release', 'p-1'), await state('release', 'p-2')]).toEqual(['provided', 'provided']);
  const years = [await yearlyFigures(parts, organ, 2025), await yearlyFigures(parts, organ, 2026)];
  const figure = (id: string) => years.map((year) => year.find((one) => one.figure === id)?.total);
  expect(
    Object.fromEntries(['calls', 'contracts', 'createdContracts', 'provided'].map((id) => [id, figure(id)])),
  ).toEqual({ calls: [1, 0], contracts: [1, 0], createdContracts: [0, 2], provided: [0, 2] });
  const fees = played.flatMap(({ events }) => events).filter(({ type }) => type === 'paymentConfirmed');
  const paid = fees.reduce((sum, { data }) => sum + (data as { readonly yen: number }).yen, 0);
  expect(figure('feesYen').reduce((sum = 0, yen = 0) => sum + yen, 0)).toBe(paid);
  expect([figure('cancellations'), figure('complaints'), figure('leaks'), figure('commissionReports')]).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
    [0, 0],
  ]);
});
