import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import type { Commit } from '../../app/ports/eventStore.ts';
import type { OrganId } from '../../core/role.ts';
import { createPostgresEventStore } from './postgresEventStore.ts';

const [ours, theirs] = ['ours', 'theirs'] as unknown as [OrganId, OrganId];
let database: TestDatabase;

const commitOf = (organ: OrganId): Commit => ({
  organ,
  commandId: 'one',
  actor: { person: 'p', role: 'centralDesk', organ },
  at: '2026-01-20T16:59',
  streams: [
    {
      stream: { kind: 'call', id: 'c' },
      expectedVersion: 0,
      events: [{ type: 'callOpened', data: {}, personal: { name: '見本' } }],
      state: {},
    },
  ],
  audit: { act: 'openCall', outcome: 'done', stream: null, facts: {} },
  jobs: [{ task: 'mail', payload: { organ } }],
});

beforeAll(async () => {
  database = await createTestDatabase();
  const clock = { procedure: () => '2026-01-20T16:59', real: () => new Date() };
  const store = createPostgresEventStore(database.application, clock);
  for (const organ of [ours, theirs]) {
    await store.commit(commitOf(organ));
    await store.nextNumber(organ, 'proposal');
  }
  await database.owner.query(
    `insert into account values ('p1', 'ours', 'a', '', '[]', null, ''), ('p2', 'theirs', 'a', '', '[]', null, '');
     insert into session values ('\\x01', 'ours', 'p1', '2026-01-01', '2026-01-01'), ('\\x02', 'theirs', 'p2', '2026-01-01', '2026-01-01');
     insert into sign_in_attempt values ('ours', 'a', 1, '2026-01-01'), ('theirs', 'a', 1, '2026-01-01');
     insert into draft values ('ours', 'p1', 'd1', 1, '{}', '2026-01-01'), ('theirs', 'p2', 'd2', 1, '{}', '2026-01-01');
     insert into audit_chain select organ, 1, position, '\\x00', '\\x01' from audit_entry;
     insert into audit_checkpoint values ('ours', 1, '{}'), ('theirs', 1, '{}');
     insert into installation values (true, 'production', '2026-01-01')`,
  );
});
afterAll(() => database.close());

/** Runs a statement as the application does, in the name of an organ (null: of none); always rolled back. */
async function asApplication(organ: OrganId | null, statement: string): Promise<readonly Record<string, unknown>[]> {
  const open = await database.application.startTransaction().execute();
  try {
    if (organ) await sql`select set_config('tokumei.organ', ${organ}, true)`.execute(open);
    return (await sql<Record<string, unknown>>`${sql.raw(statement)}`.execute(open)).rows;
  } finally {
    await open.rollback().execute();
  }
}

async function organTables(): Promise<string[]> {
  const { rows } = await database.owner.query(
    `select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'organ' and table_name <> 'draft' order by table_name`,
  );
  return rows.map(({ table_name }) => table_name);
}

describe('the role of the application', () => {
  test('sees the rows of the organ that its transaction names, in every table that has organs', async () => {
    const tables = await organTables();
    expect(tables).toHaveLength(11);
    for (const table of tables) {
      const organs = `select distinct organ from ${table}`;
      const { rows } = await database.owner.query(organs);
      expect(rows).toHaveLength(2);
      expect(await asApplication(ours, organs), table).toEqual([{ organ: 'ours' }]);
      expect(await asApplication(null, organs), table).toEqual([]);
    }
  });

  test('cannot write a row of another organ, nor move one there', async () => {
    for (const table of await organTables()) {
      const columns = await database.owner.query(
        `select string_agg(column_name, ', ' order by ordinal_position) as names from information_schema.columns
          where table_name = $1 and is_identity = 'NO' and is_generated = 'NEVER' and column_name <> 'organ'`,
        [table],
      );
      const { names } = columns.rows[0];
      const copy = `insert into ${table} (organ, ${names}) select 'theirs', ${names} from ${table}`;
      await expect(asApplication(ours, copy), table).rejects.toThrow('violates row-level security policy');
    }
    for (const table of ['state', 'series', 'session', 'sign_in_attempt']) {
      const move = `update ${table} set organ = 'theirs'`;
      await expect(asApplication(ours, move), table).rejects.toThrow('violates row-level security policy');
    }
  });

  test('can only insert into what must stay: no update, no delete, no truncate, no new right', async () => {
    const attempts = ['event', 'audit_entry', 'audit_chain', 'audit_checkpoint', 'command'].flatMap((table) => [
      `update ${table} set organ = 'ours'`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `drop table ${table} cascade`,
      `alter table ${table} disable row level security`,
    ]);
    const others = [
      'update personal_record set organ = organ',
      'delete from state',
      'truncate state',
      `update installation set mode = 'demonstration'`,
      'delete from installation',
      'create table mine (n integer)',
      'select * from graphile_worker._private_jobs',
    ];
    for (const statement of [...attempts, ...others])
      await expect(asApplication(ours, statement), statement).rejects.toThrow(/permission denied|must be owner/);
  });

  test('may remove a personal record of its organ and no other', async () => {
    const removed = await asApplication(ours, 'delete from personal_record returning organ');
    expect(removed).toEqual([{ organ: 'ours' }]);
  });
});

