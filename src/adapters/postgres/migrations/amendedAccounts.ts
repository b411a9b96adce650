import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { applicationRole } from '../applicationRole.ts';

/**
 * Accounts that change: name, roles, division and password, the day on which one was closed, and the one-time link with
 * which its person sets a new password. Login, organ and person never change, and no account is removed.
 */
export const amendedAccounts: Migration = {
  async up(db) {
    await sql`
      alter table account
        add column closed_on code, add column link_digest bytea unique, add column link_ends_at timestamptz,
        add check ((link_digest is null) = (link_ends_at is null));
      grant update (name, roles, division, password_hash, closed_on, link_digest, link_ends_at)
        on account to ${sql.id(applicationRole)};`.execute(db);
  },
};
