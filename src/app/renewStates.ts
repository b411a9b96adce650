import type { OrganId } from '../core/role.ts';
import { aggregates, searchTextOf } from './aggregates.ts';
import type { Parts } from './parts.ts';
import type { StateRecord } from './ports/eventStore.ts';
import { rebuildState } from './rebuildState.ts';

type Kind = keyof typeof aggregates;

/** States that are written at the same time: a database does several at once, and syncs them together. */
const together = 8;

/** States that are held at the same time. */
const held = 1_000;

/** The states of a kind, a few at a time; writing one anew does not move it. */
async function* pagesOf({ events }: Pick<Parts, 'events'>, organ: OrganId, kind: Kind) {
  for (let offset = 0; ; offset += held) {
    const { records } = await events.states(organ, { kind, limit: held, offset });
    for (let at = 0; at < records.length; at += together) yield records.slice(at, at + together);
    if (records.length < held) return;
  }
}

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
    for (const kind of Object.keys(aggregates) as Kind[])
      for await (const records of pagesOf(parts, organ, kind)) {
        const renewed = await Promise.all(records.map((record) => renewState(parts, organ, kind, record)));
        total += records.length;
        changed += renewed.filter((isChanged) => isChanged).length;
      }
  return { total, changed };
}
