import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { applicationRole } from '../applicationRole.ts';

/**
 * Drafts of filings, and the accounts that are a party to a case. A transaction that names a person sees that person's
 * drafts and cases alone; states of before are filled when the program writes them anew at its start.
 */
export const ownCases: Migration = {
  async up(db) {
    await sql`
      create table draft (
        organ code not null, person code not null references account, id code not null,
        version integer not null check (version > 0), content json not null, saved_at timestamptz not null,
        primary key (organ, person, id)
      );
      grant select, insert, update, delete on draft to ${sql.id(applicationRole)};
      alter table draft enable row level security;
      create policy own_draft on draft using (
        organ = current_setting('tokumei.organ', true) and person = current_setting('tokumei.person', true)
      );
      alter table state add column parties jsonb not null default '[]';
      create index state_parties on state using gin (parties jsonb_path_ops);
      create policy own_case on state as restrictive for select using (
        coalesce(current_setting('tokumei.person', true), '') = ''
        or parties @> jsonb_build_array(current_setting('tokumei.person', true))
      );`.execute(db);
  },
};
