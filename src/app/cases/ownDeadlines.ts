import { officeStream } from '../../core/office/office.ts';
import type { AnyState, CaseKind } from '../aggregates.ts';
import { loadCase } from '../loadCase.ts';
import { openDeadlines } from '../openDeadlines.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { type ListedCase, listedCase, maySee } from './searchCases.ts';

/** A dated deadline that a case waits for. */
export interface CaseDeadline {
  readonly listed: ListedCase;
  /** As `deadlinesOf` names it. */
  readonly name: string;
  readonly day: string;
}

/** The kinds of cases that have dated deadlines. */
const dated = ['call', 'proposal', 'release', 'leak'] as const satisfies readonly CaseKind[];

/** The deadlines that a case still waits for. */
export const deadlinesIn = ({ stream, state }: StateRecord): readonly CaseDeadline[] => {
  const kind = stream.kind as CaseKind;
  const listed = listedCase(kind, stream.id, state as AnyState);
  return Object.entries(openDeadlines(kind, state as AnyState)).map(([name, day]) => ({ listed, name, day }));
};

/** Who only looks on has no deadlines. */
const atWork = ({ standsInFor = [], ...account }: Account): Account => ({
  ...account,
  roles: account.roles.filter((role) => role !== 'auditor'),
  standsInFor: standsInFor.map(atWork),
});

/**
 * The open deadlines of a member of staff, by their days: of the cases that the person works on, which are those that the
 * person may see and that nobody else was named for.
 */
export async function ownDeadlines(
  { events }: Pick<Parts, 'events'>,
  account: Account,
): Promise<readonly CaseDeadline[]> {
  const working = atWork(account);
  const assignments = (await loadCase({ events }, account.organ, 'office', officeStream.id))?.assignments ?? [];
  const people = [account, ...(account.standsInFor ?? [])].map(({ person }) => person);
  const isOthers = ({ stream }: StateRecord): boolean =>
    assignments.some(({ kind, id, person }) => kind === stream.kind && id === stream.id && !people.includes(person));
  const found = await Promise.all(dated.map((kind) => events.states(account.organ, { kind })));
  return found
    .flatMap(({ records }) => records)
    .filter((record) => maySee(working, record) && !isOthers(record))
    .flatMap(deadlinesIn)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}
