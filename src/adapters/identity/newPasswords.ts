import type { Clock } from '../../app/ports/clock.ts';
import type { Account, AuditedAct, Identity } from '../../app/ports/identity.ts';
import type { AccountStore, KeptAccount } from './accountStore.ts';
import { passwordHash } from './passwordHash.ts';
import { digestOf, newToken } from './token.ts';

/** So long lives a link for a new password, in milliseconds. */
const linkLife = 24 * 60 * 60_000;

/** An account without what its person is known by. */
export const shown = ({ passwordHash: _, link: __, ...account }: KeptAccount): Account => account;

type NewPasswords = Pick<Identity, 'changePassword' | 'issuePasswordLink' | 'passwordLink' | 'redeemPasswordLink'>;

/** How a person gets another password: by their own session, or by a one-time link. */
export function newPasswords(store: AccountStore, clock: Clock): NewPasswords {
  const isLinkOf = (token: string, { link, closedOn }: KeptAccount): boolean =>
    closedOn === null && link !== null && link.digest.equals(digestOf(token)) && link.endsAt > clock.real();

  const passwordLink: Identity['passwordLink'] = async (organ, token) => {
    const found = (await store.accounts(organ)).find((account) => isLinkOf(token, account));
    return found ? shown(found) : null;
  };
  return {
    passwordLink,
    changePassword: (token, password, act) => changePassword(store, token, password, { ...act, now: clock.real() }),
    async issuePasswordLink(organ, person, act) {
      const now = clock.real();
      const [token, endsAt] = [newToken(), new Date(now.getTime() + linkLife)];
      return store.amend(organ, (accounts) => {
        if (!isOpen(accounts, person)) return { answer: null, amendment: null };
        const change = { link: { digest: digestOf(token), endsAt } };
        return { answer: { token, endsAt }, amendment: { person, change, ended: 'none', act: { ...act, now } } };
      });
    },
    async redeemPasswordLink(organ, token, password, actOf) {
      if (!(await passwordLink(organ, token))) return null;
      const change = { passwordHash: await passwordHash(password), link: null };
      const account = await store.amend(organ, (accounts) => {
        const found = accounts.find((one) => isLinkOf(token, one));
        if (!found) return { answer: null, amendment: null };
        const act = { ...actOf(shown(found)), now: clock.real() };
        return { answer: shown(found), amendment: { person: found.person, change, ended: 'all', act } };
      });
      if (account) await store.forgetAttempts(organ, account.login);
      return account;
    },
  };
}

const isOpen = (accounts: readonly Account[], wanted: string): boolean =>
  accounts.some(({ person, closedOn }) => person === wanted && closedOn === null);

async function changePassword(
  store: AccountStore,
  token: string,
  password: string,
  act: AuditedAct & { readonly now: Date },
): Promise<boolean> {
  const digest = digestOf(token);
  const account = (await store.session(digest))?.account;
  if (!account) return false;
  const { person, organ } = account;
  const change = { passwordHash: await passwordHash(password), link: null };
  return store.amend(organ, (accounts) =>
    isOpen(accounts, person)
      ? { answer: true, amendment: { person, change, ended: { but: digest }, act } }
      : { answer: false, amendment: null },
  );
}
