import type {
  DeletionGround,
  Desk,
  EntryContents,
  EntryDate,
  ExemptionGround,
  Omission,
  PersonCount,
  SolicitationTests,
} from './entry.ts';
import type { RecordPreCheck } from './preCheck.ts';

/** ファイル簿への記載: a file is written into the register, not yet public. */
export interface RegisterFile {
  readonly do: 'registerFile';
  readonly contents: EntryContents;
  readonly entryDate: EntryDate;
  readonly persons: PersonCount | null;
}

/** 修正: what changed, from which day, and why. */
export interface CorrectEntry {
  readonly do: 'correctEntry';
  readonly changes: Partial<EntryContents>;
  readonly correctedOn: string;
  readonly reason: string;
}

/** 本人の数の記録. */
export interface CountPersons extends PersonCount {
  readonly do: 'countPersons';
}

export interface OmitParts extends Omission {
  readonly do: 'omitParts';
}

/** 法75条3項: the whole file is not listed, and so can never be solicited. */
export interface WithholdEntry {
  readonly do: 'withholdEntry';
  readonly reason: string;
}

export interface ExemptFile {
  readonly do: 'exemptFile';
  readonly ground: ExemptionGround;
  readonly reason: string;
}

export interface PublishEntry {
  readonly do: 'publishEntry';
  readonly publishedOn: string;
}

/** 法60条3項 1号から3号まで: each with its result and reason. */
export interface TestForSolicitation {
  readonly do: 'testForSolicitation';
  readonly tests: SolicitationTests;
}

/** 提案の募集をする個人情報ファイルである旨の記載 (法110条). */
export interface FlagForSolicitation {
  readonly do: 'flagForSolicitation';
  readonly desk: Desk;
}

export interface UnflagForSolicitation {
  readonly do: 'unflagForSolicitation';
  readonly reason: string;
}

/** 法117条: the register says what was created from the file. */
/** 所管の変更: follows on its day from a change of the divisions. */
export interface MoveEntry {
  readonly do: 'moveEntry';
  readonly to: string;
  readonly on: string;
}

export interface RecordCreatedData {
  readonly do: 'recordCreatedData';
  readonly release: string;
  readonly name: string;
  readonly desk: Desk;
  readonly period: { readonly from: string; readonly to: string } | null;
}

export interface DeleteEntry {
  readonly do: 'deleteEntry';
  readonly ground: DeletionGround;
  readonly reason: string;
  readonly deletedOn: string;
}

export type RegisterCommand =
  | RecordPreCheck
  | RegisterFile
  | CorrectEntry
  | CountPersons
  | OmitParts
  | WithholdEntry
  | ExemptFile
  | PublishEntry
  | TestForSolicitation
  | FlagForSolicitation
  | UnflagForSolicitation
  | RecordCreatedData
  | MoveEntry
  | DeleteEntry;
