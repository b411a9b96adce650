import type { EventStore } from '../../app/ports/eventStore.ts';
import type { OrganId } from '../../core/role.ts';
import type { AccountStore, Amendment, Attempts, KeptAccount } from '../identity/accountStore.ts';

/** A session by its person: the account is looked up as it stands. */
interface KeptSession {
  readonly person: string;
  readonly beganAt: Date;
  readonly seenAt: Date;
}

const inOrder = (one: KeptAccount, other: KeptAccount): number => (one.login < other.login ? -1 : 1);

/** Accounts that live as long as the program. @param events where the audit log is kept; absent = nobody reads it */
export function createMemoryAccountStore(events?: Pick<EventStore, 'audit'>): AccountStore {
  const kept = new Map<string, KeptAccount>();
  const attempts = new Map<string, Attempts>();
  let setup: { readonly digest: Buffer; readonly endsAt: Date } | null = null;
  const keyOf = (organ: OrganId, login: string): string => JSON.stringify([organ, login]);
  const insert = (account: KeptAccount): boolean => {
    const key = keyOf(account.organ, account.login);
    if (kept.has(key)) return false;
    kept.set(key, account);
    return true;
  };
  const accountsOf = (organ: OrganId): readonly KeptAccount[] =>
    [...kept.values()].filter((account) => account.organ === organ).toSorted(inOrder);
  const byPerson = (person: string): KeptAccount | undefined =>
    [...kept.values()].find((account) => account.person === person);

  const sessions = memorySessions(byPerson);

  async function write({ person, change, ended, act }: Amendment): Promise<void> {
    const account = byPerson(person);
    if (!account) throw new Error('an account that does not exist was amended');
    kept.set(keyOf(account.organ, account.login), { ...account, ...change });
    if (ended !== 'none') sessions.end(person, ended === 'all' ? null : ended.but);
    await events?.audit(account.organ, act.actor, act.at, act.entry);
  }

  return {
    async insert(account, act) {
      const isInserted = insert(account);
      if (isInserted && act) await events?.audit(account.organ, act.actor, act.at, act.entry);
      return isInserted;
    },
    byLogin: async (organ, login) => kept.get(keyOf(organ, login)) ?? null,
    accounts: async (organ) => accountsOf(organ),
    async amend(organ, decide) {
      const { answer, amendment } = decide(accountsOf(organ));
      if (amendment) await write(amendment);
      return answer;
    },
    async countAttempt(organ, login, now, forgottenBefore, most) {
      const earlier = attempts.get(keyOf(organ, login));
      const counted =
        !earlier || earlier.lastAt <= forgottenBefore ? { count: 1, lastAt: now } : next(earlier, now, most);
      attempts.set(keyOf(organ, login), counted);
      return counted;
    },
    async forgetAttempts(organ, login) {
      attempts.delete(keyOf(organ, login));
    },
    ...sessions.part,
    async keepSetupToken(digest, endsAt) {
      setup = { digest, endsAt };
    },
    async redeemSetupToken(digest, now, account) {
      if (!setup?.digest.equals(digest) || setup.endsAt <= now || !insert(account)) return false;
      setup = null;
      return true;
    },
  };
}

function next({ count, lastAt }: Attempts, now: Date, most: number): Attempts {
  if (count > most) return { count, lastAt };
  return { count: count + 1, lastAt: count < most ? now : lastAt };
}

/** @param byPerson the account of a person as it stands */
function memorySessions(byPerson: (person: string) => KeptAccount | undefined) {
  const sessions = new Map<string, KeptSession>();
  const part: Pick<AccountStore, 'beginSession' | 'session' | 'touchSession' | 'endSession'> = {
    async beginSession(account, digest, now, endedBefore) {
      const { person, passwordHash } = account;
      const today = byPerson(person);
      if (today?.passwordHash !== passwordHash || today.closedOn !== null) return false;
      for (const [key, session] of sessions)
        if (session.person === person && session.beganAt < endedBefore) sessions.delete(key);
      sessions.set(digest.toString('hex'), { person, beganAt: now, seenAt: now });
      return true;
    },
    async session(digest) {
      const session = sessions.get(digest.toString('hex'));
      const account = session && byPerson(session.person);
      if (!account) return null;
      const { passwordHash: _, link: __, ...shown } = account;
      return { account: shown, beganAt: session.beganAt, seenAt: session.seenAt };
    },
    async touchSession(digest, now) {
      const session = sessions.get(digest.toString('hex'));
      if (session) sessions.set(digest.toString('hex'), { ...session, seenAt: now });
    },
    async endSession(digest) {
      sessions.delete(digest.toString('hex'));
    },
  };
  return {
    part,
    /** Ends the sessions of a person, but for the one that is named. */
    end(person: string, but: Buffer | null): void {
      for (const [key, session] of sessions)
        if (session.person === person && key !== but?.toString('hex')) sessions.delete(key);
    },
  };
}
