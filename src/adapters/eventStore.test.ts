import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/testDatabase.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { AuditEntry, Commit, CommitResult, EventStore, Job, StoredEvent } from '../app/ports/eventStore.ts';
import { Unavailable } from '../app/ports/unavailable.ts';
import type { StreamRef } from '../core/event.ts';
import type { OrganId } from '../core/role.ts';
import type { Upcasters } from '../core/upcasting.ts';
import { createMemoryEventStore } from './memory/memoryEventStore.ts';
import { createPostgresEventStore } from './postgres/postgresEventStore.ts';

/** A store under the contract, with a look at what it queued and entered. */
interface Held {
  store(upcasters?: Upcasters): EventStore;
  jobs(organ: OrganId): Promise<readonly Job[]>;
  entries(organ: OrganId): Promise<readonly AuditEntry[]>;
}

const clock: Clock = { procedure: () => '2026-01-20T16:59', real: () => new Date('2026-01-20T07:59:30.123Z') };
let database: TestDatabase;
let organs = 0;
const newOrgan = (): OrganId => `organ-${++organs}` as OrganId;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

function inMemory(): Held {
  const upcasters: Record<string, Upcasters[string]> = {};
  const store = createMemoryEventStore(clock, upcasters);
  return {
    store: (wanted = {}) => {
      Object.assign(upcasters, wanted);
      return store;
    },
    jobs: async (wanted) => store.jobs.filter(({ organ }) => organ === wanted).map(({ organ: _, ...job }) => job),
    entries: async (organ) =>
      store.entries
        .filter((entry) => entry.organ === organ)
        .map(({ act, outcome, stream, facts }) => ({ act, outcome, stream, facts })),
  };
}

const inPostgres = (): Held => ({
  store: (upcasters) => createPostgresEventStore(database.application, clock, upcasters),
  jobs: async (organ) => {
    const { rows } = await database.owner.query(
      `select t.identifier as task, j.payload->'payload' as payload, substr(j.key, length($1) + 2) as key from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where j.payload->>'organ' = $1 order by j.id`,
      [organ],
    );
    return rows.map(({ task, payload, key }) => (key === null ? { task, payload } : { task, payload, key }));
  },
  entries: async (organ) => {
    const { rows } = await database.owner.query('select * from audit_entry where organ = $1 order by position', [
      organ,
    ]);
    return rows.map(({ act, outcome, stream_kind, stream_id, facts }) => ({
      act,
      outcome,
      stream: stream_kind === null ? null : { kind: stream_kind, id: stream_id },
      facts,
    }));
  },
});

const call: StreamRef = { kind: 'call', id: 'c-1' };
const proposal: StreamRef = { kind: 'proposal', id: 'p-1' };

const commitOf = (organ: OrganId, commandId: string, parts: Partial<Commit> = {}): Commit => ({
  organ,
  commandId,
  actor: { person: 'desk-1', role: 'centralDesk', organ },
  at: '2026-01-20T16:59',
  streams: [],
  audit: { act: 'receiveProposal', outcome: 'done', stream: null, facts: {} },
  jobs: [],
  ...parts,
});

const part = (stream: StreamRef, expectedVersion: number, ...types: string[]): Commit['streams'][number] => ({
  stream,
  expectedVersion,
  events: (types.length > 0 ? types : ['happened']).map((type) => ({ type, data: { type } })),
  state: { stream: stream.id, version: expectedVersion + (types.length || 1) },
});

