import { describe, expect, test } from 'vitest';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createIdentity } from '../../adapters/identity/createIdentity.ts';
import { createMemoryAccountStore } from '../../adapters/memory/memoryAccountStore.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { publicEntry } from '../../core/register/publicEntry.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { OrganId } from '../../core/role.ts';
import { filingOffers } from '../filing/filingOffers.ts';
import type { EventStore } from '../ports/eventStore.ts';
import { committee } from './seedAccounts.ts';
import type { DemonstrationParts } from './seeder.ts';
import { firstCase } from './seedFirstCase.ts';
import { onlineFiling } from './seedOnlineFiling.ts';
import { registers } from './seedRegisters.ts';

function system(): DemonstrationParts {
  const parts = createMemorySystem(ruleBook);
  return { ...parts, identity: createIdentity(createMemoryAccountStore(), parts.clock) };
}

const seed = async (parts: DemonstrationParts) => {
  for (const one of [registers, firstCase]) await one.seed(parts);
};

/** The parts, killed at the given commit: it and everything after it throws, as a stopped machine does. */
function killedAt(parts: DemonstrationParts, last: number): DemonstrationParts {
  let commits = 0;
  const events: EventStore = {
    ...parts.events,
    commit: async (commit) => {
      commits += 1;
      if (commits > last) throw new Error('killed');
      return parts.events.commit(commit);
    },
  };
  return { ...parts, events };
}

async function typesOf({ events, rules }: DemonstrationParts) {
  const found: string[] = [];
  for (const organ of rules.organs)
    for (const kind of ['register', 'call', 'proposal', 'release'] as const)
      for (const { stream, state } of (await events.states(organ, { kind })).records)
        found.push(
          `${organ} ${kind} ${stream.id} ${(state as { stage: string }).stage} ${(await events.read(organ, stream)).map(({ type }) => type).join()}`,
        );
  return found;
}

describe('the demonstration', () => {
  test('ten published entries in each of the five registers, and Kumamoto’s case played to its end', async () => {
    const parts = system();
    await seed(parts);
    for (const organ of parts.rules.organs) {
      const { records } = await parts.events.states(organ, { kind: 'register' });
      const entries = records.map(({ state }) => publicEntry(state as RegisterState));
      expect([organ, entries.filter((entry) => entry !== null).length]).toEqual([organ, 10]);
      expect(entries.filter((entry) => entry?.solicited).length).toBeGreaterThan(2);
    }
    const kumamoto = 'kumamoto' as OrganId;
    expect((await parts.events.state(kumamoto, { kind: 'release', id: 'p-1' }))?.state).toMatchObject({
      stage: 'provided',
    });
    expect((await parts.events.state(kumamoto, { kind: 'register', id: 'after-school-care' }))?.state).toMatchObject({
      createdData: [{ persons: 11_714 }],
    });
  });

  test('who files online and the call that is open to them: where the rules take it, and nowhere else', async () => {
    const parts = system();
    for (const one of [registers, onlineFiling]) await one.seed(parts);
    for (const organ of parts.rules.organs) {
      const isOnline = organ === 'yokohama';
      expect([organ, (await parts.identity.accounts(organ)).map(({ login }) => login)]).toEqual([
        organ,
        isOnline ? ['dairi', 'teian1', 'teian2'] : [],
      ]);
      expect([organ, (await filingOffers(parts, organ)).map(({ title }) => title)]).toEqual([
        organ,
        isOnline ? ['学童保育システム'] : [],
      ]);
    }
    await onlineFiling.seed(parts);
    expect((await parts.events.states('yokohama' as OrganId, { kind: 'call' })).total).toBe(1);
  });

  test('ACT-04: a member of the committee signs in where a committee reviews, and nowhere else', async () => {
    const parts = system();
    await parts.clock.setProcedure('2026-01-08T10:00');
    await committee.seed(parts);
    for (const organ of parts.rules.organs)
      expect([organ, (await parts.identity.accounts(organ)).map(({ roles }) => roles)]).toEqual([
        organ,
        organ === 'hokkaido-university' ? [['committee']] : [],
      ]);
  });

  test('killed at any commit and begun again it is the same', async () => {
    const whole = system();
    await seed(whole);
    const wanted = await typesOf(whole);
    for (const last of [7, 141, 155, 163]) {
      const parts = system();
      await expect(seed(killedAt(parts, last))).rejects.toThrow('killed');
      await seed(parts);
      expect(await typesOf(parts)).toEqual(wanted);
    }
  });
});
