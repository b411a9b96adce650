import { randomUUID } from 'node:crypto';
import type { Clock } from '../../app/ports/clock.ts';
import type { AccountDecision, Identity, NewAccount, SignIn } from '../../app/ports/identity.ts';
import type { OrganId } from '../../core/role.ts';
import { isPlain } from '../plainText.ts';
import type { AccountStore, Amendment, KeptAccount, Session } from './accountStore.ts';
import { newPasswords, shown } from './newPasswords.ts';
import { hasPassword, passwordHash } from './passwordHash.ts';
import { digestOf, newToken } from './token.ts';

const minute = 60_000;
/** All in milliseconds. */
const span = {
  /** After this time without a request a session ends. */
  idle: 60 * minute,
  /** After this time a session ends, whatever happens. */
  session: 12 * 60 * minute,
  /** A request within this time of the last one is not written down. */
  touch: minute,
  lockout: 15 * minute,
  setupToken: 24 * 60 * minute,
};
/** So many wrong passwords in a row lock a login. */
const mostAttempts = 5;

/** A session whose last request lies in the future ends too: the machine's clock was set back. */
function isLiving({ beganAt, seenAt }: Session, now: number): boolean {
  const [age, idle] = [now - beganAt.getTime(), now - seenAt.getTime()];
  return age < span.session && idle < span.idle && idle > -span.touch;
}

async function kept({ password, ...account }: NewAccount): Promise<KeptAccount> {
  const hash = await passwordHash(password);
  return { ...account, person: randomUUID(), closedOn: null, passwordHash: hash, link: null };
}

/** Accounts and sessions by the real clock. Every answer to a sign-in takes the work of one password, known login or not. */
export function createIdentity(store: AccountStore, clock: Clock): Identity {
  const unknown = passwordHash(newToken());
  const before = (milliseconds: number): Date => new Date(clock.real().getTime() - milliseconds);
  const after = (milliseconds: number): Date => before(-milliseconds);

  async function signIn(organ: OrganId, login: string, password: string): Promise<SignIn> {
    const { count, lastAt } = await store.countAttempt(organ, login, clock.real(), before(span.lockout), mostAttempts);
    if (count > mostAttempts) return { outcome: 'locked', until: new Date(lastAt.getTime() + span.lockout) };
    const found = await store.byLogin(organ, login);
    const isRight = await hasPassword(found?.passwordHash ?? (await unknown), password);
    if (!found || !isRight) return { outcome: 'refused' };
    await store.forgetAttempts(organ, login);
    if (found.closedOn !== null) return { outcome: 'closed' };
    const token = newToken();
    const isBegun = await store.beginSession(found, digestOf(token), clock.real(), before(span.session));
    return isBegun ? { outcome: 'signedIn', token, account: shown(found) } : { outcome: 'refused' };
  }

  return {
    ...newPasswords(store, clock),
    async create(account, actOf) {
      const made = await kept(account);
      const isDone = await store.insert(made, actOf && { ...actOf(shown(made)), now: clock.real() });
      return isDone ? shown(made) : null;
    },
    signIn: async (organ, login, password) =>
      isPlain(login) ? signIn(organ, login, password) : { outcome: 'refused' },
    async session(token) {
      const [digest, now] = [digestOf(token), clock.real()];
      const session = await store.session(digest);
      if (!session) return null;
      if (!isLiving(session, now.getTime())) {
        await store.endSession(digest);
        return null;
      }
      if (now.getTime() - session.seenAt.getTime() >= span.touch) await store.touchSession(digest, now);
      return session.account;
    },
    signOut: (token) => store.endSession(digestOf(token)),
    accounts: async (organ) => (await store.accounts(organ)).map(shown),
    amend: (organ, decide) =>
      store.amend(organ, (accounts) => {
        const { answer, amended } = decide(accounts.map(shown));
        return { answer, amendment: amended && amendmentOf(amended, clock.real()) };
      }),
    async issueSetupToken() {
      const token = newToken();
      await store.keepSetupToken(digestOf(token), after(span.setupToken));
      return token;
    },
    async redeemSetupToken(token, administrator) {
      const made = await kept(administrator);
      const isDone = await store.redeemSetupToken(digestOf(token), clock.real(), made);
      return isDone ? shown(made) : null;
    },
  };
}

type Amended = NonNullable<AccountDecision<unknown>['amended']>;

/** What closes an account ends its sessions and its link. */
function amendmentOf({ person, change, act }: Amended, now: Date): Amendment {
  const entered = { ...act, now };
  return typeof change.closedOn === 'string'
    ? { person, change: { ...change, link: null }, ended: 'all', act: entered }
    : { person, change, ended: 'none', act: entered };
}