describe.each([
  ['memory', inMemory],
  ['PostgreSQL', inPostgres],
])('an event store in %s', (_name, open) => {
  test('keeps the events of a commit in order, with their personal data, and answers them as they were given', async () => {
    const [held, organ] = [open(), newOrgan()];
    const store = held.store();
    const result = await store.commit(
      commitOf(organ, 'one', {
        streams: [
          {
            ...part(proposal, 0),
            events: [{ type: 'proposalReceived', data: { n: 1 }, personal: { name: '見本 太郎' } }],
          },
          part(call, 0, 'callOpened', 'callClosed'),
        ],
      }),
    );
    const told = result.outcome === 'committed' ? result.events : [];
    expect(told.map(({ type, version, stream, personal }) => [type, version, stream.id, personal])).toEqual([
      ['proposalReceived', 1, 'p-1', { name: '見本 太郎' }],
      ['callOpened', 1, 'c-1', null],
      ['callClosed', 2, 'c-1', null],
    ]);
    expect(told[0]).toMatchObject({
      organ,
      data: { n: 1 },
      schemaVersion: 1,
      at: '2026-01-20T16:59',
      recordedAt: '2026-01-20T07:59:30.123Z',
      actor: { person: 'desk-1', role: 'centralDesk', organ },
      commandId: 'one',
    });
    expect(await store.read(organ, call)).toEqual(told.slice(1));
    expect(await store.committed(organ, 'one')).toEqual(told);
    expect(await store.state(organ, call)).toEqual({ stream: call, version: 2, state: { stream: 'c-1', version: 2 } });
  });

  test('has nothing of what was never committed, and nothing of another organ', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    await store.commit(commitOf(organ, 'one', { streams: [part(call, 0)] }));
    const other = newOrgan();
    expect(await store.read(other, call)).toEqual([]);
    expect(await store.state(other, call)).toBeNull();
    expect(await store.committed(other, 'one')).toBeNull();
    expect(await store.states(other, { kind: 'call' })).toEqual({ records: [], total: 0 });
    expect(await store.state(organ, { kind: 'call', id: 'c\0-1' })).toBeNull();
    expect(await store.read(organ, { kind: 'call', id: '\ud800' })).toEqual([]);
    expect(await store.committed(organ, '\0')).toBeNull();
    expect((await store.commit(commitOf(other, 'one', { streams: [part(call, 0)] }))).outcome).toBe('committed');
  });

  test('does a command once: given again it answers the same events, whatever it holds then', async () => {
    const [held, organ] = [open(), newOrgan()];
    const store = held.store();
    const first = await store.commit(
      commitOf(organ, 'one', { streams: [part(call, 0)], jobs: [{ task: 'mail', payload: {} }] }),
    );
    const again = await store.commit(commitOf(organ, 'one', { streams: [part(call, 0), part(proposal, 0)] }));
    expect(again).toEqual({ ...first, outcome: 'repeated' });
    expect(await store.state(organ, proposal)).toBeNull();
    expect(await held.jobs(organ)).toHaveLength(1);
    expect(await held.entries(organ)).toHaveLength(1);
  });

  test('remembers a command that changed nothing', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    expect(await store.commit(commitOf(organ, 'one'))).toEqual({ outcome: 'committed', events: [] });
    expect(await store.commit(commitOf(organ, 'one'))).toEqual({ outcome: 'repeated', events: [] });
  });

  test('refuses a decision on an older or a future version, and then does nothing at all', async () => {
    const [held, organ] = [open(), newOrgan()];
    const store = held.store();
    await store.commit(commitOf(organ, 'one', { streams: [part(call, 0), part(proposal, 0)] }));
    for (const expectedVersion of [0, 2, 7]) {
      const stale = await store.commit(
        commitOf(organ, 'two', {
          streams: [part(call, 1), part(proposal, expectedVersion)],
          jobs: [{ task: 'mail', payload: {} }],
        }),
      );
      expect(stale).toEqual({ outcome: 'conflict', stream: proposal, actualVersion: 1 });
    }
    expect(await store.committed(organ, 'two')).toBeNull();
    expect(await store.read(organ, call)).toHaveLength(1);
    expect((await store.state(organ, call))?.version).toBe(1);
    expect(await held.jobs(organ)).toEqual([]);
    expect(await held.entries(organ)).toHaveLength(1);
  });

  test('lets one of many decisions on the same version through', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.commit(commitOf(organ, `c${n}`, { streams: [part(call, 0)] }))),
    );
    expect(results.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(19);
    expect(await store.read(organ, call)).toHaveLength(1);
  });

  test('does a command once that arrives many times at the same moment', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    const results = await Promise.all(
      Array.from({ length: 20 }, () => store.commit(commitOf(organ, 'one', { streams: [part(call, 0)] }))),
    );
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['committed', ...Array(19).fill('repeated')]);
    const told = results.map((result) => (result.outcome === 'conflict' ? null : result.events));
    expect(new Set(told.map((events) => JSON.stringify(events))).size).toBe(1);
  });

  test('two commits that take the same streams in opposite order never wait for each other for ever', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, n) => {
        const both = [part(call, 0), part(proposal, 0)];
        return store.commit(commitOf(organ, `c${n}`, { streams: n % 2 ? both : both.toReversed() }));
      }),
    );
    expect(results.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(29);
  });

  test('enters what was done and what was read, and queues jobs, the later of one key in place of the earlier', async () => {
    const [held, organ] = [open(), newOrgan()];
    const store = held.store();
    const done: AuditEntry = { act: 'openCall', outcome: 'done', stream: call, facts: { 件数: 2 } };
    const read: AuditEntry = { act: 'proposalPage', outcome: 'read', stream: proposal, facts: {} };
    const jobs: Job[] = [
      { task: 'mail', payload: { n: '1' } },
      { task: 'remind', payload: { n: '2' }, key: 'remind' },
      { task: 'remind', payload: { n: '3' }, key: 'remind' },
    ];
    await store.commit(commitOf(organ, 'one', { streams: [part(call, 0)], audit: done, jobs }));
    await store.audit(organ, { person: 'a', role: 'auditor', organ }, '2026-01-21T09:00', read);
    expect(await held.entries(organ)).toEqual([done, read]);
    expect(await held.jobs(organ)).toEqual([jobs[0], jobs[2]]);
    const other = newOrgan();
    await store.commit(commitOf(other, 'one', { jobs: jobs.slice(1, 2) }));
    expect(await held.jobs(organ)).toEqual([jobs[0], jobs[2]]);
    expect(await held.jobs(other)).toEqual([jobs[1]]);
  });

  test('gives each number of a series once', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    const taken = await Promise.all(Array.from({ length: 20 }, () => store.nextNumber(organ, 'proposal:2025')));
    expect(taken.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(await store.nextNumber(organ, 'proposal:2026')).toBe(1);
    expect(await store.nextNumber(newOrgan(), 'proposal:2025')).toBe(1);
  });

  test('finds states by words of one, two or more characters and by their members, in the order of their beginning', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    const texts = ['住民記録ファイル 氏名 住所', '介護保険 氏名', '税務 100%_\\ 住居', undefined, '𠮷野町 名簿'];
    for (const [n, searchText] of texts.entries()) {
      const state = { n, open: n % 2 === 0, parts: ['住'] };
      const plain = part({ kind: 'register', id: `r${9 - n}` }, 0);
      const searched = searchText === undefined ? { ...plain, state } : { ...plain, state, searchText };
      await store.commit(commitOf(organ, `c${n}`, { streams: [searched] }));
    }
    await store.commit(
      commitOf(organ, 'later', {
        streams: [{ ...part({ kind: 'register', id: 'r9' }, 1), state: { n: 0, open: true }, searchText: '住民' }],
      }),
    );
    const found = async (query: Omit<Parameters<EventStore['states']>[1], 'kind'>) => {
      const { records, total } = await store.states(organ, { kind: 'register', ...query });
      return [total, ...records.map(({ stream }) => stream.id)];
    };
    expect(await found({})).toEqual([5, 'r9', 'r8', 'r7', 'r6', 'r5']);
    expect(await found({ words: ['住'] })).toEqual([2, 'r9', 'r7']);
    expect(await found({ words: ['氏名'] })).toEqual([1, 'r8']);
    expect(await found({ words: ['介護保険', '氏'] })).toEqual([1, 'r8']);
    expect(await found({ words: ['0%_\\'] })).toEqual([1, 'r7']);
    expect(await found({ words: ['0__'] })).toEqual([0]);
    expect(await found({ words: ['𠮷'] })).toEqual([1, 'r5']);
    expect(await found({ where: { open: true } })).toEqual([3, 'r9', 'r7', 'r5']);
    expect(await found({ where: { open: true, n: 2 } })).toEqual([1, 'r7']);
    expect(await found({ where: { parts: '住' } })).toEqual([0]);
    expect(await found({ where: { n: '2' } })).toEqual([0]);
    expect(await found({ party: 'p1' })).toEqual([0]);
    expect(await found({ limit: 2, offset: 1 })).toEqual([5, 'r8', 'r7']);
    expect(await found({ limit: 0, offset: 9 })).toEqual([5]);
  });

  test('finds the cases to which an account is a party, as they stand, and no other', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    const parties = [['p1'], ['p2', 'p1'], ['p2'], []];
    for (const [n, own] of parties.entries())
      await store.commit(
        commitOf(organ, `c${n}`, {
          streams: [{ ...part({ kind: 'proposal', id: `a${n}` }, 0), state: { parties: own } }],
        }),
      );
    const found = async (party: string) => {
      const { records, total } = await store.states(organ, { kind: 'proposal', party });
      return [total, ...records.map(({ stream }) => stream.id)];
    };
    expect([await found('p1'), await found('p2'), await found('p')]).toEqual([[2, 'a0', 'a1'], [2, 'a1', 'a2'], [0]]);
    await store.renew(
      organ,
      { stream: { kind: 'proposal', id: 'a0' }, version: 1, state: { parties: ['p2'] } },
      undefined,
    );
    expect(await found('p1')).toEqual([1, 'a1']);
    expect((await store.states(organ, { kind: 'call', party: 'p1' })).total).toBe(0);
    expect((await store.states(organ, { kind: 'proposal' })).total).toBe(4);
  });

  test('writes a state anew at the version it stands at, and at no other; its events stay', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    await store.commit(commitOf(organ, 'c1', { streams: [{ ...part(call, 0), searchText: '古い' }] }));
    const events = await store.read(organ, call);
    await store.renew(organ, { stream: call, version: 2, state: { stage: 'lost' } }, undefined);
    expect((await store.state(organ, call))?.state).toEqual({ stream: 'c-1', version: 1 });
    await store.renew(organ, { stream: call, version: 1, state: { stage: 'open' } }, '新しい');
    expect(await store.state(organ, call)).toEqual({ stream: call, version: 1, state: { stage: 'open' } });
    const found = async (words: string[]) => (await store.states(organ, { kind: 'call', words })).total;
    expect([await found(['古']), await found(['新'])]).toEqual([0, 1]);
    expect((await store.states(organ, { kind: 'call', where: { stage: 'open' } })).total).toBe(1);
    expect(await store.read(organ, call)).toEqual(events);
  });

  test('reads stored events in the newest version of their type', async () => {
    const [held, organ] = [open(), newOrgan()];
    const type = 'renamed';
    await held.store().commit(commitOf(organ, 'one', { streams: [part(call, 0, type)] }));
    const store = held.store({ [type]: [(data) => ({ was: data })] });
    await store.commit(commitOf(organ, 'two', { streams: [part(call, 1, type)] }));
    expect((await store.read(organ, call)).map(({ schemaVersion, data }) => [schemaVersion, data])).toEqual([
      [2, { was: { type } }],
      [2, { type }],
    ]);
  });

  test('a commit that names a stream twice, without events or with a broken id is a mistake and does nothing', async () => {
    const [store, organ] = [open().store(), newOrgan()];
    const wrong = [
      [part(call, 0), part(call, 0)],
      [part(proposal, 0), { ...part(call, 0), events: [] }],
      [part(proposal, 0), part({ kind: 'call', id: '\0' }, 0)],
    ];
    for (const streams of wrong)
      await expect(store.commit(commitOf(organ, 'one', { streams }))).rejects.toThrow('a commit');
    expect(await store.committed(organ, 'one')).toBeNull();
    expect(await store.state(organ, proposal)).toBeNull();
  });
});

