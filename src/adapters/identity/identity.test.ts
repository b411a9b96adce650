import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/testDatabase.ts';
import type { AccountChange, AuditedAct, NewAccount } from '../../app/ports/identity.ts';
import type { OrganId } from '../../core/role.ts';
import { createMemoryAccountStore } from '../memory/memoryAccountStore.ts';
import { createMemoryEventStore } from '../memory/memoryEventStore.ts';
import { createPostgresAccountStore } from '../postgres/postgresAccountStore.ts';
import type { AccountStore } from './accountStore.ts';
import { createIdentity } from './createIdentity.ts';
import { hasPassword, passwordHash } from './passwordHash.ts';

const minute = 60_000;
let database: TestDatabase;
let organs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** The entries of an organ in the audit log, as `act` by `person`. */
type Entries = (organ: OrganId) => Promise<readonly unknown[]>;

function begin(store: AccountStore, entries: Entries) {
  let now = Date.parse('2026-01-20T00:00:00Z');
  const organ = `organ-${++organs}` as OrganId;
  const identity = createIdentity(store, { procedure: () => '2026-01-20T09:00', real: () => new Date(now) });
  const staff: NewAccount = {
    organ,
    login: 'soumu',
    name: '総務課 見本',
    roles: ['centralDesk', 'auditor'],
    division: null,
    password: '合言葉は長く-1',
  };
  const actor = { person: 'kanri', role: 'administrator', organ } as const;
  const actOf = (act: string): AuditedAct => ({
    actor,
    at: '2026-01-20T09:00',
    entry: { act, outcome: 'done', stream: null, facts: {} },
  });
  return {
    identity,
    organ,
    staff,
    actOf,
    /** Changes an account in the name of an administrator. */
    amend: (person: string, change: AccountChange) =>
      identity.amend(organ, () => ({ answer: null, amended: { person, change, act: actOf('amend') } })),
    create: async () => {
      const account = await identity.create(staff);
      if (!account) throw new Error('no account was made');
      return account;
    },
    entries: () => entries(organ),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    tryWrong: (login: string) => identity.signIn(organ, login, 'wrong'),
    enter: async () => {
      const answer = await identity.signIn(organ, staff.login, staff.password);
      return answer.outcome === 'signedIn' ? answer.token : '';
    },
  };
}

function beginInMemory() {
  const events = createMemoryEventStore({ procedure: () => '', real: () => new Date(0) });
  return begin(createMemoryAccountStore(events), async (organ) =>
    events.entries
      .filter((entry) => entry.organ === organ)
      .map(({ act, actor: { person }, at, facts }) => ({ act, person, at, facts })),
  );
}

const beginInPostgres = () =>
  begin(createPostgresAccountStore(database.application), async (organ) => {
    const columns = `act, actor->>'person' as person, at, facts`;
    return (await database.owner.query(`select ${columns} from audit_entry where organ = $1`, [organ])).rows;
  });

