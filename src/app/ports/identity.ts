import type { Actor, OrganId, Role } from '../../core/role.ts';
import type { AuditEntry } from './eventStore.ts';

/** A person who can sign in to one organ. */
export interface Account {
  readonly person: string;
  readonly organ: OrganId;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly division: string | null;
  /** Those whose offices the person holds today (代理); absent = nobody's. */
  readonly standsInFor?: readonly Account[];
}

export interface NewAccount {
  readonly organ: OrganId;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly division: string | null;
  readonly password: string;
}

/** Whose act an account comes from, by the procedure's time, and what the audit log says of it. */
export interface AuditedAct {
  readonly actor: Actor;
  readonly at: string;
  readonly entry: AuditEntry;
}

export type SignIn =
  | { readonly outcome: 'signedIn'; readonly token: string; readonly account: Account }
  /** Unknown login and wrong password are one answer. */
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'locked'; readonly until: Date };

/** Accounts and sessions of our own: argon2id passwords, 32 random bytes a session, of which only the SHA-256 is stored. */
export interface Identity {
  /** A new account, in one transaction with the entry of its act; null, and no entry, when the organ has the login. */
  create(account: NewAccount, act?: AuditedAct): Promise<Account | null>;
  signIn(organ: OrganId, login: string, password: string): Promise<SignIn>;
  /** The account of a living session, null otherwise. */
  session(token: string): Promise<Account | null>;
  signOut(token: string): Promise<void>;
  accounts(organ: OrganId): Promise<readonly Account[]>;
  /** A one-time link's token with which the first administrator sets a password; ends what was issued before. */
  issueSetupToken(): Promise<string>;
  /** Creates the administrator if the token is the living one, which ends it; null otherwise, or when the login is taken. */
  redeemSetupToken(token: string, administrator: NewAccount): Promise<Account | null>;
}
