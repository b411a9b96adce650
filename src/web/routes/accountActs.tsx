import { amendAccount } from '../../app/office/amendAccount.ts';
import { knownDivisions } from '../../app/office/knownDivisions.ts';
import { type StaffMember, staffOf } from '../../app/office/namedPeople.ts';
import { issuePasswordLink } from '../../app/office/passwordActs.ts';
import { unreachable } from '../../core/unreachable.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { type AccountActName, accountActs, accountPath, passwordPath } from '../accountPaths.ts';
import { answerPage } from '../answers.ts';
import { Failure } from '../failure.ts';
import { AccountActPage, type AccountActState } from '../pages/AccountActPage.tsx';
import { AccountChangePage } from '../pages/AccountChangePage.tsx';
import { asStaff, type Route, type StaffVisit } from '../route.ts';
import { inWords, readAccount } from './accounts.tsx';
import { passwordMistake } from './commands.tsx';

const asked = { view: 'administration' } as const;
const path = '/organs/:organ/staff/administration/accounts/:account/:act';

/** Where the administrator changes, closes and opens an account, and gives its person a link for a new password. */
export const accountActRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff(show) },
  { method: 'POST', path, asked, answer: asStaff(give) },
];

function show(visit: StaffVisit): Promise<Response> {
  const name = actOf(visit);
  return name === 'change' ? changePage(visit, null) : actPage(visit, name, nothingWrong);
}

/** The administrator's own password is asked for before an account is touched. */
function give(visit: StaffVisit): Promise<Response> {
  const name = actOf(visit);
  return name === 'change' ? change(visit) : act(visit, name);
}

type Mistakes = ReadonlyMap<string, string>;
const nothingWrong: AccountActState = { kind: 'ask', mistakes: new Map(), refusal: null };
const wrong = (name: string, mistake: string): Mistakes => new Map([[name, mistake]]);

async function memberOf({ c, parts, organ }: StaffVisit): Promise<StaffMember> {
  const staff = (await staffOf(parts, organ.id)) ?? [];
  const found = staff.find(({ account }) => account.login === c.req.param('account'));
  if (!found) throw new Failure('notFound');
  return found;
}

/** @param mistakes of what was written; null = nothing was, and the account stands as it is */
async function changePage(visit: StaffVisit, mistakes: Mistakes | null): Promise<Response> {
  const { c, parts, frame, organ, form } = visit;
  const member = await memberOf(visit);
  const divisions = await knownDivisions(parts, organ.id);
  const shown = {
    ...{ frame, organ, member, divisions },
    written: mistakes ? form : writtenOf(member),
    mistakes: mistakes ?? new Map<string, string>(),
    done: doneWords(c.req.query('done')),
  };
  return answerPage(c, <AccountChangePage {...shown} />, mistakes ? 422 : 200);
}

const writtenOf = ({ account }: StaffMember): URLSearchParams =>
  new URLSearchParams([
    ['name', account.name],
    ['division', account.division ?? ''],
    ...account.roles.map((role): [string, string] => ['roles', role]),
  ]);

function doneWords(done: string | undefined): string | null {
  if (done === 'change') return administrationWords.accountChanged;
  return done === 'close' || done === 'reopen' ? administrationWords.accountActs[done].done : null;
}

async function change(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ, staff } = visit;
  const { account } = await memberOf(visit);
  const { login: _, ...written } = readAccount(visit.form);
  const own = await passwordMistake(visit, 'ownPassword');
  if (own !== null) return changePage(visit, wrong('ownPassword', own));
  const result = await amendAccount(parts, staff.actor, account.person, { ...written, do: 'change' });
  switch (result.outcome) {
    case 'amended':
      return c.redirect(`${accountPath(organ.id, account, 'change')}?done=change`, 303);
    case 'invalid':
      return changePage(visit, inWords(result.mistakes));
    case 'refused':
      return changePage(visit, wrong('roles', administrationWords.accountRefusals[result.refusal]));
    default:
      return unreachable(result);
  }
}

const actOf = ({ c }: StaffVisit): AccountActName => {
  const found = accountActs.find((one) => one === c.req.param('act'));
  if (!found) throw new Failure('notFound');
  return found;
};

type Act = Exclude<AccountActName, 'change'>;

async function actPage(visit: StaffVisit, name: Act, state: AccountActState): Promise<Response> {
  const { c, frame, organ } = visit;
  const { account } = await memberOf(visit);
  const isWrong = state.kind === 'ask' && (state.refusal !== null || state.mistakes.size > 0);
  return answerPage(c, <AccountActPage {...{ frame, organ, account, state }} act={name} />, isWrong ? 422 : 200);
}

async function act(visit: StaffVisit, name: Act): Promise<Response> {
  const { c, parts, organ, staff } = visit;
  const { account } = await memberOf(visit);
  const own = await passwordMistake(visit, 'ownPassword');
  if (own !== null) return actPage(visit, name, { kind: 'ask', mistakes: wrong('ownPassword', own), refusal: null });
  if (name === 'link') return giveLink(visit, account);
  const result = await amendAccount(parts, staff.actor, account.person, { do: name });
  if (result.outcome === 'amended') return c.redirect(`${accountPath(organ.id, account, 'change')}?done=${name}`, 303);
  const refusal = administrationWords.accountRefusals[result.outcome === 'refused' ? result.refusal : 'unknown'];
  return actPage(visit, name, { kind: 'ask', mistakes: new Map(), refusal });
}

async function giveLink(visit: StaffVisit, account: StaffMember['account']): Promise<Response> {
  const { c, parts, organ, staff } = visit;
  const link = await issuePasswordLink(parts, staff.actor, account);
  if (!link) {
    const refusal = administrationWords.linkClosed;
    return actPage(visit, 'link', { kind: 'ask', mistakes: new Map(), refusal });
  }
  const address = `${parts.publicOrigin ?? new URL(c.req.url).origin}${passwordPath(organ.id)}/${link.token}`;
  return actPage(visit, 'link', { kind: 'link', address, endsAt: link.endsAt });
}
