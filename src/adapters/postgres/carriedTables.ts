import { type Client, escapeIdentifier } from 'pg';

/** A table that a backup carries, as the database's own catalog describes it. */
export interface CarriedTable {
  readonly name: string;
  /** Every column that is written, in the order of the table. */
  readonly columns: readonly string[];
  /** The primary key, by which rows are put in order. */
  readonly key: readonly { readonly name: string; readonly isText: boolean }[];
  /** Column → the sequence that numbers it. */
  readonly sequences: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
}

/**
 * Tables that no backup carries, each with its reason. Every other table of the schema is carried: what a later
 * migration adds needs no word here.
 */
export const leftOut: Readonly<Record<string, string>> = {
  kysely_migration: 'the manifest names the schema',
  kysely_migration_lock: 'the manifest names the schema',
  session: 'who was signed in signs in again',
  sign_in_attempt: 'counts of minutes',
  setup_token: 'a link that was not used is made anew by `tokumei init --production`',
};

const catalog = `
  select c.relname as name,
    (select json_agg(a.attname order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select coalesce(json_agg(json_build_object('name', a.attname, 'isText', a.attcollation <> 0)
        order by array_position(i.indkey::int2[], a.attnum)), '[]')
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[])
      where i.indrelid = c.oid and i.indisprimary) as key,
    (select coalesce(json_object_agg(a.attname, s.sequence), '{}')
      from pg_attribute a, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as s (sequence)
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and s.sequence is not null) as sequences,
    (select coalesce(json_agg(distinct p.relname), '[]')
      from pg_constraint f join pg_class p on p.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname collate "C"`;

/** Tables, those first to which others point. @throws Error when they point in a circle */
function inOrder(tables: readonly CarriedTable[]): readonly CarriedTable[] {
  const [ordered, placed]: [CarriedTable[], Set<string>] = [[], new Set()];
  const names = new Set(tables.map(({ name }) => name));
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name, parents }) => !placed.has(name) && parents.every((parent) => placed.has(parent) || !names.has(parent)),
    );
    if (!next) throw new Error(`tables point to each other in a circle: ${[...names].join(', ')}`);
    ordered.push(next);
    placed.add(next.name);
  }
  return ordered;
}

/** Every table that a backup carries, in the order in which they can be filled. */
export async function carriedTables(client: Client): Promise<readonly CarriedTable[]> {
  const { rows } = await client.query<CarriedTable>(catalog);
  return inOrder(rows.filter(({ name }) => !Object.hasOwn(leftOut, name)));
}

const columnList = ({ columns }: CarriedTable): string => columns.map(escapeIdentifier).join(', ');

/** The statement that gives a table's rows in the order of its key. @throws Error when it has none */
export function copyOutText(table: CarriedTable): string {
  if (table.key.length === 0) throw new Error(`the table ${table.name} has no primary key`);
  const order = table.key.map(({ name, isText }) => `${escapeIdentifier(name)}${isText ? ' collate "C"' : ''}`);
  return `copy (select ${columnList(table)} from ${escapeIdentifier(table.name)} order by ${order.join(', ')}) to stdout`;
}

/** The statement that takes what the other one gave. */
export const copyInText = (table: CarriedTable): string =>
  `copy ${escapeIdentifier(table.name)} (${columnList(table)}) from stdin`;

/**
 * The form of texts that say a value exactly, whatever the server's settings; a policy that would hide rows from us is
 * an error. Holds for the open transaction.
 */
export const exactTexts = `
  set local client_encoding = 'UTF8'; set local datestyle = 'ISO, YMD'; set local timezone = 'UTC';
  set local intervalstyle = 'iso_8601'; set local extra_float_digits = 3; set local bytea_output = 'hex';
  set local row_security = off; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;`;

/** Where a table's sequences stand, by their columns: no row that the open snapshot sees has a higher number. */
export async function sequenceStands(client: Client, { sequences }: CarriedTable) {
  const stands: Record<string, { readonly last: string; readonly called: boolean }> = {};
  for (const [column, sequence] of Object.entries(sequences)) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${sequence}`,
    );
    if (rows[0]) stands[column] = rows[0];
  }
  return stands;
}

/**
 * Jobs that wait, as the program queued them. The worker's own tables belong to its version: what it noted of tries and
 * locks is left out, and a restored job begins anew, which does no harm.
 */
export const queuedJobs = {
  name: 'queued_job',
  shape: { columns: ['task', 'payload', 'key'], sequences: {} },
  copyOut: `copy (select t.identifier, j.payload, j.key from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id order by j.id) to stdout`,
  prepare: `create temporary table queued_job
    (number integer generated always as identity, task text not null, payload json, key text) on commit drop`,
  copyIn: 'copy pg_temp.queued_job (task, payload, key) from stdin',
  queue: 'select queue_job(task, payload, key) from (select * from pg_temp.queued_job order by number) as job',
} as const;
