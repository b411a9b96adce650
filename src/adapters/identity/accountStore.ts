import type { Account, AuditedAct } from '../../app/ports/identity.ts';
import type { OrganId } from '../../core/role.ts';

/** An account with what its person is known by. */
export interface KeptAccount extends Account {
  readonly passwordHash: string;
  /** The one-time link with which the person may set a new password; null = there is none. */
  readonly link: { readonly digest: Buffer; readonly endsAt: Date } | null;
}

/** How often a sign-in under a login was tried since the last one that worked. */
export interface Attempts {
  readonly count: number;
  readonly lastAt: Date;
}

export interface Session {
  readonly account: Account;
  readonly beganAt: Date;
  readonly seenAt: Date;
}

/** An act with the real time at which the audit log gets it. */
export interface EnteredAct extends AuditedAct {
  readonly now: Date;
}

/** How an account changes, and which of its sessions end with it. */
export interface Amendment {
  readonly person: string;
  readonly change: Partial<Pick<KeptAccount, 'name' | 'roles' | 'division' | 'closedOn' | 'passwordHash' | 'link'>>;
  /** All but the one of the digest, where one is named. */
  readonly ended: 'none' | 'all' | { readonly but: Buffer };
  readonly act: EnteredAct;
}

/** Where accounts and sessions are kept. A session and a token are known by the SHA-256 of what the person holds. */
export interface AccountStore {
  /** Inserts the account and enters its act, both or neither; false when the organ has an account with this login. */
  insert(account: KeptAccount, act?: EnteredAct): Promise<boolean>;
  byLogin(organ: OrganId, login: string): Promise<KeptAccount | null>;
  accounts(organ: OrganId): Promise<readonly KeptAccount[]>;
  /** Decides on the accounts of the organ while nobody else changes them; account, sessions and entry change together. */
  amend<Answer>(
    organ: OrganId,
    decide: (accounts: readonly KeptAccount[]) => { readonly answer: Answer; readonly amendment: Amendment | null },
  ): Promise<Answer>;
  /**
   * Counts an attempt, in one step. Attempts before `forgottenBefore` no longer count; once `most` is passed neither the
   * count nor its time changes.
   */
  countAttempt(organ: OrganId, login: string, now: Date, forgottenBefore: Date, most: number): Promise<Attempts>;
  forgetAttempts(organ: OrganId, login: string): Promise<void>;
  /**
   * Begins a session and removes those of the person that began before `endedBefore`; false, and nothing, when the
   * account was closed or got another password since it was read.
   */
  beginSession(account: KeptAccount, digest: Buffer, now: Date, endedBefore: Date): Promise<boolean>;
  session(digest: Buffer): Promise<Session | null>;
  touchSession(digest: Buffer, now: Date): Promise<void>;
  endSession(digest: Buffer): Promise<void>;
  /** Replaces the token that was there. */
  keepSetupToken(digest: Buffer, endsAt: Date): Promise<void>;
  /** Ends the token and inserts the account, both or neither; false when the token does not live or the login is taken. */
  redeemSetupToken(digest: Buffer, now: Date, account: KeptAccount): Promise<boolean>;
}
