import type { EventStore } from '../app/ports/eventStore.ts';
import type { OrganId } from '../core/role.ts';
import type { CallStanding } from './pages/HomePage.tsx';
import type { CallCard } from './pages/OrganPage.tsx';

/** The calls that the public may know of on a day: those that are open and those to come. */
export async function callCards(_events: EventStore, _organ: OrganId, _today: string): Promise<readonly CallCard[]> {
  return [];
}

export const standingOf = (calls: readonly CallCard[]): CallStanding => {
  if (calls.some((call) => call.standing === 'open')) return 'open';
  return calls.length > 0 ? 'coming' : 'none';
};
