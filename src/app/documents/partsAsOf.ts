import { rebuild } from '../../core/aggregate.ts';
import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import { type AnyEvent, type AnyState, aggregates } from '../aggregates.ts';
import type { Parts } from '../parts.ts';
import type { StoredEvent } from '../ports/eventStore.ts';

/** The system with the case of an event as the event left it: a paper tells nothing that came later, whenever it is made. */
export function partsAsOf(parts: Parts, { stream, version }: StoredEvent): Parts {
  const isCase = ({ kind, id }: StreamRef) => kind === stream.kind && id === stream.id;
  const read = async (organ: OrganId, asked: StreamRef) => {
    const events = await parts.events.read(organ, asked);
    return isCase(asked) ? events.filter((event) => event.version <= version) : events;
  };
  const state = async (organ: OrganId, asked: StreamRef) => {
    const { evolve } = aggregates[stream.kind as keyof typeof aggregates];
    const record = await parts.events.state(organ, asked);
    if (record === null || !isCase(asked) || record.version <= version) return record;
    return { stream, version, state: rebuild<AnyState, AnyEvent>(evolve, await read(organ, asked)) };
  };
  return { ...parts, events: { ...parts.events, read, state } };
}
