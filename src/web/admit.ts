import type { Context } from 'hono';
import { accountOfToday } from '../app/office/accountOfToday.ts';
import type { Account } from '../app/ports/identity.ts';
import { actorFor } from './access.ts';
import { Failure } from './failure.ts';
import { frameOf } from './frame.ts';
import { type OrganCard, organCard } from './organCard.ts';
import type { WebParts } from './parts.ts';
import { readForm, type SentForm } from './readForm.ts';
import type { House, Route, Visit } from './route.ts';
import { sessionToken } from './session.ts';

/**
 * Lets a request through to its route: the organ exists, the policy agrees, the form can be read.
 * @throws Failure where not.
 */
export async function admit(c: Context, house: House, { method, asked, takesFiles = false }: Route): Promise<Visit> {
  const { parts, cache } = house;
  const organ = organOf(c, parts);
  const account = await accountAt(c, parts, organ);
  const frame = frameOf(parts, { path: c.req.path, organ, account });
  const staff = asked === 'everyone' ? null : staffOf(account, organ, asked);
  const { fields, files } = method === 'POST' ? await readForm(c, takesFiles) : nothingSent;
  return { c, parts, cache, frame, organ, staff, form: fields, files };
}

const nothingSent: SentForm = { fields: new URLSearchParams(), files: new Map() };

function organOf(c: Context, { rules, clock }: WebParts): OrganCard | null {
  const id = c.req.param('organ');
  if (id === undefined) return null;
  const organ = organCard(rules, id, clock.procedure().slice(0, 10));
  if (!organ) throw new Failure('notFound');
  return organ;
}

/** Who is signed in to this organ; a session of another organ counts for nothing here. */
export async function accountAt(c: Context, parts: WebParts, organ: OrganCard | null): Promise<Account | null> {
  const token = organ && sessionToken(c, parts);
  const account = token ? await parts.identity.session(token) : null;
  return account && account.organ === organ?.id ? accountOfToday(parts, account) : null;
}

function staffOf(account: Account | null, organ: OrganCard | null, asked: Exclude<Route['asked'], 'everyone'>) {
  if (!account || !organ) throw new Failure('signInNeeded');
  const actor = actorFor(account, organ.id, asked);
  if (!actor) throw new Failure('forbidden');
  return { account, actor };
}
