import { type Actor, type Role, roles } from '../../core/role.ts';
import type { Parts } from '../parts.ts';
import { outsiders, viewers } from '../policy.ts';
import type { Account, Identity, NewAccount } from '../ports/identity.ts';
import { isStaff } from './namedPeople.ts';

/** The roles that an administrator can give: those with a page to come to. */
export const grantableRoles: readonly Role[] = roles.filter((role) =>
  [viewers.office, viewers.ownProposals].some((allowed: readonly Role[]) => allowed.includes(role)),
);

/** A login that every keyboard types alike: lower-case ASCII letters, digits, and `.` `_` `@` `-` after the first. */
const loginShape = /^[a-z0-9][a-z0-9._@-]{0,63}$/;

type AccountField = 'name' | 'login' | 'roles' | 'division';
/** What is wrong with an account that an administrator wants to make. */
type AccountMistake =
  | 'nameMissing'
  | 'loginMissing'
  | 'loginShape'
  | 'loginTaken'
  | 'rolesMissing'
  | 'rolesUnknown'
  | 'rolesMixed'
  | 'divisionMissing';
export type AccountMistakes = ReadonlyMap<AccountField, AccountMistake>;

/** An account of the administrator's own organ. */
export type WantedAccount = Omit<NewAccount, 'organ'>;

/** What is wrong with an account, but for a login that is taken. */
export const accountMistakes = ({ login, ...rest }: Omit<WantedAccount, 'password'>): AccountMistakes =>
  mistakesIn(rest, login === '' ? 'loginMissing' : loginShape.test(login) ? null : 'loginShape');

/** What is wrong with what an administrator can change of an account. */
export const changeMistakes = (changed: Changeable): AccountMistakes => mistakesIn(changed, null);

type Changeable = Pick<WantedAccount, 'name' | 'roles' | 'division'>;

/** In the order of the form. */
function mistakesIn({ name, roles, division }: Changeable, login: AccountMistake | null): AccountMistakes {
  const found: readonly (readonly [AccountField, AccountMistake | null])[] = [
    ['name', name.trim() === '' ? 'nameMissing' : null],
    ['login', login],
    ['roles', rolesMistake(roles)],
    ['division', roles.includes('responsibleDivision') && division === null ? 'divisionMissing' : null],
  ];
  return new Map(found.flatMap(([field, mistake]) => (mistake === null ? [] : [[field, mistake] as const])));
}

/** A person from outside is never of the staff, too: what the staff see of a case is not for its parties. */
function rolesMistake(given: readonly Role[]): AccountMistake | null {
  if (given.length === 0) return 'rolesMissing';
  if (given.some((role) => !grantableRoles.includes(role))) return 'rolesUnknown';
  return isStaff({ roles: given }) && given.some((role) => outsiders.includes(role)) ? 'rolesMixed' : null;
}

type CreatedAccount =
  | { readonly outcome: 'created'; readonly account: Account }
  | { readonly outcome: 'refused'; readonly mistakes: AccountMistakes };

/**
 * Makes an account in the organ of the administrator who acts, with its entry in the audit log: who made which
 * account, by its number, with which roles; never login, name or password. Given twice it is made once.
 */
export async function createAccount(
  { identity, clock }: Pick<Parts, 'clock'> & { readonly identity: Identity },
  actor: Actor,
  wanted: WantedAccount,
): Promise<CreatedAccount> {
  const mistakes = accountMistakes(wanted);
  if (mistakes.size > 0) return { outcome: 'refused', mistakes };
  const account = await identity.create({ ...wanted, organ: actor.organ }, ({ person, roles, division }) => {
    const facts = { account: person, roles, division };
    return {
      actor,
      at: clock.procedure(),
      entry: { act: 'createAccount', outcome: 'done', stream: null, facts },
    };
  });
  return account
    ? { outcome: 'created', account }
    : { outcome: 'refused', mistakes: new Map([['login', 'loginTaken']]) };
}