describe('both stores', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('東京', '𠮷', '葛\u{E0100}', '\ud800', '\0', 'ｶﾞ'),
  );
  const json = fc.jsonValue({ maxDepth: 2 });
  const id = fc.constantFrom('a', 'b', 'い');
  const streamPart = fc.record({
    stream: fc.record({ kind: fc.constantFrom('call' as const, 'proposal' as const), id }),
    expectedVersion: fc.nat(2),
    events: fc.array(
      fc.record({ type: fc.constantFrom('x', 'y'), data: fc.record({ text, json }), personal: fc.option(text) }),
      { minLength: 1, maxLength: 2 },
    ),
    state: fc.record({ text, n: fc.nat(2), json }),
    searchText: fc.string({ unit: fc.constantFrom('東', '京', '%', '_', '\\', 'a', '\0'), maxLength: 4 }),
  });
  const step = fc.oneof(
    fc.record({
      do: fc.constant('commit' as const),
      commandId: fc.constantFrom(...'123456789'),
      streams: fc.uniqueArray(streamPart, { maxLength: 2, selector: ({ stream }) => `${stream.kind}:${stream.id}` }),
    }),
    fc.record({
      do: fc.constant('find' as const),
      words: fc.array(fc.string({ unit: fc.constantFrom('東', '京', '%', '_', '\\', 'a', '\0'), maxLength: 2 }), {
        maxLength: 2,
      }),
      where: fc.oneof(fc.record({ n: fc.nat(2) }), fc.record({ text }), fc.constant({})),
    }),
  );

  /** What a store says, without the ids that it makes itself. */
  const withoutIds = (events: readonly StoredEvent[]) => events.map((event) => ({ ...event, id: null }));
  const withoutResultIds = (result: CommitResult) =>
    result.outcome === 'conflict' ? result : { ...result, events: withoutIds(result.events) };

  async function play(
    store: EventStore,
    organ: OrganId,
    steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[],
  ) {
    const answers: unknown[] = [];
    for (const one of steps)
      if (one.do === 'commit')
        answers.push(withoutResultIds(await store.commit(commitOf(organ, one.commandId, { streams: one.streams }))));
      else answers.push(await store.states(organ, { kind: 'call', words: one.words, where: one.where }));
    for (const kind of ['call', 'proposal'] as const)
      for (const name of ['a', 'b', 'い'])
        answers.push(
          withoutIds(await store.read(organ, { kind, id: name })),
          await store.state(organ, { kind, id: name }),
        );
    return answers;
  }

  test('give the same events, states, conflicts and repeats to any commands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const organ = newOrgan();
        expect(await play(inPostgres().store(), organ, steps)).toEqual(await play(inMemory().store(), organ, steps));
      }),
      { seed: 20251219, numRuns: 60 },
    );
  });
});

