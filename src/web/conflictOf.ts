import type { StreamRef } from '../core/event.ts';
import type { ConflictProps } from './pages/ConflictNotice.tsx';
import type { StaffVisit } from './route.ts';

/** What happened in a case since the version that a form was made on, with the names of the organ's people. */
export async function conflictOf(
  { parts, organ }: StaffVisit,
  stream: StreamRef,
  since: number,
): Promise<ConflictProps & { readonly version: number }> {
  const [events, accounts] = await Promise.all([
    parts.events.read(organ.id, stream),
    parts.identity.accounts(organ.id),
  ]);
  return {
    events: events.filter(({ version }) => version > since),
    names: new Map(accounts.map(({ person, name }) => [person, name])),
    version: events.at(-1)?.version ?? 0,
  };
}
