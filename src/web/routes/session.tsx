import { accountOfToday } from '../../app/office/accountOfToday.ts';
import type { SignIn } from '../../app/ports/identity.ts';
import { unreachable } from '../../core/unreachable.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { answerPage } from '../answers.ts';
import { japanMoment } from '../components/momentWords.ts';
import { homeOf } from '../homeOf.ts';
import { SignInPage, type SignInProblem } from '../pages/SignInPage.tsx';
import { atOrgan, type OrganVisit, type Route } from '../route.ts';
import { endSession, keepSession, sessionToken } from '../session.ts';

/** Signing in to an organ and out of it. */
export const sessionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/organs/:organ/sign-in',
    asked: 'everyone',
    answer: atOrgan((visit) => signInPage(visit, '')),
  },
  { method: 'POST', path: '/organs/:organ/sign-in', asked: 'everyone', answer: atOrgan(signIn) },
  { method: 'POST', path: '/organs/:organ/sign-out', asked: 'everyone', answer: atOrgan(signOut) },
];

async function signInPage(visit: OrganVisit, login: string, problem: SignInProblem | null = null) {
  const { c, frame, organ, parts } = visit;
  const all = parts.demonstration ? await parts.identity.accounts(organ.id) : [];
  const accounts = all.filter(({ closedOn }) => closedOn === null);
  const demonstration = parts.demonstration && { accounts, password: parts.demonstration.password };
  const page = <SignInPage frame={frame} organ={organ} login={login} problem={problem} demonstration={demonstration} />;
  return answerPage(c, page, problem ? 422 : 200);
}

async function signIn(visit: OrganVisit): Promise<Response> {
  const { c, parts, organ, form } = visit;
  const login = (form.get('login') ?? '').normalize('NFKC').trim();
  const password = form.get('password') ?? '';
  if (login === '' || password === '') return signInPage(visit, login, { title: staffWords.signInEmpty, text: null });
  if (login.length > 200 || password.length > 1000) return signInPage(visit, '', problemOf({ outcome: 'refused' }));
  const answer = await parts.identity.signIn(organ.id, login, password);
  if (answer.outcome !== 'signedIn') return signInPage(visit, login, problemOf(answer));
  if ((await accountOfToday(parts, answer.account)) === null) {
    await parts.identity.signOut(answer.token);
    return signInPage(visit, login, { title: staffWords.signInDeparted, text: staffWords.signInDepartedNext });
  }
  keepSession(c, parts, answer.token);
  return c.redirect(homeOf(answer.account, organ.id), 303);
}

function problemOf(answer: Exclude<SignIn, { outcome: 'signedIn' }>): SignInProblem {
  switch (answer.outcome) {
    case 'refused':
      return { title: staffWords.signInRefused, text: staffWords.signInRefusedNext };
    case 'closed':
      return { title: staffWords.signInClosed, text: staffWords.signInClosedNext };
    case 'locked':
      return { title: staffWords.signInLocked, text: staffWords.signInLockedNext(japanMoment(answer.until)) };
    default:
      return unreachable(answer);
  }
}

async function signOut({ c, parts, organ }: OrganVisit): Promise<Response> {
  const token = sessionToken(c, parts);
  if (token) await parts.identity.signOut(token);
  endSession(c, parts);
  return c.redirect(`/organs/${organ.id}`, 303);
}
