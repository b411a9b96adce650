import { rebuild } from '../../core/aggregate.ts';
import type { StreamRef } from '../../core/event.ts';
import type { OrganId } from '../../core/role.ts';
import { type AnyEvent, type AnyState, aggregates } from '../aggregates.ts';
import type { Parts } from '../parts.ts';
import type { StoredEvent } from '../ports/eventStore.ts';

/**
 * The system with the case of an event as the event left it: a paper tells nothing that came later, whenever it is made.
 * Only what the same command wrote after it can be read too: the record of its 施行, with the 文書番号.
 * @param events of the case, oldest first
 */
export function partsAsOf(
  parts: Parts,
  { stream, version, commandId }: StoredEvent,
  events: readonly StoredEvent[],
): Parts {
  const isCase = ({ kind, id }: StreamRef) => kind === stream.kind && id === stream.id;
  const until = events.filter((event) => event.version <= version);
  const ofCommand = events.filter((event) => event.version > version && event.commandId === commandId);
  const { evolve } = aggregates[stream.kind as keyof typeof aggregates];
  const record = { stream, version, state: rebuild<AnyState, AnyEvent>(evolve, until) };
  return {
    ...parts,
    events: {
      ...parts.events,
      read: async (organ: OrganId, asked: StreamRef) =>
        isCase(asked) ? [...until, ...ofCommand] : parts.events.read(organ, asked),
      state: async (organ: OrganId, asked: StreamRef) => (isCase(asked) ? record : parts.events.state(organ, asked)),
    },
  };
}
