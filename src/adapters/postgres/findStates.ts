import { type SelectQueryBuilder, sql } from 'kysely';
import type { EventStore, StateQuery } from '../../app/ports/eventStore.ts';
import type { OrganId } from '../../core/role.ts';
import { plainText } from '../plainText.ts';
import { stateMembers } from '../stateMembers.ts';
import type { Open } from './inOrgan.ts';
import type { Tables } from './tables.ts';

const likePattern = (word: string): string => `%${plainText(word).replace(/[\\%_]/g, '\\$&')}%`;

type StateSelection<Row> = SelectQueryBuilder<Tables, 'state', Row>;

function restrict<Row>(selection: StateSelection<Row>, organ: OrganId, query: StateQuery): StateSelection<Row> {
  const ofKind = selection.where('organ', '=', organ).where('stream_kind', '=', query.kind);
  const withMembers = query.where
    ? ofKind.where(sql<boolean>`members @> ${JSON.stringify(query.where)}::jsonb`)
    : ofKind;
  const ofParty =
    query.party === undefined
      ? withMembers
      : withMembers.where(sql<boolean>`parties @> ${JSON.stringify([query.party])}::jsonb`);
  return (query.words ?? []).reduce((all, word) => all.where('search_text', 'like', likePattern(word)), ofParty);
}

/** A page of the states that a query asks for, and how many there are in all. */
export async function findStates(open: Open, organ: OrganId, query: StateQuery): ReturnType<EventStore['states']> {
  const asked = stateMembers(query.where ?? {});
  if (Object.keys(asked).length < Object.keys(query.where ?? {}).length) return { records: [], total: 0 };
  const count = restrict(open.selectFrom('state').select(sql<string>`count(*)`.as('total')), organ, query);
  const page = restrict(open.selectFrom('state').select(['stream_id', 'version', 'content']), organ, query)
    .orderBy('position')
    .offset(query.offset ?? 0);
  const rows = await (query.limit === undefined ? page : page.limit(query.limit)).execute();
  const { total } = await count.executeTakeFirstOrThrow();
  return {
    total: Number(total),
    records: rows.map((row) => ({
      stream: { kind: query.kind, id: row.stream_id },
      version: row.version,
      state: row.content,
    })),
  };
}
