import type { OrganId } from '../core/role.ts';
import type { EventStore } from './ports/eventStore.ts';

/** An event store that knows how many commits of an organ went through it. */
export interface CountedEventStore extends EventStore {
  /** Grows with each commit of the organ; what was read before a commit is known to be older by it. */
  revision(organ: OrganId): number;
}

/**
 * Counts the commits of each organ, so that what everyone reads need not be made anew while nothing has changed. All
 * commits of an installation go through one program, which holds the lock of its database.
 */
export function countCommits(events: EventStore): CountedEventStore {
  const revisions = new Map<OrganId, number>();
  const revision = (organ: OrganId) => revisions.get(organ) ?? 0;
  return {
    ...events,
    revision,
    async commit(commit) {
      try {
        return await events.commit(commit);
      } finally {
        revisions.set(commit.organ, revision(commit.organ) + 1);
      }
    },
  };
}