describe('the role of the application for a person from outside', () => {
  const stream = (id: string) => ({ kind: 'proposal', id }) as const;

  beforeAll(async () => {
    const clock = { procedure: () => '2026-01-20T16:59', real: () => new Date() };
    const store = createPostgresEventStore(database.application, clock);
    for (const [id, person] of [
      ['a1', 'p1'],
      ['a2', 'p3'],
    ] as const)
      await store.commit({
        ...commitOf(ours),
        commandId: id,
        streams: [
          { stream: stream(id), expectedVersion: 0, events: [{ type: 'x', data: {} }], state: { parties: [person] } },
        ],
      });
    await database.owner.query(
      `insert into account values ('p3', 'ours', 'c', '', '[]', null, '');
       insert into draft values ('ours', 'p3', 'd3', 1, '{}', '2026-01-01')`,
    );
  });

  const seen = async (person: string, statement: string): Promise<readonly unknown[]> => {
    const open = await database.application.startTransaction().execute();
    try {
      await sql`select set_config('tokumei.organ', ${ours}, true), set_config('tokumei.person', ${person}, true)`.execute(
        open,
      );
      return (await sql<Record<string, unknown>>`${sql.raw(statement)}`.execute(open)).rows;
    } finally {
      await open.rollback().execute();
    }
  };

  test('sees that person’s cases alone: another’s by its very id is as one that does not exist', async () => {
    const cases = `select stream_id from state where stream_kind = 'proposal' order by 1`;
    expect(await seen('p1', cases)).toEqual([{ stream_id: 'a1' }]);
    expect(await seen('p3', cases)).toEqual([{ stream_id: 'a2' }]);
    expect(await seen('p9', cases)).toEqual([]);
    const byId = (id: string) => `select * from state where stream_kind = 'proposal' and stream_id = '${id}'`;
    expect(await seen('p1', byId('a2'))).toEqual(await seen('p1', byId('none')));
    expect(await seen('p1', `select count(*)::int as n from state`)).toEqual([{ n: 1 }]);
    expect(await asApplication(ours, cases)).toEqual([{ stream_id: 'a1' }, { stream_id: 'a2' }]);
  });

  test('sees, changes and removes that person’s drafts alone, and nobody’s where no person is named', async () => {
    expect(await seen('p1', 'select id from draft')).toEqual([{ id: 'd1' }]);
    expect(await asApplication(ours, 'select id from draft')).toEqual([]);
    for (const change of [
      `update draft set version = 2 where id in ('d2', 'd3') returning id`,
      `delete from draft where id in ('d2', 'd3') returning id`,
    ])
      expect(await seen('p1', change)).toEqual([]);
    for (const write of [
      `insert into draft select 'ours', 'p3', 'd9', 1, '{}', now()`,
      `update draft set person = 'p3'`,
      `update draft set organ = 'theirs'`,
    ])
      await expect(seen('p1', write)).rejects.toThrow('violates row-level security policy');
  });
});

test('the mode of an installation is fixed even for the owner of the tables', async () => {
  for (const change of [
    `update installation set mode = 'demonstration'`,
    'delete from installation',
    'truncate installation',
  ])
    await expect(database.owner.query(change)).rejects.toThrow('never changes');
});

test('a search for Japanese words of three or more characters uses the trigram index under row-level security', async () => {
  await database.owner.query(
    `insert into state (organ, stream_kind, stream_id, version, content, members, search_text)
       select 'ours', 'register', n, 1, '{}', '{}', repeat('介護保険 ', 40) || '個人情報ファイル' || n from generate_series(1, 10000) n`,
  );
  await database.owner.query('vacuum analyze state');
  const plan = await asApplication(
    ours,
    `explain select * from state where organ = 'ours' and stream_kind = 'register' and search_text like '%ファイル77%'`,
  );
  expect(JSON.stringify(plan)).toContain('state_search');
});

test('an auditor’s search by person and the sealer’s by transaction use their indexes under row-level security', async () => {
  await database.owner.query(
    `insert into audit_entry (organ, at, recorded_at, actor, act, outcome, facts)
       select 'ours', '', now(), json_build_object('person', 'p' || n % 100), 'a', 'done', '{}' from generate_series(1, 10000) n`,
  );
  await database.owner.query('vacuum analyze audit_entry');
  const planOf = async (condition: string) =>
    JSON.stringify(
      await asApplication(ours, `explain select position from audit_entry where organ = 'ours' and ${condition}`),
    );
  expect(await planOf(`person = any (array['p7'])`)).toContain('audit_person');
  expect(await planOf(`transaction >= pg_snapshot_xmax(pg_current_snapshot())`)).toContain('audit_transaction');
});
