import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/testDatabase.ts';
import type { AuditQuery, ListedAct } from '../app/ports/auditLog.ts';
import type { OrganId } from '../core/role.ts';
import { createMemoryAuditLog } from './memory/memoryAuditLog.ts';
import { createMemoryEventStore } from './memory/memoryEventStore.ts';
import { createPostgresAuditLog } from './postgres/postgresAuditLog.ts';
import { createPostgresEventStore } from './postgres/postgresEventStore.ts';

let database: TestDatabase;
let organs = 0;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const people = ['p', 'q', 'r'];
const acts = ['openCall', 'readCase'];
const moments = [0, 1, 2].map((hour) => new Date(Date.UTC(2026, 0, 20, hour)));

const entries = fc.array(
  fc.record({
    person: fc.constantFrom(...people),
    act: fc.constantFrom(...acts),
    stream: fc.constantFrom(null, { kind: 'proposal', id: 's' } as const, { kind: 'call', id: 't' } as const),
    moment: fc.constantFrom(...moments),
    facts: fc.constantFrom({}, { events: ['一', '𠮷'] }),
  }),
  { maxLength: 12 },
);

const optional = <Value>(name: string, value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [name]: one }));

const query: fc.Arbitrary<AuditQuery> = fc
  .tuple(
    optional('people', fc.subarray(people)),
    optional('act', fc.constantFrom(...acts)),
    optional('streams', fc.subarray(['s', 't'], { minLength: 1 })),
    optional('from', fc.constantFrom(...moments)),
    optional('before', fc.constantFrom(...moments)),
  )
  .map((parts) => Object.assign({}, ...parts));

const page = fc.record({ limit: fc.integer({ min: 1, max: 5 }), offset: fc.nat(6) });
const shown = (found: readonly ListedAct[]) => found.map(({ position: _, ...entry }) => entry);

async function listOf<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const list: Value[] = [];
  for await (const value of values) list.push(value);
  return list;
}

test('a log in memory and a log in PostgreSQL find the same entries for any search', async () => {
  await fc.assert(
    fc.asyncProperty(entries, query, page, async (entered, asked, wanted) => {
      const organ = `organ-${++organs}` as OrganId;
      let now = moments[0] ?? new Date();
      const clock = { procedure: () => '2026-01-20T16:59', real: () => now };
      const memory = createMemoryEventStore(clock);
      const stores = [memory, createPostgresEventStore(database.application, clock)];
      for (const { person, act, stream, moment, facts } of entered) {
        now = moment;
        for (const store of stores)
          await store.audit(organ, { person, role: 'centralDesk', organ }, '2026-01-20T16:59', {
            act,
            outcome: 'read',
            stream,
            facts,
          });
      }
      const logs = [createMemoryAuditLog(() => memory.entries), createPostgresAuditLog(database.application)] as const;
      const [ours, theirs] = await Promise.all(
        logs.map(async (log) => ({
          found: shown(await log.find(organ, asked, wanted)),
          count: await log.count(organ, asked),
          status: await log.status(organ),
          unchained: await listOf(log.unchained(organ, 0)),
        })),
      );
      expect(theirs).toEqual(ours);
      const [, postgres] = logs;
      const [newest] = await postgres.find(organ, {}, { limit: 1, offset: 0 });
      const below = newest ? await postgres.count(organ, { below: newest.position }) : 0;
      expect(below).toBe(Math.max(0, entered.length - 1));
    }),
    { seed: 20260120, numRuns: 40 },
  );
});
