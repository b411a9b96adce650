import { changePassword, redeemPasswordLink } from '../../app/office/passwordActs.ts';
import { passwordWords } from '../../messages/passwordWords.ts';
import { passwordPath } from '../accountPaths.ts';
import { answerPage } from '../answers.ts';
import { Failure } from '../failure.ts';
import { readNewPassword } from '../forms/newPassword.ts';
import { homeOf } from '../homeOf.ts';
import { PasswordLinkPage, type PasswordLinkState, PasswordPage } from '../pages/PasswordPage.tsx';
import { asStaff, atOrgan, type OrganVisit, type Route, type StaffVisit } from '../route.ts';
import { sessionToken } from '../session.ts';
import { passwordMistake } from './commands.tsx';

const asked = { view: 'ownAccount' } as const;
const path = '/organs/:organ/password';

/** Where whoever can sign in sets another password: with the current one, or with an administrator's one-time link. */
export const passwordRoutes: readonly Route[] = [
  { method: 'GET', path, asked, answer: asStaff((visit) => ownPage(visit, new Map())) },
  { method: 'POST', path, asked, answer: asStaff(change) },
  { method: 'GET', path: `${path}/:token`, asked: 'everyone', answer: atOrgan(openLink) },
  { method: 'POST', path: `${path}/:token`, asked: 'everyone', answer: atOrgan(redeem) },
];

type Mistakes = ReadonlyMap<string, string>;

function ownPage({ c, frame, organ, staff }: StaffVisit, mistakes: Mistakes): Response {
  const shown = { frame, organ, mistakes, isDone: c.req.query('done') === '1', back: homeOf(staff.account, organ.id) };
  return answerPage(c, <PasswordPage {...shown} />, mistakes.size > 0 ? 422 : 200);
}

/** The current password is asked for last: nothing is tried with it while the new one has mistakes. */
async function change(visit: StaffVisit): Promise<Response> {
  const { c, parts, organ, staff, form } = visit;
  const { password, mistakes } = readNewPassword(form);
  if (mistakes.size > 0) return ownPage(visit, mistakes);
  const current = await passwordMistake(visit, 'current');
  if (current !== null) return ownPage(visit, new Map([['current', current]]));
  if (password.normalize('NFKC') === (form.get('current') ?? '').normalize('NFKC'))
    return ownPage(visit, new Map([['password', passwordWords.same]]));
  const token = sessionToken(c, parts);
  if (token === null || !(await changePassword(parts, staff, token, password))) throw new Failure('signInNeeded');
  return c.redirect(`${passwordPath(organ.id)}?done=1`, 303);
}

function linkPage({ c, frame, organ }: OrganVisit, state: PasswordLinkState): Response {
  const status = state.kind === 'used' ? 410 : state.kind === 'form' && state.mistakes.size > 0 ? 422 : 200;
  return answerPage(c, <PasswordLinkPage {...{ frame, organ, state }} />, status);
}

async function openLink(visit: OrganVisit, mistakes: Mistakes = new Map()): Promise<Response> {
  const { c, parts, organ } = visit;
  const account = await parts.identity.passwordLink(organ.id, c.req.param('token') ?? '');
  return linkPage(visit, account ? { kind: 'form', login: account.login, mistakes } : { kind: 'used' });
}

async function redeem(visit: OrganVisit): Promise<Response> {
  const { c, parts, organ, form } = visit;
  const { password, mistakes } = readNewPassword(form);
  if (mistakes.size > 0) return openLink(visit, mistakes);
  const account = await redeemPasswordLink(parts, organ.id, c.req.param('token') ?? '', password);
  return linkPage(visit, account ? { kind: 'done' } : { kind: 'used' });
}
