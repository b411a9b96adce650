import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../../test/support/testDatabase.ts';
import type { OrganId } from '../../core/role.ts';
import { createPostgresEventStore } from '../postgres/postgresEventStore.ts';
import { startWorker } from './startWorker.ts';

test('a job of a commit is done once the commit is, is tried again after an error, and outlives a stopped worker', async () => {
  const database = await createTestDatabase();
  const organ = 'organ' as OrganId;
  const store = createPostgresEventStore(database.application, { procedure: () => '', real: () => new Date() });
  const commitJob = (commandId: string) =>
    store.commit({
      organ,
      commandId,
      actor: { person: 'p', role: 'system', organ },
      at: '2026-01-20T16:59',
      streams: [],
      audit: { act: 'a', outcome: 'done', stream: null, facts: {} },
      jobs: [{ task: 'note', payload: { commandId } }],
    });
  const tried: string[] = [];
  const done: string[] = [];
  const note = async (of: OrganId, { commandId = '' }) => {
    expect(of).toBe(organ);
    tried.push(commandId);
    if (tried.length === 1) throw new Error('the first try fails');
    done.push(commandId);
  };
  const until = async (commandId: string) => {
    while (!done.includes(commandId)) await wait(20);
  };

  const first = startWorker(database.owner, { note });
  await commitJob('one');
  await until('one');
  await first.stop();
  await commitJob('two');
  const second = startWorker(database.owner, { note });
  await until('two');
  await second.stop();
  expect(tried).toEqual(['one', 'one', 'two']);
  const left = await database.owner.query('select from graphile_worker._private_jobs');
  expect(left.rowCount).toBe(0);
  await database.close();
});
