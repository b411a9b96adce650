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
  /** The day, by the procedure's clock, on which an administrator closed the account; null = it is open. */
  readonly closedOn: string | null;
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

/** What an administrator can change of an account. */
export type AccountChange = Partial<Pick<Account, 'name' | 'roles' | 'division' | 'closedOn'>>;

/** An answer to whoever asked, and what becomes of an account with it; `amended` null = nothing does. */
export interface AccountDecision<Answer> {
  readonly answer: Answer;
  readonly amended: { readonly person: string; readonly change: AccountChange; readonly act: AuditedAct } | null;
}

/** A one-time link's token and until when it lives. */
export interface PasswordLink {
  readonly token: string;
  readonly endsAt: Date;
}

export type SignIn =
  | { readonly outcome: 'signedIn'; readonly token: string; readonly account: Account }
  /** The password is right, and the account is closed. */
  | { readonly outcome: 'closed' }
  /** Unknown login and wrong password are one answer. */
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'locked'; readonly until: Date };

/** Accounts and sessions of our own: argon2id passwords, 32 random bytes a session, of which only the SHA-256 is stored. */
export interface Identity {
  /** A new account, in one transaction with the entry of its act; null, and no entry, when the organ has the login. */
  create(account: NewAccount, actOf?: (made: Account) => AuditedAct): Promise<Account | null>;
  signIn(organ: OrganId, login: string, password: string): Promise<SignIn>;
  /** The account of a living session, null otherwise. */
  session(token: string): Promise<Account | null>;
  signOut(token: string): Promise<void>;
  /** Closed ones included. */
  accounts(organ: OrganId): Promise<readonly Account[]>;
  /**
   * Decides on the accounts as they stand, while nobody else changes them, and writes what was decided with the entry of
   * its act. What a person may do follows at once; of an account that is closed every session and link ends.
   */
  amend<Answer>(organ: OrganId, decide: (accounts: readonly Account[]) => AccountDecision<Answer>): Promise<Answer>;
  /** A person's new password: every session but that of the token ends. False when the session does not live. */
  changePassword(token: string, password: string, act: AuditedAct): Promise<boolean>;
  /** A link with which a person sets a new password, for a day; ends the one before. Null when no such account is open. */
  issuePasswordLink(organ: OrganId, person: string, act: AuditedAct): Promise<PasswordLink | null>;
  /** Whose living link it is; null otherwise. */
  passwordLink(organ: OrganId, token: string): Promise<Account | null>;
  /**
   * Sets the password once, ends every session of the person, and forgets the wrong passwords.
   * @param actOf the act of the person whose link it is
   * @returns null when the link does not live
   */
  redeemPasswordLink(
    organ: OrganId,
    token: string,
    password: string,
    actOf: (account: Account) => AuditedAct,
  ): Promise<Account | null>;
  /** A one-time link's token with which the first administrator sets a password; ends what was issued before. */
  issueSetupToken(): Promise<string>;
  /** Creates the administrator if the token is the living one, which ends it; null otherwise, or when the login is taken. */
  redeemSetupToken(token: string, administrator: NewAccount): Promise<Account | null>;
}
