import {
  type AccountMistakes,
  accountMistakes,
  createAccount,
  type WantedAccount,
} from '../../app/office/createAccount.ts';
import { knownDivisions } from '../../app/office/knownDivisions.ts';
import { roles } from '../../core/role.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { answerPage } from '../answers.ts';
import { readNewPassword } from '../forms/newPassword.ts';
import { AccountPage } from '../pages/AccountPage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';
import { passwordMistake } from './commands.tsx';

const asked = { view: 'administration' } as const;
const path = '/organs/:organ/staff/administration/accounts/new';

/** Where the administrator makes the accounts of the organ: its staff, and those who file online. */
export const accountRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff((visit) => page(visit, new Map())) },
  { method: 'POST', path, asked, answer: asStaff(create) },
];

type Mistakes = ReadonlyMap<string, string>;

async function page(visit: StaffVisit, mistakes: Mistakes): Promise<Response> {
  const { c, parts, frame, organ, form } = visit;
  const divisions = await knownDivisions(parts, organ.id);
  const status = mistakes.size > 0 ? 422 : 200;
  return answerPage(c, <AccountPage {...{ frame, organ, divisions, mistakes }} written={form} />, status);
}

/** The administrator's own password is asked for last: nothing is tried with it while the form has mistakes. */
async function create(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ, staff, form } = visit;
  const { password, mistakes } = readNewPassword(form);
  const wanted = { ...readAccount(form), password };
  const found = new Map([...inWords(accountMistakes(wanted)), ...mistakes]);
  if (found.size > 0) return page(visit, found);
  const own = await passwordMistake(visit, 'ownPassword');
  if (own !== null) return page(visit, new Map([['ownPassword', own]]));
  const result = await createAccount(parts, staff.actor, wanted);
  if (result.outcome === 'refused') return page(visit, inWords(result.mistakes));
  const made = encodeURIComponent(result.account.login);
  return c.redirect(`/organs/${organ.id}/staff/administration?made=${made}`, 303);
}

export const inWords = (mistakes: AccountMistakes): Mistakes =>
  new Map([...mistakes].map(([field, mistake]) => [field, administrationWords.accountMistakes[mistake]]));

/** The login as it is read at the sign-in; a name keeps its characters. */
export function readAccount(form: URLSearchParams): Omit<WantedAccount, 'password'> {
  const text = (name: string) => (form.get(name) ?? '').trim().slice(0, 200);
  return {
    name: text('name'),
    login: text('login').normalize('NFKC'),
    roles: roles.filter((role) => form.getAll('roles').includes(role)),
    division: text('division') || null,
  };
}
