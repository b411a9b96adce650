import type { Actor, Role } from '../../core/role.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { Parts } from '../parts.ts';
import type { Account, AccountChange, AccountDecision, Identity } from '../ports/identity.ts';
import { type AccountMistakes, changeMistakes } from './createAccount.ts';
import { staffOf } from './namedPeople.ts';

/** What an administrator does with an account that exists. */
export type AccountAct =
  | {
      readonly do: 'change';
      readonly name: string;
      readonly roles: readonly Role[];
      readonly division: string | null;
    }
  | { readonly do: 'close' }
  | { readonly do: 'reopen' };

/** Why an account stays as it is. */
export type AccountRefusal = 'unknown' | 'ownAccount' | 'lastAdministrator';
export type AmendedAccount =
  | { readonly outcome: 'amended'; readonly account: Account }
  | { readonly outcome: 'invalid'; readonly mistakes: AccountMistakes }
  | { readonly outcome: 'refused'; readonly refusal: AccountRefusal };

/** An act on an account, and all that its decision knows. */
interface Circumstances {
  readonly actor: Actor;
  readonly at: string;
  /** Those who have left: they can't sign in, whatever their accounts say. */
  readonly departed: readonly string[];
}

/**
 * Changes an account of the administrator's own organ, closes it or opens it again, with its entry in the audit log.
 * The organ always keeps somebody who can administer it, and nobody closes their own account. What an account has done
 * stays its person's: a creator who is given the role of a verifier still cannot verify the own creation.
 */
export async function amendAccount(
  parts: Pick<Parts, 'clock' | 'events'> & { readonly identity: Identity },
  actor: Actor,
  person: string,
  act: AccountAct,
): Promise<AmendedAccount> {
  const staff = (await staffOf(parts, actor.organ)) ?? [];
  const departed = staff.filter(({ departedOn }) => departedOn !== null).map(({ account }) => account.person);
  const circumstances = { actor, at: parts.clock.procedure(), departed };
  return parts.identity.amend(actor.organ, (accounts) => decide(person, act, accounts, circumstances));
}

function decide(
  person: string,
  act: AccountAct,
  accounts: readonly Account[],
  circumstances: Circumstances,
): AccountDecision<AmendedAccount> {
  const account = accounts.find((one) => one.person === person);
  if (!account) return stays({ outcome: 'refused', refusal: 'unknown' });
  if (act.do === 'change') {
    const mistakes = changeMistakes(act);
    if (mistakes.size > 0) return stays({ outcome: 'invalid', mistakes });
  }
  const change = changeOf(act, circumstances.at.slice(0, 10));
  const amended = { ...account, ...change };
  if (isSame(account, amended)) return stays({ outcome: 'amended', account });
  const refusal = refusalOf(amended, accounts, circumstances);
  if (refusal) return stays({ outcome: 'refused', refusal });
  const { actor, at } = circumstances;
  const entry = { act: auditAct[act.do], outcome: 'done', stream: null, facts: factsOf(account, amended) } as const;
  return { answer: { outcome: 'amended', account: amended }, amended: { person, change, act: { actor, at, entry } } };
}

const stays = (answer: AmendedAccount): AccountDecision<AmendedAccount> => ({ answer, amended: null });

const auditAct = { change: 'changeAccount', close: 'closeAccount', reopen: 'reopenAccount' } as const;

function changeOf(act: AccountAct, today: string): AccountChange {
  switch (act.do) {
    case 'change':
      return { name: act.name, roles: act.roles, division: act.division };
    case 'close':
      return { closedOn: today };
    case 'reopen':
      return { closedOn: null };
    default:
      return unreachable(act);
  }
}

/** Given twice it is done once: a closed account stays closed on its day. */
const isSame = (account: Account, amended: Account): boolean =>
  (account.closedOn === null) === (amended.closedOn === null) &&
  account.name === amended.name &&
  account.division === amended.division &&
  account.roles.join() === amended.roles.join();

function refusalOf(
  amended: Account,
  accounts: readonly Account[],
  { actor, departed }: Circumstances,
): AccountRefusal | null {
  if (amended.closedOn !== null && amended.person === actor.person) return 'ownAccount';
  const administers = ({ person, roles, closedOn }: Account): boolean =>
    roles.includes('administrator') && closedOn === null && !departed.includes(person);
  const after = accounts.map((one) => (one.person === amended.person ? amended : one));
  return after.some(administers) ? null : 'lastAdministrator';
}

/** Whose, with roles and division; of a name only that it changed. */
const factsOf = (before: Account, after: Account) => ({
  account: before.person,
  roles: after.roles,
  division: after.division,
  before: { roles: before.roles, division: before.division },
  nameChanged: before.name !== after.name,
});
