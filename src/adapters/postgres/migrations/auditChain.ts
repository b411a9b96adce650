import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { applicationRole } from '../applicationRole.ts';

/**
 * The chain of the audit log, organ by organ, and its signed checkpoints; the application can only insert. The indexes
 * of `audit_entry` are for the sealer (by transaction) and for the auditor's searches.
 */
export const auditChain: Migration = {
  async up(db) {
    await sql`
      create table audit_chain (
        organ code not null, number bigint not null check (number > 0),
        position bigint not null unique references audit_entry, previous bytea not null, hash bytea not null,
        primary key (organ, number)
      );
      create table audit_checkpoint (
        organ code not null, number bigint not null, line text not null,
        primary key (organ, number),
        foreign key (organ, number) references audit_chain
      );
      create index audit_transaction on audit_entry (organ, transaction);
      create index audit_person on audit_entry (organ, (actor ->> 'person'), position);
      create index audit_stream on audit_entry (organ, stream_id, position);
      grant select, insert on audit_chain, audit_checkpoint to ${sql.id(applicationRole)};`.execute(db);
    for (const table of ['audit_chain', 'audit_checkpoint'])
      await sql`
        alter table ${sql.table(table)} enable row level security;
        create policy own_organ on ${sql.table(table)} using (organ = current_setting('tokumei.organ', true))`.execute(
        db,
      );
  },
};
