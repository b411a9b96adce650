import type { EventStore } from '../../app/ports/eventStore.ts';
import type { Account } from '../../app/ports/identity.ts';
import type { OrganId } from '../../core/role.ts';
import type { AccountStore, Attempts, KeptAccount, Session } from '../identity/accountStore.ts';

const inOrder = (one: Account, other: Account): number => (one.login < other.login ? -1 : 1);

/** Accounts that live as long as the program. @param events where the audit log is kept; absent = nobody reads it */
export function createMemoryAccountStore(events?: Pick<EventStore, 'audit'>): AccountStore {
  const kept = new Map<string, KeptAccount>();
  const attempts = new Map<string, Attempts>();
  const sessions = new Map<string, Session>();
  let setup: { readonly digest: Buffer; readonly endsAt: Date } | null = null;
  const keyOf = (organ: OrganId, login: string): string => JSON.stringify([organ, login]);
  const insert = (account: KeptAccount): boolean => {
    const key = keyOf(account.organ, account.login);
    if (kept.has(key)) return false;
    kept.set(key, account);
    return true;
  };
  const withoutHash = ({ passwordHash: _, ...account }: KeptAccount): Account => account;

  return {
    async insert(account, act) {
      const isInserted = insert(account);
      if (isInserted && act) await events?.audit(account.organ, act.actor, act.at, act.entry);
      return isInserted;
    },
    byLogin: async (organ, login) => kept.get(keyOf(organ, login)) ?? null,
    accounts: async (organ) =>
      [...kept.values()]
        .filter((account) => account.organ === organ)
        .map(withoutHash)
        .toSorted(inOrder),
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
    async beginSession(account, digest, now, endedBefore) {
      for (const [key, session] of sessions)
        if (session.account.person === account.person && session.beganAt < endedBefore) sessions.delete(key);
      sessions.set(digest.toString('hex'), { account, beganAt: now, seenAt: now });
    },
    session: async (digest) => sessions.get(digest.toString('hex')) ?? null,
    async touchSession(digest, now) {
      const session = sessions.get(digest.toString('hex'));
      if (session) sessions.set(digest.toString('hex'), { ...session, seenAt: now });
    },
    async endSession(digest) {
      sessions.delete(digest.toString('hex'));
    },
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
