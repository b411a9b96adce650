import { createHash } from 'node:crypto';
import type { Actor, OrganId } from '../../core/role.ts';
import type { AuditEntry } from '../ports/eventStore.ts';
import { canonicalJson } from './canonicalJson.ts';

/** An audit entry with who, when and by which command. It holds digests and references, never personal data. */
export interface EnteredAct extends AuditEntry {
  readonly organ: OrganId;
  readonly actor: Actor;
  /** Japan's local time of the procedure. */
  readonly at: string;
  /** The real time, in UTC. */
  readonly recordedAt: string;
  readonly commandId: string | null;
}

/** A place in the chain of an organ. */
export interface Link {
  /** 1 for the first entry, without gaps. */
  readonly number: number;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** What the first entry of every chain follows. */
export const beginning: Link = { number: 0, hash: '0'.repeat(64) };

/** An entry in its place. */
export interface ChainedEntry extends Link {
  /** What is hashed: the canonical JSON of the entry, its number and the hash of the one before. */
  readonly text: string;
}

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** The form of the texts that are hashed and signed. */
export const form = 1;

/** The text of an entry in its place. @param previous the hash of the entry before */
export function chainedText(
  { organ, actor, at, recordedAt, act, outcome, stream, facts, commandId }: EnteredAct,
  number: number,
  previous: string,
): string {
  const entry = { organ, actor, at, recordedAt, act, outcome, stream, facts, commandId };
  return canonicalJson({ form, number, previous, ...entry });
}

/** The entry after the head of its organ's chain. */
export function chainEntry(entry: EnteredAct, head: Link): ChainedEntry {
  const number = head.number + 1;
  const text = chainedText(entry, number, head.hash);
  return { number, text, hash: sha256(text) };
}
