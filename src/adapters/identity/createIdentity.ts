import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../../app/ports/clock.ts';
import type { Account, Identity, NewAccount, SignIn } from '../../app/ports/identity.ts';
import type { OrganId } from '../../core/role.ts';
import { isPlain } from '../plainText.ts';
import type { AccountStore, KeptAccount, Session } from './accountStore.ts';
import { hasPassword, passwordHash } from './passwordHash.ts';

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

const newToken = (): string => randomBytes(32).toString('base64url');
const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A session whose last request lies in the future ends too: the machine's clock was set back. */
function isLiving({ beganAt, seenAt }: Session, now: number): boolean {
  const [age, idle] = [now - beganAt.getTime(), now - seenAt.getTime()];
  return age < span.session && idle < span.idle && idle > -span.touch;
}

const withoutHash = ({ passwordHash: _, ...account }: KeptAccount): Account => account;

async function kept({ password, ...account }: NewAccount): Promise<KeptAccount> {
  return { ...account, person: randomUUID(), passwordHash: await passwordHash(password) };
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
    const account = withoutHash(found);
    await store.forgetAttempts(organ, login);
    const token = newToken();
    await store.beginSession(account, digestOf(token), clock.real(), before(span.session));
    return { outcome: 'signedIn', token, account };
  }

  return {
    async create(account, act) {
      const made = await kept(account);
      const isDone = await store.insert(made, act && { ...act, now: clock.real() });
      return isDone ? withoutHash(made) : null;
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
    accounts: (organ) => store.accounts(organ),
    async issueSetupToken() {
      const token = newToken();
      await store.keepSetupToken(digestOf(token), after(span.setupToken));
      return token;
    },
    async redeemSetupToken(token, administrator) {
      const made = await kept(administrator);
      const isDone = await store.redeemSetupToken(digestOf(token), clock.real(), made);
      return isDone ? withoutHash(made) : null;
    },
  };
}
