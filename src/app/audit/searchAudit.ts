import type { OrganId } from '../../core/role.ts';
import { type AggregateKind, aggregates } from '../aggregates.ts';
import { papersStream } from '../documents/papersStream.ts';
import { isStaff } from '../office/namedPeople.ts';
import type { Parts } from '../parts.ts';
import type { AuditLog, AuditQuery, ListedAct } from '../ports/auditLog.ts';
import type { Account } from '../ports/identity.ts';

/** What an auditor searches for; an empty text asks for nothing. Days are Japan's, `YYYY-MM-DD`. */
export interface AuditSearch {
  readonly person: string;
  readonly act: string;
  readonly from: string;
  readonly to: string;
  readonly stream: string;
}

/** An entry with the name of who acted; null = a person from outside, whom the auditor does not learn, or the system. */
export interface NamedAct extends ListedAct {
  readonly name: string | null;
}

export interface AuditParts {
  readonly identity: NonNullable<Parts['identity']>;
  readonly audit: AuditLog;
}

/** So many entries are read at once. */
const batch = 2_000;

/** A page of the entries that are searched for, the newest first, and how many there are. */
export async function searchAudit(
  { identity, audit }: AuditParts,
  organ: OrganId,
  search: AuditSearch,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly entries: readonly NamedAct[]; readonly total: number }> {
  const accounts = await identity.accounts(organ);
  const query = queryOf(search, accounts);
  const [found, total] = await Promise.all([audit.find(organ, query, page), audit.count(organ, query)]);
  return { entries: found.map(named(accounts)), total };
}

/** All entries that are searched for, the newest first. */
export async function* allOfAudit(
  { identity, audit }: AuditParts,
  organ: OrganId,
  search: AuditSearch,
): AsyncGenerator<readonly NamedAct[]> {
  const accounts = await identity.accounts(organ);
  const query = queryOf(search, accounts);
  for (let below: string | undefined; ; ) {
    const found = await audit.find(organ, { ...query, ...(below ? { below } : {}) }, { limit: batch, offset: 0 });
    yield found.map(named(accounts));
    below = found.at(-1)?.position;
    if (found.length < batch) return;
  }
}

function queryOf({ person, act, from, to, stream }: AuditSearch, accounts: readonly Account[]): AuditQuery {
  return {
    ...(person === '' ? {} : { people: peopleOf(person, accounts) }),
    ...(act === '' ? {} : { act }),
    ...(stream === '' ? {} : { streams: streamsOf(stream) }),
    ...(from === '' ? {} : { from: midnight(from) }),
    ...(to === '' ? {} : { before: new Date(midnight(to).getTime() + day) }),
  };
}

/** A case and its papers. */
const streamsOf = (id: string): readonly string[] => [
  id,
  ...Object.keys(aggregates).map((kind) => papersStream({ kind: kind as AggregateKind, id }).id),
];

const day = 24 * 60 * 60 * 1000;
const midnight = (date: string): Date => new Date(`${date}T00:00:00+09:00`);

/** Staff by name or login; anybody by the number that stands in the log. */
function peopleOf(text: string, accounts: readonly Account[]): readonly string[] {
  const meant = accounts.filter((account) => isStaff(account) && `${account.name} ${account.login}`.includes(text));
  return [text, ...meant.map(({ person }) => person)];
}

/** An account that an entry is about, by its name if it is of the staff. */
function withNames(facts: ListedAct['facts'], names: ReadonlyMap<string, string>): ListedAct['facts'] {
  const name = typeof facts.account === 'string' ? names.get(facts.account) : undefined;
  return name === undefined ? facts : { ...facts, account: name };
}

function named(accounts: readonly Account[]): (entry: ListedAct) => NamedAct {
  const names = new Map(accounts.filter(isStaff).map(({ person, name, login }) => [person, `${name}（${login}）`]));
  return (entry) => ({ ...entry, name: names.get(entry.actor.person) ?? null, facts: withNames(entry.facts, names) });
}
