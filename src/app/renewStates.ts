import type { OrganId } from '../core/role.ts';
import { aggregates, searchTextOf } from './aggregates.ts';
import type { Parts } from './parts.ts';
import type { StateRecord } from './ports/eventStore.ts';
import { rebuildState } from './rebuildState.ts';

type Kind = keyof typeof aggregates;

/** States that are written at the same time: a database does several at once, and syncs them together. */
const together = 8;

/** Answers whether it said something else. */
async function renewState(
  parts: Pick<Parts, 'events'>,
  organ: OrganId,
  kind: Kind,
  { stream, version, state: kept }: StateRecord,
): Promise<boolean> {
  const state = await rebuildState(parts, organ, stream);
  const searchText = state === null ? undefined : searchTextOf(kind, state);
  await parts.events.renew(organ, { stream, version, state }, searchText);
  return JSON.stringify(state) !== JSON.stringify(kept);
}

/**
 * Writes every state as its events make it with this program: a program of another version may have kept less, or
 * something else. What the events say stays as it is.
 * @returns how many states there are, and how many of them said something else
 */
export async function renewStates(parts: Pick<Parts, 'events'>, organs: readonly OrganId[]) {
  let [total, changed] = [0, 0];
  for (const organ of organs)
    for (const kind of Object.keys(aggregates) as Kind[]) {
      const { records } = await parts.events.states(organ, { kind });
      total += records.length;
      for (let at = 0; at < records.length; at += together) {
        const some = records.slice(at, at + together).map((record) => renewState(parts, organ, kind, record));
        changed += (await Promise.all(some)).filter((isChanged) => isChanged).length;
      }
    }
  return { total, changed };
}
