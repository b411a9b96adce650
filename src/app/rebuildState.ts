import { rebuild } from '../core/aggregate.ts';
import type { StreamRef } from '../core/event.ts';
import type { OrganId } from '../core/role.ts';
import { type AnyEvent, type AnyState, aggregates } from './aggregates.ts';
import type { Parts } from './parts.ts';

/** The state that a stream's stored events make; equal to the live state (projections rebuild from events). */
export async function rebuildState(
  { events }: Pick<Parts, 'events'>,
  organ: OrganId,
  stream: StreamRef,
): Promise<AnyState | null> {
  const { evolve } = aggregates[stream.kind as keyof typeof aggregates];
  return rebuild<AnyState, AnyEvent>(evolve, await events.read(organ, stream));
}
