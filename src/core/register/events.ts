import type { Event } from '../event.ts';
import type {
  Correction,
  CreatedData,
  DeletionGround,
  Desk,
  EntryContents,
  EntryDate,
  ExemptionGround,
  Omission,
  PersonCount,
  SolicitationTests,
} from './entry.ts';
import type { PreCheck, PreCheckPersonal } from './preCheck.ts';

export type RegisterEvent =
  | Event<
      'fileRegistered',
      { readonly contents: EntryContents; readonly entryDate: EntryDate; readonly persons: PersonCount | null }
    >
  | Event<'entryCorrected', Correction>
  | Event<'personsCounted', PersonCount>
  | Event<'partsOmitted', Omission>
  | Event<'entryWithheld', { readonly reason: string }>
  | Event<'fileExempted', { readonly ground: ExemptionGround; readonly reason: string }>
  | Event<'entryPublished', { readonly publishedOn: string }>
  | Event<'solicitationTested', { readonly tests: SolicitationTests }>
  | Event<'flaggedForSolicitation', { readonly desk: Desk }>
  | Event<'unflaggedForSolicitation', { readonly reason: string }>
  | Event<'preCheckRecorded', PreCheck, PreCheckPersonal>
  | Event<'createdDataRecorded', CreatedData>
  | Event<'entryMoved', { readonly to: string; readonly on: string }>
  /** An import that was taken back (its command, and why). */
  | Event<'registrationUndone', { readonly import: string; readonly reason: string }>
  | Event<'entryDeleted', { readonly ground: DeletionGround; readonly reason: string; readonly deletedOn: string }>;
