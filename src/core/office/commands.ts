import type { KeptFile } from '../keptFile.ts';
import type { StandardId } from './state.ts';

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

export type OfficeCommand = ConsultCouncil | RecordCouncilOpinion | SetStandards | RecordEvaluation;
