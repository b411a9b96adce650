import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Who entered an audit entry, as a column: under row-level security no index on an expression that looks into a JSON text
 * is used.
 */
export const auditPerson: Migration = {
  async up(db) {
    await sql`
      drop index audit_person;
      alter table audit_entry add column person code generated always as (actor ->> 'person') stored;
      create index audit_person on audit_entry (organ, person, position);`.execute(db);
  },
};
