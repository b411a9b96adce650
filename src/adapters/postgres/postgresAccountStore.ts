import { type Kysely, sql } from 'kysely';
import type { Account } from '../../app/ports/identity.ts';
import type { AccountStore, Attempts, EnteredAct, KeptAccount } from '../identity/accountStore.ts';
import { enterAudit } from './enterAudit.ts';
import { inOrgan, type Open, openTransaction } from './inOrgan.ts';
import type { Tables } from './tables.ts';

interface AccountRow {
  readonly person: string;
  readonly organ: Account['organ'];
  readonly login: string;
  readonly name: string;
  readonly roles: Account['roles'];
  readonly division: string | null;
}

const accountOf = ({ person, organ, login, name, roles, division }: AccountRow): Account => ({
  person,
  organ,
  login,
  name,
  roles,
  division,
});

async function insert(open: Open, { passwordHash, roles, ...account }: KeptAccount): Promise<boolean> {
  const inserted = await open
    .insertInto('account')
    .values({ ...account, roles: JSON.stringify(roles), password_hash: passwordHash })
    .onConflict((taken) => taken.columns(['organ', 'login']).doNothing())
    .returning('person')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function insertEntered(open: Open, account: KeptAccount, act: EnteredAct | undefined): Promise<boolean> {
  const isInserted = await insert(open, account);
  if (isInserted && act) await enterAudit(open, account.organ, act.entry, { ...act, commandId: null });
  return isInserted;
}

/** Runs in the organ that a session belongs to; who does not hold the token learns nothing. */
const enterOrganOf = (open: Open, digest: Buffer) =>
  sql`select set_config('tokumei.organ', coalesce(organ_of_session(${digest}), ''), true)`.execute(open);

interface AttemptNow {
  readonly organ: Account['organ'];
  readonly login: string;
  readonly now: Date;
  readonly forgottenBefore: Date;
  readonly most: number;
}

/** Counts in one statement: of many attempts at one moment each sees another count. */
async function countAttempt(open: Open, { organ, login, now, forgottenBefore, most }: AttemptNow): Promise<Attempts> {
  const { rows } = await sql<Attempts>`
    insert into sign_in_attempt as a (organ, login, count, last_at) values (${organ}, ${login}, 1, ${now})
    on conflict (organ, login) do update set
      count = case when a.last_at <= ${forgottenBefore} then 1 when a.count > ${most} then a.count else a.count + 1 end,
      last_at = case when a.last_at <= ${forgottenBefore} or a.count < ${most} then ${now} else a.last_at end
    returning count, last_at as "lastAt"`.execute(open);
  if (!rows[0]) throw new Error('an attempt was not counted');
  return rows[0];
}

type SessionPart = Pick<AccountStore, 'beginSession' | 'session' | 'touchSession' | 'endSession'>;

function sessions(db: Kysely<Tables>): SessionPart {
  const inOrganOf = <Result>(digest: Buffer, work: (open: Open) => Promise<Result>): Promise<Result> =>
    openTransaction(db, async (open) => {
      await enterOrganOf(open, digest);
      return work(open);
    });
  return {
    beginSession: ({ organ, person }, digest, now, endedBefore) =>
      inOrgan(db, organ, async (open) => {
        await open.deleteFrom('session').where('person', '=', person).where('began_at', '<', endedBefore).execute();
        await open.insertInto('session').values({ digest, organ, person, began_at: now, seen_at: now }).execute();
      }),
    session: (digest) =>
      inOrganOf(digest, async (open) => {
        const row = await open
          .selectFrom('session')
          .innerJoin('account', 'account.person', 'session.person')
          .selectAll('account')
          .select(['began_at', 'seen_at'])
          .where('digest', '=', digest)
          .executeTakeFirst();
        return row ? { account: accountOf(row), beganAt: row.began_at, seenAt: row.seen_at } : null;
      }),
    touchSession: (digest, now) =>
      inOrganOf(digest, async (open) => {
        await open.updateTable('session').set({ seen_at: now }).where('digest', '=', digest).execute();
      }),
    endSession: (digest) =>
      inOrganOf(digest, async (open) => {
        await open.deleteFrom('session').where('digest', '=', digest).execute();
      }),
  };
}

/** Accounts and sessions in PostgreSQL. @param db connected in the role of the application */
export function createPostgresAccountStore(db: Kysely<Tables>): AccountStore {
  return {
    insert: (account, act) => inOrgan(db, account.organ, (open) => insertEntered(open, account, act)),
    byLogin: (organ, login) =>
      inOrgan(db, organ, async (open) => {
        const accounts = open.selectFrom('account').selectAll().where('organ', '=', organ);
        const row = await accounts.where('login', '=', login).executeTakeFirst();
        return row ? { ...accountOf(row), passwordHash: row.password_hash } : null;
      }),
    accounts: (organ) =>
      inOrgan(db, organ, async (open) => {
        const accounts = open.selectFrom('account').selectAll().where('organ', '=', organ);
        return (await accounts.orderBy('login').execute()).map(accountOf);
      }),
    countAttempt: (organ, login, now, forgottenBefore, most) =>
      inOrgan(db, organ, (open) => countAttempt(open, { organ, login, now, forgottenBefore, most })),
    forgetAttempts: (organ, login) =>
      inOrgan(db, organ, async (open) => {
        await open.deleteFrom('sign_in_attempt').where('organ', '=', organ).where('login', '=', login).execute();
      }),
    ...sessions(db),
    keepSetupToken: (digest, endsAt) =>
      openTransaction(db, async (open) => {
        const values = { digest, ends_at: endsAt };
        const insertion = open.insertInto('setup_token').values(values);
        await insertion.onConflict((kept) => kept.column('single').doUpdateSet(values)).execute();
      }),
    redeemSetupToken: (digest, now, account) =>
      inOrgan(db, account.organ, async (open) => {
        const living = open.selectFrom('setup_token').select('digest').where('digest', '=', digest);
        if (!(await living.where('ends_at', '>', now).forUpdate().executeTakeFirst())) return false;
        if (!(await insert(open, account))) return false;
        await open.deleteFrom('setup_token').execute();
        return true;
      }),
  };
}
