import type { Event, StreamRef } from '../../core/event.ts';
import type { Actor, OrganId } from '../../core/role.ts';

/** An event as it is kept. Times of the procedure are Japan's local time; `recordedAt` is the real clock's, in UTC. */
export interface StoredEvent {
  readonly id: string;
  readonly organ: OrganId;
  readonly stream: StreamRef;
  /** 1 for the first event of a stream, without gaps. */
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  /** The personal data of the event; null when it never had any or when it was disposed of. */
  readonly personal: unknown;
  readonly at: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly commandId: string;
}

/** What happens to one stream in a commit. */
export interface StreamCommit {
  readonly stream: StreamRef;
  /** Version of the stream that the decision was made on; 0 = the stream does not exist yet. */
  readonly expectedVersion: number;
  /** At least one. */
  readonly events: readonly Event<string, unknown, unknown>[];
  /** The state after the events, kept for lists and searches; holds no personal data. */
  readonly state: unknown;
  /** Folded text that searches look in; absent = cannot be searched. */
  readonly searchText?: string;
}

export interface AuditEntry {
  /** What was done or read: the command or the view. */
  readonly act: string;
  readonly outcome: 'done' | 'refused' | 'read';
  readonly stream: StreamRef | null;
  /** Plain facts without personal data. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Work to be done later, queued in the transaction of the commit. The payload holds ids only. */
export interface Job {
  readonly task: string;
  readonly payload: Readonly<Record<string, string>>;
  /** A job of the same organ with the same key replaces one that has not begun. */
  readonly key?: string;
}

/** All that one acknowledged command does, or nothing of it. */
export interface Commit {
  readonly organ: OrganId;
  /** Idempotency key: the same command given twice is done once. */
  readonly commandId: string;
  readonly actor: Actor;
  readonly at: string;
  /** Each stream once. Of several that conflict, the answer names one. */
  readonly streams: readonly StreamCommit[];
  readonly audit: AuditEntry;
  readonly jobs: readonly Job[];
}

export type CommitResult =
  | { readonly outcome: 'committed'; readonly events: readonly StoredEvent[] }
  /** The same commandId was committed before, whatever it held; these are its events. */
  | { readonly outcome: 'repeated'; readonly events: readonly StoredEvent[] }
  | { readonly outcome: 'conflict'; readonly stream: StreamRef; readonly actualVersion: number };

/** A stream's state as it stands. */
export interface StateRecord {
  readonly stream: StreamRef;
  readonly version: number;
  readonly state: unknown;
}

export interface StateQuery {
  readonly kind: StreamRef['kind'];
  /** Folded search words that must all occur. */
  readonly words?: readonly string[];
  /** Top-level members of the state that must equal these values. */
  readonly where?: Readonly<Record<string, string | number | boolean>>;
  /** The account of a person from outside, who is a party to every case that is found. */
  readonly party?: string;
  readonly limit?: number;
  readonly offset?: number;
}

/** Append-only events with their personal records, states, audit entries and jobs: one transaction for each commit. */
export interface EventStore {
  commit(commit: Commit): Promise<CommitResult>;
  /** The events of a command that was committed earlier; null if there is none. */
  committed(organ: OrganId, commandId: string): Promise<readonly StoredEvent[] | null>;
  /** Events of a stream in order, upcast to the newest schema version; empty if there is no such stream. */
  read(organ: OrganId, stream: StreamRef): Promise<readonly StoredEvent[]>;
  state(organ: OrganId, stream: StreamRef): Promise<StateRecord | null>;
  /** States in the order of their first event, and how many match in all. */
  states(
    organ: OrganId,
    query: StateQuery,
  ): Promise<{ readonly records: readonly StateRecord[]; readonly total: number }>;
  /** Writes a state anew as its events make it now; nothing happens when the stream stands at another version. */
  renew(organ: OrganId, record: StateRecord, searchText: string | undefined): Promise<void>;
  /** Records a read of personal data or a refusal, outside of any commit. */
  audit(organ: OrganId, actor: Actor, at: string, entry: AuditEntry): Promise<void>;
  /** The next number of a series (`proposal:2025`), never given twice; gaps may occur. */
  nextNumber(organ: OrganId, series: string): Promise<number>;
}
