import type { KeptFile } from '../keptFile.ts';
import type { FileGroup, PublishedItem } from './state.ts';

export interface DraftCall {
  readonly do: 'draftCall';
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Entries of the register whose files are solicited. */
  readonly entries: readonly string[];
  /** Entries that are solicited as one unit; absent = each file by itself. */
  readonly groups?: readonly FileGroup[];
}

export interface ReviseCall {
  readonly do: 'reviseCall';
  readonly title: string | null;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly entries: readonly string[] | null;
  /** Null or absent = as they stand. */
  readonly groups?: readonly FileGroup[] | null;
}

/** 短い募集期間の承認: an official admits a window below the rule's minimum, with a reason (DDL-01). */
export interface AdmitShortWindow {
  readonly do: 'admitShortWindow';
  readonly reason: string;
}

export interface SetGuideline {
  readonly do: 'setGuideline';
  readonly version: string;
  readonly file: KeptFile | null;
}

/** 公示、公表: what was published, when and where; no place = the one that the organ's rules name. */
export interface PublishCall {
  readonly do: 'publishCall';
  readonly items: readonly PublishedItem[];
  readonly publishedOn: string;
  readonly place: string | null;
}

export interface OpenCall {
  readonly do: 'openCall';
}

export interface CloseCall {
  readonly do: 'closeCall';
}

/** Another number of persons for a file than the one counted at the close, with a reason (DDL-14: 「原則」). */
export interface ReplaceSnapshot {
  readonly do: 'replaceSnapshot';
  readonly entry: string;
  readonly uniquePersons: number;
  readonly cumulativePersons: number;
  readonly countedOn: string;
  readonly reason: string;
}

export interface WithdrawCall {
  readonly do: 'withdrawCall';
  readonly reason: string;
}

export type CallCommand =
  | DraftCall
  | ReviseCall
  | AdmitShortWindow
  | SetGuideline
  | PublishCall
  | OpenCall
  | CloseCall
  | ReplaceSnapshot
  | WithdrawCall;
