import type { Draft, DraftOwner, DraftStore } from '../../app/ports/draftStore.ts';

const nameOf = ({ organ, person }: DraftOwner): string => `${organ}\n${person}`;

/** Drafts that live as long as the program. What goes in and comes out passes through JSON, as in the database. */
export function createMemoryDraftStore(): DraftStore {
  const owners = new Map<string, Map<string, Draft>>();
  const draftsOf = (owner: DraftOwner): Map<string, Draft> => {
    const drafts = owners.get(nameOf(owner)) ?? new Map<string, Draft>();
    owners.set(nameOf(owner), drafts);
    return drafts;
  };
  return {
    all: async (owner) =>
      [...draftsOf(owner).values()].toSorted((one, other) => other.savedAt.getTime() - one.savedAt.getTime()),
    find: async (owner, id) => draftsOf(owner).get(id) ?? null,
    async keep(owner, draft) {
      const drafts = draftsOf(owner);
      if ((drafts.get(draft.id)?.version ?? 0) !== draft.version - 1) return false;
      drafts.set(draft.id, { ...draft, content: JSON.parse(JSON.stringify(draft.content)) });
      return true;
    },
    async drop(owner, id) {
      draftsOf(owner).delete(id);
    },
  };
}