describe('personal data in PostgreSQL', () => {
  test('stands apart from the event, which holds a salted digest and stays whole when the record is gone', async () => {
    const [store, organ] = [inPostgres().store(), newOrgan()];
    const streams = [
      { ...part(proposal, 0), events: [{ type: 'x', data: { n: 1 }, personal: { name: '見本 花子' } }] },
    ];
    await store.commit(commitOf(organ, 'one', { streams }));
    const look = () =>
      database.owner.query('select row_to_json(e)::text as row, personal_digest from event e where organ = $1', [
        organ,
      ]);
    const before = await look();
    const { rows } = await database.owner.query('select * from personal_record where organ = $1', [organ]);
    const digest = createHash('sha256').update(rows[0].salt).update(JSON.stringify(rows[0].content)).digest();
    expect(before.rows[0].row).not.toContain('見本');
    expect(before.rows[0].personal_digest).toEqual(digest);
    expect(rows[0].salt).toHaveLength(32);
    await database.owner.query('delete from personal_record where organ = $1', [organ]);
    expect((await look()).rows).toEqual(before.rows);
    expect((await store.read(organ, proposal)).map(({ data, personal }) => [data, personal])).toEqual([
      [{ n: 1 }, null],
    ]);
  });
});

test('PostgreSQL writes no row anew that says the same already', async () => {
  const [store, organ] = [inPostgres().store(), newOrgan()];
  await store.commit(commitOf(organ, 'one', { streams: [{ ...part(call, 0), searchText: '介護' }] }));
  const place = async () =>
    (await database.owner.query('select ctid::text as place from state where organ = $1', [organ])).rows[0].place;
  const before = await place();
  const record = await store.state(organ, call);
  const renewed = async (state: unknown, searchText?: string) => {
    await store.renew(organ, { stream: call, version: 1, state }, searchText);
    return (await place()) !== before;
  };
  expect(await renewed(record?.state, '介護')).toBe(false);
  expect(await renewed(record?.state)).toBe(true);
});

describe('a clock that is set back, with PostgreSQL', () => {
  test('refuses commands until it is right again, and loses nothing', async () => {
    const organ = newOrgan();
    const at = (real: string) =>
      createPostgresEventStore(database.application, { ...clock, real: () => new Date(real) });
    await at('2026-01-20T08:00:00Z').commit(commitOf(organ, 'one', { streams: [part(call, 0)] }));
    const late = commitOf(organ, 'two', { streams: [part(call, 1)] });
    const refused = at('2026-01-20T07:54:59Z').commit(late);
    await expect(refused).rejects.toThrow('最後の記録 (2026-01-20T08:00:00.000Z) より前');
    await expect(refused).rejects.toBeInstanceOf(Unavailable);
    expect(await at('2026-01-20T07:00:00Z').read(organ, call)).toHaveLength(1);
    expect((await at('2026-01-20T07:55:00Z').commit(late)).outcome).toBe('committed');
  });
});
