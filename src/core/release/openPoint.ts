import type { GranularityId } from '../proposal/granularity.ts';

/** Something that the proposal and the source leave open, or that was decided against the wish. */
export type OpenPoint =
  /** A wanted item has no column of its name. */
  | { readonly point: 'itemNotInSource'; readonly item: string }
  /** A code that identifies or links is never published (規則62条2号, 3号); the column is dropped. */
  | { readonly point: 'codeDropped'; readonly column: string; readonly role: string }
  /** So many rows hold a value that the table of places or numbers does not know: the cell is left empty. */
  | { readonly point: 'unreadableHidden'; readonly column: string; readonly rows: number }
  /** The form says in words alone how detailed the item may be. */
  | { readonly point: 'granularityMissing'; readonly column: string; readonly detail: string | null }
  /** Nobody has said by which column the records of those who object are found (STP-11). */
  | { readonly point: 'objectorColumnMissing'; readonly column: string | null }
  /** The notification did not note what finds these third parties in the file. */
  | { readonly point: 'objectorKeyMissing'; readonly thirdParties: readonly number[] }
  /** Neither header nor values tell what the column is. */
  | { readonly point: 'roleUndecided'; readonly column: string }
  /** There is no sure way to make this column so detailed. */
  | {
      readonly point: 'treatmentUndecided';
      readonly column: string;
      readonly kind: string | null;
      readonly granularity: GranularityId;
    };

/** Whether someone has to decide; a code that is dropped and a value that is hidden are settled and only said. */
export const isUndecided = ({ point }: OpenPoint): boolean => point !== 'codeDropped' && point !== 'unreadableHidden';
