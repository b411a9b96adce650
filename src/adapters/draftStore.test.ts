import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/testDatabase.ts';
import type { Draft, DraftStore } from '../app/ports/draftStore.ts';
import type { OrganId } from '../core/role.ts';
import { createMemoryDraftStore } from './memory/memoryDraftStore.ts';
import { createPostgresDraftStore } from './postgres/postgresDraftStore.ts';

const organ = 'yokohama' as OrganId;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  for (const person of ['p1', 'p2'])
    await database.owner.query(`insert into account values ($1, $2, $1, '', '[]', null, '')`, [person, organ]);
});
afterAll(() => database.close());

const draft = (id: string, version: number, text: string): Draft => ({
  id,
  version,
  savedAt: new Date(Date.UTC(2026, 0, 20, 7, version)),
  content: { written: text },
});

const stores: readonly (readonly [string, () => DraftStore])[] = [
  ['memory', createMemoryDraftStore],
  ['PostgreSQL', () => createPostgresDraftStore(database.application)],
];

describe.each(stores)('drafts in %s', (name, open) => {
  const [own, other] = [
    { organ, person: 'p1' },
    { organ, person: 'p2' },
  ];
  const id = (of: string) => `${name}-${of}`;

  test('are found again as they were saved, the one that was saved last first', async () => {
    const store = open();
    for (const one of [draft(id('a'), 1, '甲'), draft(id('b'), 1, '𠮷\u0000"'), draft(id('a'), 2, '乙\n丙')])
      expect(await store.keep(own, one)).toBe(true);
    expect(await store.all(own)).toEqual([draft(id('a'), 2, '乙\n丙'), draft(id('b'), 1, '𠮷\u0000"')]);
    expect(await store.find(own, id('a'))).toEqual(draft(id('a'), 2, '乙\n丙'));
    await store.drop(own, id('a'));
    await store.drop(own, id('a'));
    expect((await store.all(own)).map((one) => one.id)).toEqual([id('b')]);
    await store.drop(own, id('b'));
  });

  test('are never written over by one that was made from an older version', async () => {
    const store = open();
    const [first, second] = await Promise.all([
      store.keep(own, draft(id('c'), 1, '一つ目')),
      store.keep(own, draft(id('c'), 1, '二つ目')),
    ]);
    expect([first, second].toSorted()).toEqual([false, true]);
    const both = await Promise.all(['左', '右'].map((text) => store.keep(own, draft(id('c'), 2, text))));
    expect(both.toSorted()).toEqual([false, true]);
    expect(await store.keep(own, draft(id('c'), 4, '飛び越し'))).toBe(false);
    expect((await store.find(own, id('c')))?.version).toBe(2);
    await store.drop(own, id('c'));
  });

  test('are one person’s: another’s by its very id is as one that does not exist', async () => {
    const store = open();
    await store.keep(own, draft(id('d'), 1, '秘密'));
    expect(await store.find(other, id('d'))).toBeNull();
    expect(await store.all(other)).toEqual([]);
    expect(await store.keep(other, draft(id('d'), 2, '書換え'))).toBe(false);
    await store.drop(other, id('d'));
    expect(await store.find(own, id('d'))).toEqual(draft(id('d'), 1, '秘密'));
    expect(await store.keep(other, draft(id('d'), 1, '別の人の同じ番号'))).toBe(true);
    expect(await store.find({ organ: 'ichikawa' as OrganId, person: 'p1' }, id('d'))).toBeNull();
    await Promise.all([store.drop(own, id('d')), store.drop(other, id('d'))]);
  });
});
