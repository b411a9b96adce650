import type { NewAccount } from '../../app/ports/identity.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { answerPage } from '../answers.ts';
import { readNewPassword } from '../forms/newPassword.ts';
import { organCards } from '../organCard.ts';
import { SetupPage, type SetupState } from '../pages/SetupPage.tsx';
import type { Route, Visit } from '../route.ts';

const path = '/setup/:token';

/** The one-time link with which the first administrator of an installation sets a password. */
export const setupRoutes: readonly Route[] = [
  { method: 'GET', path, asked: 'everyone', answer: (visit) => page(visit, { kind: 'form', mistakes: new Map() }) },
  { method: 'POST', path, asked: 'everyone', answer: setUp },
];

function page({ c, parts, frame, form }: Visit, state: SetupState): Response {
  const organs = organCards(parts.rules, parts.clock.procedure().slice(0, 10));
  const status = state.kind === 'used' ? 410 : state.kind === 'form' && state.mistakes.size > 0 ? 422 : 200;
  return answerPage(c, <SetupPage frame={frame} organs={organs} written={form} state={state} />, status);
}

async function setUp(visit: Visit): Promise<Response> {
  const { c, parts, form } = visit;
  const read = readAdministrator(visit);
  if ('mistakes' in read) return page(visit, { kind: 'form', mistakes: read.mistakes });
  const account = await parts.identity.redeemSetupToken(c.req.param('token') ?? '', read.administrator);
  return page(visit, account ? { kind: 'done', organ: form.get('organ') ?? '' } : { kind: 'used' });
}

type Read = { readonly administrator: NewAccount } | { readonly mistakes: ReadonlyMap<string, string> };

function readAdministrator({ parts, form }: Visit): Read {
  const text = (name: string) => (form.get(name) ?? '').normalize('NFKC').trim().slice(0, 200);
  const organ = parts.rules.organs.find((id) => id === form.get('organ'));
  const { password, mistakes: passwordMistakes } = readNewPassword(form);
  const mistakes = new Map<string, string>();
  if (!organ) mistakes.set('organ', administrationWords.organUnknown);
  if (text('login') === '') mistakes.set('login', staffWords.needed(staffWords.login));
  if (text('name') === '') mistakes.set('name', staffWords.needed(staffWords.accountName));
  for (const [field, mistake] of passwordMistakes) mistakes.set(field, mistake);
  if (!organ || mistakes.size > 0) return { mistakes };
  return {
    administrator: {
      organ,
      login: text('login'),
      name: text('name'),
      roles: ['administrator'],
      division: null,
      password,
    },
  };
}
