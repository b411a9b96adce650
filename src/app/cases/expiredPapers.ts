import type { PapersState } from '../../core/papers/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { AnyState, CaseKind } from '../aggregates.ts';
import { papersStream } from '../documents/papersStream.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import { retentionOf } from './retention.ts';
import { rulesOf } from './rulesOf.ts';

/** A case whose papers were kept as long as the organ's rules say (REC-12). Days are `YYYY-MM-DD`. */
export interface ExpiredPapers {
  readonly kind: CaseKind;
  readonly id: string;
  readonly papers: number;
  readonly endedOn: string;
  readonly through: string;
}

/** Kinds of cases that end and have a period of keeping. */
const kinds = ['proposal', 'release', 'complaint'] as const satisfies readonly CaseKind[];

/** The cases with papers whose keeping is over, the longest ago first: what is to be disposed of. */
export async function expiredPapers(parts: Parts, organ: OrganId): Promise<readonly ExpiredPapers[]> {
  const { records: kept } = await parts.events.states(organ, { kind: 'papers' });
  const counts = new Map(kept.map(({ stream, state }) => [stream.id, (state as PapersState).papers.length]));
  const found = await Promise.all(kinds.map((kind) => parts.events.states(organ, { kind })));
  return found
    .flatMap(({ records }) => records.flatMap((record) => expiredOf(parts, organ, record, counts)))
    .toSorted((one, other) => one.through.localeCompare(other.through));
}

function expiredOf(
  parts: Parts,
  organ: OrganId,
  { stream, state }: StateRecord,
  counts: ReadonlyMap<string, number>,
): readonly ExpiredPapers[] {
  const kind = stream.kind as CaseKind;
  const rules = rulesOf(parts, organ, null);
  const papers = counts.get(papersStream(stream).id) ?? 0;
  if (rules === null || papers === 0) return [];
  const { endedOn, through } = retentionOf(rules, kind, state as AnyState);
  const today = parts.clock.procedure().slice(0, 10);
  return endedOn !== null && through !== null && through < today
    ? [{ kind, id: stream.id, papers, endedOn, through }]
    : [];
}
