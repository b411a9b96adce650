import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { applicationRole } from '../applicationRole.ts';

/**
 * Events with what belongs to them. `json` keeps the text as it was given, to the byte; ids and codes compare by their
 * bytes (domain `code`), so that no index depends on the version of a language library.
 */
const tables = sql`
  create extension if not exists pg_trgm;
  create domain code as text collate "C";

  create table command (
    organ code, command_id code, recorded_at timestamptz not null,
    primary key (organ, command_id)
  );
  create table event (
    position bigint generated always as identity primary key,
    id uuid not null unique,
    organ code not null, stream_kind code not null, stream_id code not null,
    version integer not null check (version > 0),
    type code not null, schema_version integer not null, data json not null,
    personal_record uuid, personal_digest bytea,
    at code not null, recorded_at timestamptz not null, actor json not null, command_id code not null,
    check ((personal_record is null) = (personal_digest is null)),
    unique (organ, stream_kind, stream_id, version),
    foreign key (organ, command_id) references command
  );
  create index event_command on event (organ, command_id);
  create table personal_record (
    id uuid primary key, organ code not null, salt bytea not null, content json not null
  );
  create table state (
    position bigint generated always as identity,
    organ code, stream_kind code, stream_id code,
    version integer not null, content json not null, members jsonb not null, search_text text,
    primary key (organ, stream_kind, stream_id)
  );
  create index state_order on state (organ, stream_kind, position);
  create index state_members on state using gin (members jsonb_path_ops);
  create index state_search on state using gin (search_text gin_trgm_ops);
  create table audit_entry (
    position bigint generated always as identity primary key,
    transaction xid8 not null default pg_current_xact_id(),
    organ code not null, at code not null, recorded_at timestamptz not null, actor json not null,
    act code not null, outcome code not null, stream_kind code, stream_id code, facts json not null, command_id code
  );
  create index audit_organ on audit_entry (organ, position);
  create table series (
    organ code, name code, value bigint not null,
    primary key (organ, name)
  );`;

const people = sql`
  create table account (
    person code primary key, organ code not null, login code not null, name text not null,
    roles json not null, division code, password_hash code not null,
    unique (organ, login)
  );
  create table session (
    digest bytea primary key, organ code not null, person code not null references account,
    began_at timestamptz not null, seen_at timestamptz not null
  );
  create index session_person on session (person);
  create function organ_of_session(wanted bytea) returns code
    language sql stable security definer set search_path = public, pg_temp as
    $$ select organ from session where digest = wanted $$;
  revoke all on function organ_of_session from public;
  create table sign_in_attempt (
    organ code, login code, count integer not null, last_at timestamptz not null,
    primary key (organ, login)
  );
  create table setup_token (
    single boolean primary key default true check (single), digest bytea not null, ends_at timestamptz not null
  );`;

const installation = sql`
  create table installation (
    single boolean primary key default true check (single),
    mode code not null check (mode in ('demonstration', 'production')), began_at timestamptz not null
  );
  create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'the mode of an installation never changes'; end $$;
  create trigger installation_is_fixed before update or delete or truncate on installation
    for each statement execute function refuse_change();
  create table seeding (name code primary key, done_at timestamptz not null);
  create table procedure_clock (
    single boolean primary key default true check (single), ahead_ms bigint not null
  );`;

/** Jobs are queued through a function of the owner: the application has no right on the worker's own tables. */
const queue = sql`
  create function queue_job(task text, payload json, job_key text) returns void
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
    $$ begin perform graphile_worker.add_job(task, payload, job_key := job_key); end $$;
  revoke all on function queue_job from public;`;

const rights = sql`
  do $$ begin
    if not exists (select from pg_roles where rolname = ${sql.lit(applicationRole)}) then
      create role ${sql.id(applicationRole)} nologin;
      grant ${sql.id(applicationRole)} to current_user;
    elsif not pg_has_role(current_user, ${sql.lit(applicationRole)}, 'member') then
      grant ${sql.id(applicationRole)} to current_user;
    end if;
  end $$;
  grant usage on schema public to ${sql.id(applicationRole)};
  grant select, insert on command, event, audit_entry, seeding to ${sql.id(applicationRole)};
  grant select, insert, delete on personal_record to ${sql.id(applicationRole)};
  grant select, insert, update on state, series, procedure_clock to ${sql.id(applicationRole)};
  grant select, insert on account to ${sql.id(applicationRole)};
  grant select, insert, update, delete on session, sign_in_attempt, setup_token to ${sql.id(applicationRole)};
  grant select on installation to ${sql.id(applicationRole)};
  grant execute on function queue_job, organ_of_session to ${sql.id(applicationRole)};`;

/**
 * The planner may use the indexes of searches before it applies an organ's policy: these two functions say nothing of a
 * row but whether it matches. Only a superuser may declare it; without it a search reads all rows of its organ.
 */
const indexedSearch = sql`
  do $$ begin
    alter function pg_catalog.textlike(text, text) leakproof;
    alter function pg_catalog.jsonb_contains(jsonb, jsonb) leakproof;
  exception when insufficient_privilege then null;
  end $$;`;

/** Tables whose rows belong to an organ; the application sees and writes those of the organ that its transaction names. */
const ofOrgans = [
  'command',
  'event',
  'personal_record',
  'state',
  'audit_entry',
  'series',
  'account',
  'session',
  'sign_in_attempt',
];

export const records: Migration = {
  async up(db) {
    for (const part of [tables, people, installation, queue, rights, indexedSearch]) await part.execute(db);
    for (const table of ofOrgans)
      await sql`
        alter table ${sql.table(table)} enable row level security;
        create policy own_organ on ${sql.table(table)} using (organ = current_setting('tokumei.organ', true))`.execute(
        db,
      );
  },
};
