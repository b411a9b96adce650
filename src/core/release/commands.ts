import type { NumberedAct } from '../approval/commands.ts';
import type { KeptFile } from '../keptFile.ts';
import type { ReleaseAsideCommand } from './asideCommands.ts';
import type { Creation } from './state.ts';

/** 作成の開始: follows from the contract (STP-18). */
export interface PlanRelease {
  readonly do: 'planRelease';
  readonly proposal: string;
  readonly entry: string;
  readonly fileName: string;
  readonly responsibleOrganization: string;
  readonly wantedPersons: number | null;
  readonly provisionDeadline: string | null;
}

/** 作成済みの情報の提供の準備: follows from a contract on created data (STP-24). */
export interface PlanReprovision extends Omit<PlanRelease, 'do' | 'wantedPersons'> {
  readonly do: 'planReprovision';
  /** The release that made the data. */
  readonly of: string;
}

/** 元データの引渡し. */
export interface HandInSource {
  readonly do: 'handInSource';
  readonly source: KeptFile;
}

/** 加工方法の確定: the recipe as a stored file. */
export interface SetRecipe {
  readonly do: 'setRecipe';
  readonly recipe: KeptFile;
}

/** Roles that the creator can decide for a column which neither proposal nor source tells; `drop` = it is left out. */
export const decidedRoles = ['quasi', 'sensitive', 'other', 'drop'] as const;
export type DecidedRole = (typeof decidedRoles)[number];

/** 加工方法の確定: the recipe derived from what the proposal asked for, with the creator's choices. */
export interface DeriveRecipe {
  readonly do: 'deriveRecipe';
  readonly k: number;
  /** Share of the records that may be left out, in percent. */
  readonly suppressionPercent: number;
  readonly decisions: readonly { readonly column: string; readonly role: DecidedRole }[];
  /** The column in which the objectors' records are found (STP-11); absent or null where nobody objects. */
  readonly objectorColumn?: string | null;
  /** Of a source that is a workbook: which sheet, and in which row of it the headers stand; absent or null = the only sheet, the first row that is not empty. */
  readonly sheet?: string | null;
  readonly headerRow?: number | null;
}

export interface StartCreation {
  readonly do: 'startCreation';
}

/** 作成の取りやめ: the running job ends before its next step. */
export interface CancelCreation {
  readonly do: 'cancelCreation';
}

export interface RecordCreation {
  readonly do: 'recordCreation';
  readonly creation: Creation;
}

export interface RecordCreationFailure {
  readonly do: 'recordCreationFailure';
  readonly place: string;
  readonly message: string;
}

/** 検査の署名 (STP-19): by a person who had no part in the creation. */
export interface SignVerification {
  readonly do: 'signVerification';
  readonly note: string;
}

/** 検査の結果、作成をやり直す. */
export interface RejectCreation {
  readonly do: 'rejectCreation';
  readonly reason: string;
}

export interface PackRelease {
  readonly do: 'packRelease';
  /** 行政機関等匿名加工情報の名称. */
  readonly name: string;
}

export interface RecordProvision extends NumberedAct {
  readonly do: 'recordProvision';
  readonly providedOn: string;
  readonly medium: string;
  readonly delivery: 'counter' | 'post';
  readonly mediumNumber: string | null;
  readonly measures: string;
  /** Who received it: personal data. */
  readonly receivedBy: string | null;
}

/** 鍵の廃棄の申出: the first of two names (SEC-4). */
export interface ProposeKeyDestruction {
  readonly do: 'proposeKeyDestruction';
  readonly reason: string;
}

/** 鍵の廃棄: the second name; from then on nobody can read source, recipe, reports and output of the release. */
export interface DestroyReleaseKey {
  readonly do: 'destroyReleaseKey';
}

export type ReleaseCommand =
  | PlanRelease
  | PlanReprovision
  | ReleaseAsideCommand
  | HandInSource
  | SetRecipe
  | DeriveRecipe
  | StartCreation
  | CancelCreation
  | RecordCreation
  | RecordCreationFailure
  | SignVerification
  | RejectCreation
  | PackRelease
  | RecordProvision
  | ProposeKeyDestruction
  | DestroyReleaseKey;
