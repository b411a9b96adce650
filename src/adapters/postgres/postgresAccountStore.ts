import { type Kysely, sql } from 'kysely';
import type { Account } from '../../app/ports/identity.ts';
import type { AccountStore, Amendment, Attempts, EnteredAct, KeptAccount } from '../identity/accountStore.ts';
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
  readonly closed_on: string | null;
}

interface KeptRow extends AccountRow {
  readonly password_hash: string;
  readonly link_digest: Buffer | null;
  readonly link_ends_at: Date | null;
}

const accountOf = ({ person, organ, login, name, roles, division, closed_on }: AccountRow): Account => ({
  person,
  organ,
  login,
  name,
  roles,
  division,
  closedOn: closed_on,
});

const keptOf = (row: KeptRow): KeptAccount => ({
  ...accountOf(row),
  passwordHash: row.password_hash,
  link: row.link_digest && row.link_ends_at && { digest: row.link_digest, endsAt: row.link_ends_at },
});

const accountsOf = (open: Open, organ: Account['organ']) =>
  open.selectFrom('account').selectAll().where('organ', '=', organ).orderBy('login');

async function insert(
  open: Open,
  { person, organ, login, name, division, passwordHash, roles }: KeptAccount,
): Promise<boolean> {
  const inserted = await open
    .insertInto('account')
    .values({ person, organ, login, name, division, roles: JSON.stringify(roles), password_hash: passwordHash })
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

/** The columns of what changes. */
const columnsOf = ({ name, roles, division, closedOn, passwordHash, link }: Amendment['change']) => ({
  ...(name === undefined ? {} : { name }),
  ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }),
  ...(division === undefined ? {} : { division }),
  ...(closedOn === undefined ? {} : { closed_on: closedOn }),
  ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
  ...(link === undefined ? {} : { link_digest: link?.digest ?? null, link_ends_at: link?.endsAt ?? null }),
});

async function write(open: Open, organ: Account['organ'], { person, change, ended, act }: Amendment): Promise<void> {
  await open.updateTable('account').set(columnsOf(change)).where('person', '=', person).execute();
  const all = open.deleteFrom('session').where('person', '=', person);
  if (ended !== 'none') await (ended === 'all' ? all : all.where('digest', '<>', ended.but)).execute();
  await enterAudit(open, organ, act.entry, { ...act, commandId: null });
}

/**
 * Begins a session on the account as it was read: the lock makes a change of the account come wholly before, and then
 * no session begins, or wholly after, and then it ends this one with the others.
 */
async function beginSession(
  open: Open,
  account: KeptAccount,
  session: { digest: Buffer; now: Date },
): Promise<boolean> {
  const { person, organ, passwordHash } = account;
  const unchanged = await open
    .selectFrom('account')
    .select('person')
    .where('person', '=', person)
    .where('password_hash', '=', passwordHash)
    .where('closed_on', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (!unchanged) return false;
  const { digest, now } = session;
  await open.insertInto('session').values({ digest, organ, person, began_at: now, seen_at: now }).execute();
  return true;
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
    beginSession: (account, digest, now, endedBefore) =>
      inOrgan(db, account.organ, async (open) => {
        const { person } = account;
        await open.deleteFrom('session').where('person', '=', person).where('began_at', '<', endedBefore).execute();
        return beginSession(open, account, { digest, now });
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
        const row = await accountsOf(open, organ).where('login', '=', login).executeTakeFirst();
        return row ? keptOf(row) : null;
      }),
    accounts: (organ) => inOrgan(db, organ, async (open) => (await accountsOf(open, organ).execute()).map(keptOf)),
    amend: (organ, decide) =>
      inOrgan(db, organ, async (open) => {
        const locked = await accountsOf(open, organ).forNoKeyUpdate().execute();
        const { answer, amendment } = decide(locked.map(keptOf));
        if (amendment) await write(open, organ, amendment);
        return answer;
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
