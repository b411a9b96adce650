import type { OrganId } from '../core/role.ts';
import { aggregates, searchTextOf } from './aggregates.ts';
import type { Parts } from './parts.ts';
import { rebuildState } from './rebuildState.ts';

/**
 * Writes every state as its events make it with this program: a program of another version may have kept less, or
 * something else. What the events say stays as it is.
 * @returns how many states there are, and how many of them said something else
 */
export async function renewStates(parts: Pick<Parts, 'events'>, organs: readonly OrganId[]) {
  let [total, changed] = [0, 0];
  for (const organ of organs)
    for (const kind of Object.keys(aggregates) as (keyof typeof aggregates)[])
      for (const { stream, version, state: kept } of (await parts.events.states(organ, { kind })).records) {
        const state = await rebuildState(parts, organ, stream);
        const searchText = state === null ? undefined : searchTextOf(kind, state);
        await parts.events.renew(organ, { stream, version, state }, searchText);
        total += 1;
        if (JSON.stringify(state) !== JSON.stringify(kept)) changed += 1;
      }
  return { total, changed };
}
