import type { Actor } from '../../core/role.ts';
import type { Parts } from '../parts.ts';
import type { Account, AuditedAct, Identity, PasswordLink } from '../ports/identity.ts';

type PasswordParts = Pick<Parts, 'clock'> & { readonly identity: Identity };

/** An act on the password of an account, for the audit log: whose, never the password or the link. */
const passwordAct = (act: string, { clock }: PasswordParts, actor: Actor, account: string): AuditedAct => ({
  actor,
  at: clock.procedure(),
  entry: { act, outcome: 'done', stream: null, facts: { account } },
});

/** The person's own new password; every other session of the person ends. False when the session has ended. */
export const changePassword = (
  parts: PasswordParts,
  { actor, account }: { readonly actor: Actor; readonly account: Account },
  token: string,
  password: string,
): Promise<boolean> =>
  parts.identity.changePassword(token, password, passwordAct('changePassword', parts, actor, account.person));

/** A one-time link for somebody who forgot the password; null when the account is closed. */
export const issuePasswordLink = (
  parts: PasswordParts,
  actor: Actor,
  { person }: Account,
): Promise<PasswordLink | null> =>
  parts.identity.issuePasswordLink(actor.organ, person, passwordAct('issuePasswordLink', parts, actor, person));

/** A new password by the link; null when the link does not live. */
export const redeemPasswordLink = (
  parts: PasswordParts,
  organ: Actor['organ'],
  token: string,
  password: string,
): Promise<Account | null> =>
  parts.identity.redeemPasswordLink(organ, token, password, ({ person, roles: [role = 'system'] }) =>
    passwordAct('redeemPasswordLink', parts, { person, role, organ }, person),
  );
