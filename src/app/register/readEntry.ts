import type { Correction, EntryContents } from '../../core/register/entry.ts';
import { publicEntry } from '../../core/register/publicEntry.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { EventStore } from '../ports/eventStore.ts';
import type { ListedEntry } from './searchRegister.ts';

/** A correction as the public sees it: the parts that are omitted (法75条3項) are not among its changes. */
export interface PublicCorrection {
  readonly correctedOn: string;
  readonly reason: string;
  readonly fields: readonly (keyof EntryContents)[];
}

export interface ReadEntry {
  readonly entry: ListedEntry;
  /** Newest first. */
  readonly corrections: readonly PublicCorrection[];
}

/** A published entry with the history of its corrections; null if the public may not know of it. */
export async function readEntry(store: EventStore, organ: OrganId, id: string): Promise<ReadEntry | null> {
  const record = await store.state(organ, { kind: 'register', id });
  const state = record?.state as RegisterState | undefined;
  const entry = state ? publicEntry(state) : null;
  if (!state || !entry) return null;
  const corrections = state.corrections.map((correction) => publicCorrection(correction, entry.omitted)).reverse();
  return { entry: { id, ...entry }, corrections };
}

const publicCorrection = (
  { correctedOn, reason, after }: Correction,
  omitted: readonly string[],
): PublicCorrection => ({
  correctedOn,
  reason,
  fields: (Object.keys(after) as (keyof EntryContents)[]).filter((field) => !omitted.includes(field)),
});
