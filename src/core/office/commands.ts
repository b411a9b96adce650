import type { KeptFile } from '../keptFile.ts';
import type {
  CaseRef,
  DivisionChange,
  OutOfPurposeUse,
  OwnClosedDay,
  ServiceChange,
  StandardId,
  Substitute,
} from './state.ts';

/** 審議会への諮問 (I 24条の10(2), 24条の15(2)). */
export interface ConsultCouncil {
  readonly do: 'consultCouncil';
  readonly standards: readonly StandardId[];
  readonly consultedOn: string;
  readonly documentNumber: string;
}

/** 審議会の答申. */
export interface RecordCouncilOpinion {
  readonly do: 'recordCouncilOpinion';
  readonly answeredOn: string;
  readonly summary: string;
  readonly file: KeptFile | null;
}

/** 基準を定める: by rule, once the council was heard. */
export interface SetStandards {
  readonly do: 'setStandards';
  readonly standards: readonly StandardId[];
  readonly setOn: string;
  readonly rule: string;
}

/** 取扱いの状況の評価と改善 (REC-10). */
export interface RecordEvaluation {
  readonly do: 'recordEvaluation';
  readonly on: string;
  readonly result: string;
  readonly improvement: string;
}

/** 担当者の決定. */
export interface AssignCase extends CaseRef {
  readonly do: 'assignCase';
  readonly person: string;
}

/** 事務引継 of all open work at once. */
export interface HandOverWork {
  readonly do: 'handOverWork';
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly reason: string;
}

export interface NameSubstitute extends Substitute {
  readonly do: 'nameSubstitute';
}

/** 離任 (異動、退職), or 復帰. */
export interface ChangeService extends ServiceChange {
  readonly do: 'changeService';
}

export interface ChangeDivisions extends DivisionChange {
  readonly do: 'changeDivisions';
}

/** 閉庁日の追加, with the day of the decision. */
export interface AddClosedDay extends Omit<OwnClosedDay, 'withdrawnOn'> {
  readonly do: 'addClosedDay';
}

export interface WithdrawClosedDay {
  readonly do: 'withdrawClosedDay';
  readonly day: string;
  readonly withdrawnOn: string;
}

export interface LogOutOfPurposeUse extends OutOfPurposeUse {
  readonly do: 'logOutOfPurposeUse';
}

export type OfficeCommand =
  | ConsultCouncil
  | RecordCouncilOpinion
  | SetStandards
  | RecordEvaluation
  | AssignCase
  | HandOverWork
  | NameSubstitute
  | ChangeService
  | ChangeDivisions
  | AddClosedDay
  | WithdrawClosedDay
  | LogOutOfPurposeUse;
