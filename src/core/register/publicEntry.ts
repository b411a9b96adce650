import type { CreatedData, Desk, EntryContents } from './entry.ts';
import type { RegisterState } from './state.ts';

/** What the public sees of an entry. A part that is omitted (法75条3項) is null or left out of the list. */
export interface PublicEntry extends EntryContents {
  readonly entryDate: string;
  /** 提案の募集をする個人情報ファイルである旨. */
  readonly solicited: boolean;
  readonly solicitationDesk: Desk | null;
  readonly createdData: readonly CreatedData[];
  /** Names of the omitted parts, so that the entry says that it is not whole. */
  readonly omitted: readonly string[];
}

/** The public view of an entry; null when the public may not know of it. */
export function publicEntry(state: RegisterState): PublicEntry | null {
  if (state.stage !== 'published') return null;
  const { contents, omission } = state;
  const hidden = omission?.recordItems ?? [];
  const omits = (part: 'collectionMethod' | 'regularRecipients') => omission?.parts.includes(part) ?? false;
  return {
    ...contents,
    recordItems: contents.recordItems.filter((item) => !hidden.includes(item.name)),
    collectionMethod: omits('collectionMethod') ? null : contents.collectionMethod,
    regularRecipients: omits('regularRecipients') ? [] : contents.regularRecipients,
    entryDate: state.entryDate.on,
    solicited: state.flagged,
    solicitationDesk: state.flagged ? state.solicitationDesk : null,
    createdData: state.createdData,
    omitted: [...(omission?.parts ?? []), ...(hidden.length > 0 ? ['recordItems'] : [])],
  };
}
