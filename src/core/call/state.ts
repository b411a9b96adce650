import type { KeptFile } from '../keptFile.ts';
import type { PersonCount } from '../register/entry.ts';

export const callStages = ['draft', 'published', 'open', 'closed', 'withdrawn'] as const;
export type CallStage = (typeof callStages)[number];

/** What is published about a call (PUB-2, PUB-3): the 募集要綱, and where the organ wants them the opening day, files and outlines. */
export const publishedItems = ['guideline', 'period', 'fileList', 'fileOutlines'] as const;
export type PublishedItem = (typeof publishedItems)[number];

export interface Publication {
  readonly item: PublishedItem;
  readonly on: string;
  readonly place: string;
}

/** A version of the 募集要綱; the one in force when a proposal comes in is kept with the proposal (SEC-15). */
export interface Guideline {
  readonly version: string;
  /** The stored text; null = kept on paper. */
  readonly file: KeptFile | null;
  readonly setOn: string;
}

/** A file of the call by its entry in the register. */
export interface CalledFile {
  readonly entry: string;
  readonly fileName: string;
}

/** Files of the same kind over several 所属 that are solicited as one unit (EXC-2). */
export interface FileGroup {
  readonly name: string;
  readonly entries: readonly string[];
}

/** 本人の数 of a file at the close of the call (DDL-14). */
export interface PersonSnapshot {
  /** The file's entry, or the name of a group: a person may be in several of its files, so it is counted by itself. */
  readonly entry: string;
  readonly persons: PersonCount | null;
  /** Why an official put another number in place of the counted one. */
  readonly reason: string | null;
}

/** 提案の募集 (法111条) as it stands. */
export interface CallState {
  readonly stage: CallStage;
  readonly ruleDay: string;
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly files: readonly CalledFile[];
  readonly groups: readonly FileGroup[];
  /** An official admitted a window that is shorter than the rule's. */
  readonly windowOverride: { readonly reason: string; readonly by: string } | null;
  readonly guidelines: readonly Guideline[];
  readonly publications: readonly Publication[];
  readonly snapshot: readonly PersonSnapshot[];
  readonly withdrawal: string | null;
}

/** The guideline in force now; null before the first. */
export const guidelineOf = ({ guidelines }: CallState): Guideline | null => guidelines.at(-1) ?? null;

/** The guideline in force on a day, by which a proposal of that day was made (SEC-15); null = none was set yet. */
export const guidelineOn = ({ guidelines }: CallState, day: string): Guideline | null =>
  guidelines.findLast(({ setOn }) => setOn <= day) ?? null;
