import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playGuide } from '../../test/support/playGuide.ts';
import { ruleBook } from '../../test/support/shippedRules.ts';
import { give } from '../../test/support/solicitedFile.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/testDatabase.ts';
import { createMemoryEventStore } from '../adapters/memory/memoryEventStore.ts';
import { createMemorySystem } from '../adapters/memory/memorySystem.ts';
import { createPostgresEventStore } from '../adapters/postgres/postgresEventStore.ts';
import type { OrganId } from '../core/role.ts';
import { type AnyState, aggregateKinds } from './aggregates.ts';
import { createInstallationRules, settingsStream } from './installationRules.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/eventStore.ts';
import { rebuildState } from './rebuildState.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A system whose events and settings lie in a store. */
function systemOn(storeOf: (clock: Clock) => EventStore) {
  const system = createMemorySystem(ruleBook);
  const store = storeOf(system.clock);
  return { ...system, store, ...createInstallationRules(ruleBook, store, system.clock) };
}

const copies = (value: number, from: string) => ({
  setting: 'intake.copies',
  value,
  text: '架空の決裁第1号',
  from,
  reason: '募集に必要なため。',
});
const day = '2026-01-06';

describe.each([
  ['in memory', createMemoryEventStore],
  ['in PostgreSQL', (clock: Clock) => createPostgresEventStore(database.application, clock)],
] as const)('the rules of an installation, kept %s', (_, storeOf) => {
  const begun = async () => {
    const system = systemOn(storeOf);
    await system.clock.setProcedure(`${day}T09:00`);
    const set = (organ: string, fields: object) =>
      give(system, organ, 'administrator', ['settings', 'setRuleValue', fields]);
    const copiesOn = (organ: string, on: string, rules = system.rules) =>
      rules.inForce(organ as OrganId, on)?.intake.copies?.value ?? null;
    return { system, set, copiesOn };
  };

  test('STP-29, 1b-2: what is set counts from its day, for its organ alone, and the shipped rules stay as they are', async () => {
    const { set, copiesOn } = await begun();
    expect(await set('yokohama', copies(2, '2026-02-01'))).toMatchObject({ outcome: 'done' });
    expect([copiesOn('yokohama', '2026-01-31'), copiesOn('yokohama', '2026-02-01')]).toEqual([null, 2]);
    expect(copiesOn('hokkaido-university', '2026-02-01')).toBeNull();
    expect(copiesOn('yokohama', '2026-02-01', ruleBook)).toBeNull();
    expect(await set('yokohama', copies(0, '2026-02-01'))).toMatchObject({ outcome: 'refused' });
    expect(copiesOn('yokohama', '2026-02-01')).toBe(2);
  });

  test('STP-29: another program that starts on the same store reads what was set, and the events make the state', async () => {
    const { system, set, copiesOn } = await begun();
    for (const [at, value] of [3, 4, 5].entries())
      expect(await set('hokkaido-university', copies(value, `2026-0${at + 2}-01`))).toMatchObject({ outcome: 'done' });
    const next = createInstallationRules(ruleBook, system.store, system.clock);
    expect(copiesOn('hokkaido-university', '2026-03-01', next.rules)).toBeNull();
    await next.load();
    for (const on of ['2026-01-31', '2026-02-01', '2026-03-01', '2026-04-01'])
      expect(next.rules.inForce('hokkaido-university' as OrganId, on)).toEqual(
        system.rules.inForce('hokkaido-university' as OrganId, on),
      );
    expect(copiesOn('hokkaido-university', '2026-04-01', next.rules)).toBe(5);
    const organ = 'hokkaido-university' as OrganId;
    expect(await rebuildState(system, organ, settingsStream)).toEqual(
      (await system.store.state(organ, settingsStream))?.state,
    );
  });

  test('a commit of which nobody knows whether it was made leaves the rules as the store has them', async () => {
    const { system, copiesOn } = await begun();
    const lost: EventStore = {
      ...system.store,
      commit: async (commit) => {
        await system.store.commit(commit);
        throw new Error('the answer was lost');
      },
    };
    const { events, rules } = createInstallationRules(ruleBook, lost, system.clock);
    const order = ['settings', 'setRuleValue', copies(3, day)] as const;
    await expect(give({ ...system, events, rules }, 'aomori-police', 'administrator', order)).rejects.toThrow('lost');
    expect(copiesOn('aomori-police', day, rules)).toBe(3);
  });

  test('REC-8, STP-29: after the whole story of Ichikawa every state is what its events make', async () => {
    const system = systemOn(storeOf);
    await playGuide('ichikawa-whole.json', system);
    const organ = 'ichikawa' as OrganId;
    const seen = new Map<string, number>();
    for (const kind of aggregateKinds) {
      const { records } = await system.events.states(organ, { kind });
      for (const { stream, state } of records) {
        expect([stream, await rebuildState(system, organ, stream)]).toEqual([stream, state as AnyState]);
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(seen)).toMatchObject({ register: 1, call: 1, proposal: 3, office: 1, organ: 1 });
    expect(seen.get('release')).toBeGreaterThan(1);
  });
});
