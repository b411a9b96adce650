import type { KeptFile } from '../keptFile.ts';

export const officeStages = ['kept'] as const;

/** The standards that are set for the whole organ, each after the council was heard where the organ has one (STP-27). */
export const standardIds = ['processingStandard', 'securityStandard'] as const;
export type StandardId = (typeof standardIds)[number];

/** 諮問 (ACT-05); `opinion` null = the council has not answered yet. */
export interface CouncilConsultation {
  readonly standards: readonly StandardId[];
  readonly consultedOn: string;
  readonly documentNumber: string;
  readonly opinion: { readonly answeredOn: string; readonly summary: string; readonly file: KeptFile | null } | null;
}

/** 加工基準, 安全確保の基準, as set by rule. */
export interface StandardSetting {
  readonly setOn: string;
  readonly rule: string;
  readonly by: string;
}

/** 取扱いの状況の評価と改善 (SEC-4, REC-10). */
export interface Evaluation {
  readonly on: string;
  readonly result: string;
  readonly improvement: string;
  readonly by: string;
}

/** What concerns the whole organ and no single case. */
export interface OfficeState {
  readonly stage: (typeof officeStages)[number];
  readonly consultations: readonly CouncilConsultation[];
  readonly standards: Readonly<Record<StandardId, StandardSetting | null>>;
  readonly evaluations: readonly Evaluation[];
}

export const unkept: OfficeState = {
  stage: 'kept',
  consultations: [],
  standards: { processingStandard: null, securityStandard: null },
  evaluations: [],
};
