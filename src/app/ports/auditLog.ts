import type { OrganId } from '../../core/role.ts';
import type { EnteredAct, Link } from '../audit/chainEntry.ts';
import type { SignedCheckpoint } from '../audit/checkpoint.ts';

/** An entry as a list shows it. */
export interface ListedAct extends EnteredAct {
  /** Where it was entered; of all organs. */
  readonly position: string;
  /** Its number in the chain; null while it waits to be chained. */
  readonly number: number | null;
}

/** An entry as it stands now, with the place and the hashes that the sealer gave it. */
export interface KeptLink extends Link {
  readonly entry: EnteredAct;
  readonly previous: string;
}

export interface AuditQuery {
  /** Any of these people. */
  readonly people?: readonly string[];
  readonly act?: string;
  /** Any of these streams, by their ids. */
  readonly streams?: readonly string[];
  /** The real time: from this moment on. */
  readonly from?: Date;
  /** The real time: before this moment. */
  readonly before?: Date;
  /** Entered before the entry at this position. */
  readonly below?: string;
}

/** How far the log of an organ is chained and signed. */
export interface ChainStatus {
  /** Chained or not. */
  readonly entries: number;
  readonly head: Link;
  readonly checkpoint: SignedCheckpoint | null;
}

/** Reads the audit log of an organ, its chain and its checkpoints. */
export interface AuditLog {
  status(organ: OrganId): Promise<ChainStatus>;
  count(organ: OrganId, query: AuditQuery): Promise<number>;
  /** The newest first. */
  find(organ: OrganId, query: AuditQuery, page: { limit: number; offset: number }): Promise<readonly ListedAct[]>;
  /** In order, from the first to the one of this number. */
  chained(organ: OrganId, through: number): AsyncIterable<KeptLink>;
  /** In order, up to the one of this number. */
  checkpoints(organ: OrganId, through: number): AsyncIterable<SignedCheckpoint>;
  /** In the order in which they were entered: what is not chained up to this number. */
  unchained(organ: OrganId, through: number): AsyncIterable<EnteredAct>;
}

/** The audit log of a whole installation, to be read whether its server runs or not. */
export interface AuditSource {
  readonly log: AuditLog;
  organs(): Promise<readonly OrganId[]>;
  close(): Promise<void>;
}
