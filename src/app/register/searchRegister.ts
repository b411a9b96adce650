import { type PublicEntry, publicEntry } from '../../core/register/publicEntry.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { OrganId } from '../../core/role.ts';
import { foldText } from '../../japan/foldText.ts';
import type { EventStore, StateRecord } from '../ports/eventStore.ts';
import { type RegisterMark, registerMarks } from './registerMarks.ts';

export interface RegisterSearch {
  /** What was typed: words with blanks between them, all of which must occur. */
  readonly text: string;
  readonly marks: readonly RegisterMark[];
  readonly limit?: number;
  readonly offset?: number;
}

/** An entry as the public sees it, with its id. */
export interface ListedEntry extends PublicEntry {
  readonly id: string;
}

/** The most words that a search looks for; further ones are left out. */
const mostWords = 10;

/** The published entries of an organ that hold all words and marks, in the order of their registration. */
export async function searchRegister(
  store: EventStore,
  organ: OrganId,
  { text, marks, limit, offset }: RegisterSearch,
): Promise<{ readonly entries: readonly ListedEntry[]; readonly total: number }> {
  const words = foldText(text).split(' ').filter(Boolean).slice(0, mostWords);
  const found = await store.states(organ, {
    kind: 'register',
    words: [...words, ...marks.map((mark) => registerMarks[mark])],
    where: { stage: 'published' },
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
  });
  return { entries: found.records.flatMap(listed), total: found.total };
}

function listed({ stream, state }: StateRecord): ListedEntry[] {
  const entry = publicEntry(state as RegisterState);
  return entry ? [{ id: stream.id, ...entry }] : [];
}