describe.each([
  ['memory', beginInMemory],
  ['PostgreSQL', beginInPostgres],
])('an identity in %s', (_name, open) => {
  test('knows a person by login and password, in one organ only, until the person signs out', async () => {
    const { identity, organ, staff } = open();
    const account = await identity.create(staff);
    expect(await identity.accounts(organ)).toEqual([account]);
    const answer = await identity.signIn(organ, 'soumu', staff.password);
    expect(answer).toMatchObject({ outcome: 'signedIn', account });
    const token = answer.outcome === 'signedIn' ? answer.token : '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await identity.session(token)).toEqual(account);
    expect(await identity.signIn(`${organ}-x` as OrganId, 'soumu', staff.password)).toEqual({ outcome: 'refused' });
    await identity.signOut(token);
    expect(await identity.session(token)).toBeNull();
    expect(await identity.session('nothing')).toBeNull();
  });

  test('gives a login once in an organ', async () => {
    const { identity, staff } = open();
    expect(await identity.create(staff)).not.toBeNull();
    expect(await identity.create({ ...staff, name: '別の人' })).toBeNull();
    expect(await identity.create({ ...staff, organ: `${staff.organ}-b` as OrganId })).not.toBeNull();
  });

  test('enters whose act an account is, both or neither', async () => {
    const { identity, organ, staff, entries } = open();
    const act = ({ login }: { readonly login: string }) => ({
      actor: { person: 'kanri', role: 'administrator', organ } as const,
      at: '2026-01-20T09:00',
      entry: { act: 'createAccount', outcome: 'done', stream: null, facts: { login } } as const,
    });
    expect(await identity.create(staff, act)).not.toBeNull();
    expect(await identity.create(staff, act)).toBeNull();
    const together = [identity.create({ ...staff, login: 'x' }, act), identity.create({ ...staff, login: 'x' }, act)];
    expect((await Promise.all(together)).filter((account) => account !== null)).toHaveLength(1);
    const entered = { act: 'createAccount', person: 'kanri', at: '2026-01-20T09:00' };
    expect(await entries()).toEqual([
      { ...entered, facts: { login: 'soumu' } },
      { ...entered, facts: { login: 'x' } },
    ]);
  });

  test('answers an unknown login like a wrong password, and locks both after five for fifteen minutes', async () => {
    const { identity, organ, staff, pass, tryWrong } = open();
    await identity.create(staff);
    for (const login of ['soumu', 'nobody']) {
      const answers = [];
      for (let n = 0; n < 5; n += 1) answers.push(await tryWrong(login));
      expect(answers).toEqual(Array(5).fill({ outcome: 'refused' }));
      const locked = { outcome: 'locked', until: new Date('2026-01-20T00:15:00Z') };
      expect(await tryWrong(login)).toEqual(locked);
      pass(14 * minute);
      expect(await identity.signIn(organ, login, staff.password)).toEqual(locked);
      pass(minute);
      const after = await identity.signIn(organ, login, staff.password);
      expect(after.outcome).toBe(login === 'soumu' ? 'signedIn' : 'refused');
      pass(-15 * minute);
    }
    expect(await identity.signIn(organ, '\0', '')).toEqual({ outcome: 'refused' });
  });

  test('does not let many guesses at one moment pass the lock', async () => {
    const { identity, staff, tryWrong } = open();
    await identity.create(staff);
    const answers = await Promise.all(Array.from({ length: 12 }, () => tryWrong('soumu')));
    expect(answers.filter(({ outcome }) => outcome === 'refused')).toHaveLength(5);
    expect(answers.filter(({ outcome }) => outcome === 'locked')).toHaveLength(7);
  });

  test('forgets the wrong passwords when the right one comes', async () => {
    const { identity, staff, tryWrong, enter } = open();
    await identity.create(staff);
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 4; n += 1) await tryWrong('soumu');
      expect(await enter()).not.toBe('');
    }
  });

  test('ends a session after an hour without a request and after twelve hours in any case', async () => {
    const { identity, staff, pass, enter } = open();
    const account = await identity.create(staff);
    const idle = await enter();
    pass(59 * minute);
    expect(await identity.session(idle)).toEqual(account);
    pass(60 * minute);
    expect(await identity.session(idle)).toBeNull();
    const busy = await enter();
    for (let n = 0; n < 14; n += 1) {
      expect(await identity.session(busy)).toEqual(account);
      pass(50 * minute);
    }
    expect(await identity.session(busy)).toEqual(account);
    pass(20 * minute);
    expect(await identity.session(busy)).toBeNull();
  });

  test('ends sessions when the clock was set back', async () => {
    const { identity, staff, pass, enter } = open();
    await identity.create(staff);
    const token = await enter();
    pass(-2 * minute);
    expect(await identity.session(token)).toBeNull();
  });

  test('lets a changed account work with what it says now at once, as the same person, with the entry of the act', async () => {
    const { identity, organ, staff, enter, amend, create, entries } = open();
    const before = await create();
    const token = await enter();
    await amend(before.person, { name: '新しい 氏名', roles: ['verifier'], division: '架空課' });
    const after = { ...before, name: '新しい 氏名', roles: ['verifier'], division: '架空課' };
    expect(await identity.session(token)).toEqual(after);
    expect(await identity.accounts(organ)).toEqual([after]);
    expect(await identity.signIn(organ, 'soumu', staff.password)).toMatchObject({
      outcome: 'signedIn',
      account: after,
    });
    expect(await entries()).toMatchObject([{ act: 'amend', person: 'kanri' }]);
  });

  test('decides on the accounts as they stand: of two that may not both happen one does', async () => {
    const { identity, organ, staff, actOf, entries } = open();
    const logins = ['a', 'b'];
    for (const login of logins) await identity.create({ ...staff, login });
    const close = (login: string) =>
      identity.amend(organ, (accounts) => {
        const stays = accounts.some((one) => one.login !== login && one.closedOn === null);
        const person = accounts.find((one) => one.login === login)?.person ?? '';
        const amended = { person, change: { closedOn: '2026-01-20' }, act: actOf('close') };
        return { answer: stays, amended: stays ? amended : null };
      });
    expect((await Promise.all(logins.map(close))).toSorted()).toEqual([false, true]);
    expect((await identity.accounts(organ)).filter(({ closedOn }) => closedOn !== null)).toHaveLength(1);
    expect(await entries()).toHaveLength(1);
  });

  test('ends every session and the link of an account that is closed, and lets it in again when it is opened', async () => {
    const { identity, organ, staff, enter, amend, create, actOf } = open();
    const { person } = await create();
    const tokens = [await enter(), await enter()];
    const link = await identity.issuePasswordLink(organ, person, actOf('link'));
    await amend(person, { closedOn: '2026-01-20' });
    for (const token of tokens) expect(await identity.session(token)).toBeNull();
    expect(await identity.signIn(organ, 'soumu', staff.password)).toEqual({ outcome: 'closed' });
    expect(await identity.signIn(organ, 'soumu', 'wrong')).toEqual({ outcome: 'refused' });
    expect(await identity.issuePasswordLink(organ, person, actOf('link'))).toBeNull();
    await amend(person, { closedOn: null });
    expect(await identity.passwordLink(organ, link?.token ?? '')).toBeNull();
    for (const token of tokens) expect(await identity.session(token)).toBeNull();
    expect(await identity.session(await enter())).not.toBeNull();
  });

  test('no session that began with the old password outlives the change of it', async () => {
    const { identity, organ, staff, enter, create, actOf } = open();
    await create();
    const own = await enter();
    const sessions = Promise.all(Array.from({ length: 4 }, () => identity.signIn(organ, 'soumu', staff.password)));
    await identity.changePassword(own, 'もっと長い合言葉-2', actOf('change'));
    for (const answer of await sessions)
      if (answer.outcome === 'signedIn') expect(await identity.session(answer.token)).toBeNull();
    expect(await identity.session(own)).not.toBeNull();
  });

  test('a changed password ends every session but the own, and the old one opens nothing', async () => {
    const { identity, organ, staff, enter, create, actOf, entries } = open();
    const account = await create();
    const [own, other] = [await enter(), await enter()];
    expect(await identity.changePassword(own, 'もっと長い合言葉-2', actOf('change'))).toBe(true);
    expect(await identity.session(own)).toEqual(account);
    expect(await identity.session(other)).toBeNull();
    expect(await identity.signIn(organ, 'soumu', staff.password)).toEqual({ outcome: 'refused' });
    expect((await identity.signIn(organ, 'soumu', 'もっと長い合言葉-2')).outcome).toBe('signedIn');
    expect(await identity.changePassword(other, 'もう一つの合言葉-3', actOf('change'))).toBe(false);
    expect(await entries()).toMatchObject([{ act: 'change' }]);
  });

  test('a link sets a password once, within a day, and the newest only; it unlocks the login and ends every session', async () => {
    const { identity, organ, staff, enter, create, actOf, pass, tryWrong } = open();
    const account = await create();
    const session = await enter();
    const issue = async () => (await identity.issuePasswordLink(organ, account.person, actOf('link')))?.token ?? '';
    const redeem = (token: string, at = organ) =>
      identity.redeemPasswordLink(at, token, '忘れない合言葉-4', () => actOf('use'));
    const [older, token] = [await issue(), await issue()];
    expect(await identity.passwordLink(organ, older)).toBeNull();
    expect(await redeem(older)).toBeNull();
    expect(await identity.passwordLink(organ, token)).toEqual(account);
    expect(await redeem(token, `${organ}-x` as OrganId)).toBeNull();
    expect(await identity.session(session)).toEqual(account);
    for (let n = 0; n < 6; n += 1) await tryWrong('soumu');
    expect((await Promise.all([1, 2, 3].map(() => redeem(token)))).filter((one) => one !== null)).toHaveLength(1);
    expect(await identity.session(session)).toBeNull();
    expect((await identity.signIn(organ, 'soumu', '忘れない合言葉-4')).outcome).toBe('signedIn');
    expect(await identity.signIn(organ, 'soumu', staff.password)).toEqual({ outcome: 'refused' });
    const late = await issue();
    pass(24 * 60 * minute);
    expect(await redeem(late)).toBeNull();
  });

  test('makes one administrator with the newest one-time link, within a day', async () => {
    const { identity, organ, staff, pass } = open();
    const [older, token] = [await identity.issueSetupToken(), await identity.issueSetupToken()];
    expect(await identity.redeemSetupToken(older, staff)).toBeNull();
    const made = await Promise.all(
      [1, 2, 3].map((n) => identity.redeemSetupToken(token, { ...staff, login: `a${n}` })),
    );
    expect(made.filter((account) => account !== null)).toHaveLength(1);
    expect(await identity.accounts(organ)).toHaveLength(1);
    const late = await identity.issueSetupToken();
    pass(24 * 60 * minute);
    expect(await identity.redeemSetupToken(late, staff)).toBeNull();
  });

  test('keeps the one-time link when the login is taken', async () => {
    const { identity, staff } = open();
    await identity.create(staff);
    const token = await identity.issueSetupToken();
    expect(await identity.redeemSetupToken(token, staff)).toBeNull();
    expect(await identity.redeemSetupToken(token, { ...staff, login: 'other' })).not.toBeNull();
  });
});

test('PostgreSQL holds neither passwords nor tokens, but what they can be checked with', async () => {
  const { identity, staff, organ, enter } = beginInPostgres();
  await identity.create(staff);
  const token = await enter();
  const { rows } = await database.owner.query(
    `select row_to_json(s)::text || row_to_json(a)::text as row, digest from session s join account a using (person) where a.organ = $1`,
    [organ],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].digest).toEqual(createHash('sha256').update(token).digest());
  expect(rows[0].row).not.toContain(token);
  expect(rows[0].row).not.toContain(staff.password);
});

test('a password has its hash in the PHC form, salted, whatever way its characters are composed', async () => {
  const hash = await passwordHash('ガ1');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await passwordHash('ガ1')).not.toBe(hash);
  expect(await hasPassword(hash, 'ｶﾞ1')).toBe(true);
  expect(await hasPassword(hash, 'カ1')).toBe(false);
  await expect(hasPassword('plain', 'plain')).rejects.toThrow('unknown form');
});
