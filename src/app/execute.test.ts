import { describe, expect, test } from 'vitest';
import { ruleBook } from '../../test/support/shippedRules.ts';
import { createMemorySystem } from '../adapters/memory/memorySystem.ts';
import type { Actor, OrganId, Role } from '../core/role.ts';
import type { Command } from './aggregates.ts';
import { execute, type Order } from './execute.ts';
import { readCommand } from './fields/commandFields.ts';
import { rebuildState } from './rebuildState.ts';

const organ = 'kumamoto' as OrganId;
const staff = (role: Role, person = `${role}:1`, division?: string): Actor => ({
  person,
  role,
  organ,
  ...(division === undefined ? {} : { division }),
});

function command(name: string, fields: object): Command {
  const read = readCommand(name, fields);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.value;
}

const registerFile = command('registerFile', {
  contents: {
    fileName: '架空のファイル',
    organName: '市長',
    responsibleOrganization: '甲課',
    purpose: '事務',
    recordItems: [{ name: '氏名' }],
    recordScope: '市民',
    collectionMethod: '本人',
    fileKind: 'electronic',
  },
  entryDate: '令和7年12月1日',
});
const stream = { kind: 'register', id: 'e-1' } as const;
const registration: Order = {
  organ,
  actor: staff('responsibleDivision'),
  commandId: 'one',
  stream,
  expectedVersion: 0,
  command: registerFile,
};
const publication: Order = {
  ...registration,
  commandId: 'two',
  expectedVersion: 1,
  command: command('publishEntry', { publishedOn: '2025-12-01' }),
};

describe('execute', () => {
  test('an order given twice is done once, and its events are answered again', async () => {
    const parts = createMemorySystem(ruleBook);
    const first = await execute(parts, registration);
    const second = await execute(parts, registration);
    expect(first).toMatchObject({ outcome: 'done', events: [{ type: 'fileRegistered', version: 1 }] });
    expect(second).toMatchObject({ outcome: 'repeated', events: [{ type: 'fileRegistered', version: 1 }] });
    expect(await parts.events.read(organ, stream)).toHaveLength(1);
  });

  test('another person who sends the same key learns nothing of what it did', async () => {
    const parts = createMemorySystem(ruleBook);
    await execute(parts, registration);
    const other = await execute(parts, { ...registration, actor: staff('responsibleDivision', 'someone') });
    expect(other).toMatchObject({ outcome: 'refused', refusal: { code: 'notFound' } });
    expect(other).not.toHaveProperty('events');
  });

  test('of two orders made on the same version one is done, the other a conflict', async () => {
    const parts = createMemorySystem(ruleBook);
    await execute(parts, registration);
    const correction = command('correctEntry', {
      changes: { remarks: '注' },
      correctedOn: '2025-12-01',
      reason: '追記',
    });
    const outcomes = await Promise.all([
      execute(parts, publication),
      execute(parts, { ...publication, commandId: 'three', command: correction }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'done']);
    const stale = await execute(parts, { ...publication, commandId: 'four', command: correction });
    expect(stale).toEqual({ outcome: 'conflict', stream, actualVersion: 2 });
  });

  test('a refusal changes nothing and stands in the audit log with its code', async () => {
    const parts = createMemorySystem(ruleBook);
    const outcome = await execute(parts, publication);
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'doesNotExist' } });
    expect(await parts.events.state(organ, stream)).toBeNull();
    expect(parts.events.entries).toMatchObject([
      {
        act: 'publishEntry',
        outcome: 'refused',
        facts: { code: 'doesNotExist' },
        actor: { person: 'responsibleDivision:1' },
      },
    ]);
  });

  test('a division has no say over another division’s file, and an organ none over another organ’s', async () => {
    const parts = createMemorySystem(ruleBook);
    await execute(parts, registration);
    const refusalOf = async (actor: Actor, commandId: string) => {
      const outcome = await execute(parts, { ...publication, actor, commandId });
      return outcome.outcome === 'refused' ? outcome.refusal.code : outcome.outcome;
    };
    expect(await refusalOf(staff('responsibleDivision', 'a', '乙課'), 'a')).toBe('otherDivision');
    expect(await refusalOf({ ...staff('centralDesk'), organ: 'ichikawa' as OrganId }, 'b')).toBe('otherOrgan');
    expect(await refusalOf(staff('creator'), 'c')).toBe('notPermitted');
    expect(await refusalOf(staff('responsibleDivision', 'a', '甲課'), 'd')).toBe('done');
  });

  test('scenario 97, DDL-15: an organ without rules for the day is refused as not configured', async () => {
    const parts = createMemorySystem(ruleBook);
    const aomori = 'aomori-police' as OrganId;
    const order: Order = { ...registration, organ: aomori, actor: { ...staff('responsibleDivision'), organ: aomori } };
    await parts.clock.setProcedure('2025-05-31T10:00');
    expect(await execute(parts, order)).toMatchObject({ outcome: 'refused', refusal: { code: 'notConfigured' } });
    await parts.clock.setProcedure('2025-06-01T10:00');
    expect(await execute(parts, order)).toMatchObject({ outcome: 'done' });
  });

  test('the state rebuilt from the events is the live state', async () => {
    const parts = createMemorySystem(ruleBook);
    await execute(parts, registration);
    await execute(parts, publication);
    const live = await parts.events.state(organ, stream);
    expect(await rebuildState(parts, organ, stream)).toEqual(live?.state);
  });
});
