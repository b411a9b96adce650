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

/** A case by its stream. */
export interface CaseRef {
  readonly kind: 'register' | 'call' | 'proposal' | 'release' | 'complaint' | 'leak' | 'otherProvision';
  readonly id: string;
}

/** 事務引継: all open work of a person goes to another at once. */
export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly reason: string;
  readonly cases: readonly CaseRef[];
}

/** 代理: while someone is away. */
export interface Substitute {
  readonly person: string;
  readonly substitute: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** 離任: from when somebody no longer serves here, or serves again. */
export interface ServiceChange {
  readonly person: string;
  readonly serves: boolean;
  readonly on: string;
  readonly reason: string;
}

/** Whether somebody has left by a day; the change of the latest day says so. */
export const departedOn = (
  { services = [] }: Pick<Partial<OfficeState>, 'services'>,
  person: string,
  day: string,
): string | null => {
  const last = services
    .filter((one) => one.person === person && one.on <= day)
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
    .at(-1);
  return last && !last.serves ? last.on : null;
};

/** Whose offices somebody holds on a day; nobody holds them through a third person. */
export const standsInFor = (
  { substitutes = [] }: Pick<Partial<OfficeState>, 'substitutes'>,
  substitute: string,
  day: string,
): readonly string[] => [
  ...new Set(
    substitutes
      .filter((one) => one.substitute === substitute && one.from <= day && day <= one.to)
      .map(({ person }) => person),
  ),
];

/** 組織の改正: divisions that bear another name, or are one, from a day on. */
export interface DivisionChange {
  readonly from: readonly string[];
  readonly to: string;
  readonly on: string;
  readonly reason: string;
}

/** A closed day of this office besides the calendar's, or none any more (`withdrawnOn`). */
export interface OwnClosedDay {
  readonly day: string;
  readonly name: string;
  readonly decidedOn: string;
  readonly withdrawnOn: string | null;
}

/** 目的外の利用・提供 (SEC-14): only logged, it is no part of the procedure. */
export interface OutOfPurposeUse {
  readonly on: string;
  readonly what: string;
  readonly ground: 'law' | 'publicInterest' | 'ownAdministration';
  readonly councilHeardOn: string | null;
}

/** What concerns the whole organ and no single case. */
export interface OfficeState {
  readonly stage: (typeof officeStages)[number];
  readonly consultations: readonly CouncilConsultation[];
  readonly standards: Readonly<Record<StandardId, StandardSetting | null>>;
  readonly evaluations: readonly Evaluation[];
  /** Who works on which case, where somebody was named. */
  readonly assignments: readonly (CaseRef & { readonly person: string })[];
  readonly handOvers: readonly HandOver[];
  readonly substitutes: readonly Substitute[];
  readonly services: readonly ServiceChange[];
  readonly divisionChanges: readonly DivisionChange[];
  readonly closedDays: readonly OwnClosedDay[];
  readonly outOfPurposeUses: readonly OutOfPurposeUse[];
}

export const unkept: OfficeState = {
  stage: 'kept',
  consultations: [],
  standards: { processingStandard: null, securityStandard: null },
  evaluations: [],
  assignments: [],
  handOvers: [],
  substitutes: [],
  services: [],
  divisionChanges: [],
  closedDays: [],
  outOfPurposeUses: [],
};
