import type { ColumnType, Generated } from 'kysely';
import type { AuditEntry } from '../../app/ports/eventStore.ts';
import type { StreamKind } from '../../core/event.ts';
import type { Actor, OrganId, Role } from '../../core/role.ts';

/** Written as JSON text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>;
/** `bigint` columns come as text. */
type Position = ColumnType<string, never, never>;

interface EventTable {
  position: Position;
  id: string;
  organ: OrganId;
  stream_kind: StreamKind;
  stream_id: string;
  version: number;
  type: string;
  schema_version: number;
  data: Json<unknown>;
  personal_record: string | null;
  personal_digest: Buffer | null;
  at: string;
  recorded_at: Date;
  actor: Json<Actor>;
  command_id: string;
}

interface StateTable {
  position: Position;
  organ: OrganId;
  stream_kind: StreamKind;
  stream_id: string;
  version: number;
  content: Json<unknown>;
  members: Json<unknown>;
  search_text: string | null;
  parties: Json<readonly string[]>;
}

export interface AuditEntryTable {
  position: Position;
  /** The transaction that entered it. */
  transaction: Position;
  organ: OrganId;
  at: string;
  recorded_at: Date;
  actor: Json<Actor>;
  /** Of the actor; the database makes it. */
  person: ColumnType<string | null, never, never>;
  act: string;
  outcome: AuditEntry['outcome'];
  stream_kind: StreamKind | null;
  stream_id: string | null;
  facts: Json<AuditEntry['facts']>;
  command_id: string | null;
}

interface AuditChainTable {
  organ: OrganId;
  number: ColumnType<string, number, never>;
  /** Of the entry. */
  position: ColumnType<string, string, never>;
  previous: Buffer;
  hash: Buffer;
}

/** The tables of the database, as the migrations make them. */
export interface Tables {
  command: { organ: OrganId; command_id: string; recorded_at: Date };
  event: EventTable;
  personal_record: { id: string; organ: OrganId; salt: Buffer; content: Json<unknown> };
  state: StateTable;
  audit_entry: AuditEntryTable;
  audit_chain: AuditChainTable;
  audit_checkpoint: { organ: OrganId; number: ColumnType<string, number, never>; line: string };
  series: { organ: OrganId; name: string; value: ColumnType<string, number, number> };
  account: {
    person: string;
    organ: OrganId;
    login: string;
    name: string;
    roles: Json<readonly Role[]>;
    division: string | null;
    password_hash: string;
    closed_on: ColumnType<string | null, string | null | undefined, string | null>;
    link_digest: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
    link_ends_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  draft: {
    organ: OrganId;
    person: string;
    id: string;
    version: number;
    content: Json<unknown>;
    saved_at: Date;
  };
  session: { digest: Buffer; organ: OrganId; person: string; began_at: Date; seen_at: Date };
  sign_in_attempt: { organ: OrganId; login: string; count: number; last_at: Date };
  setup_token: { single: Generated<boolean>; digest: Buffer; ends_at: Date };
  installation: { single: Generated<boolean>; mode: 'demonstration' | 'production'; began_at: Date };
  seeding: { name: string; done_at: Date };
  procedure_clock: { single: Generated<boolean>; ahead_ms: ColumnType<string, number, number> };
}
