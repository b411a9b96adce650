import type { NumberedAct } from '../approval/commands.ts';
import type { KeptFile } from '../keptFile.ts';
import type { EffortTask, GroundSource, Merge, ReportableFact } from './reviewState.ts';
import type { PartyId } from './state.ts';

/** 欠格事由に当たる事実の記録 (DQ-1..6): declared or known, of a proposer or of an officer of one. */
export interface RecordGround {
  readonly do: 'recordGround';
  readonly party: PartyId;
  readonly fact: ReportableFact;
  /** The officer in whom the fact lies: personal data. `reason` says why a title that the rules do not name is one. */
  readonly officer: { readonly name: string; readonly title: string; readonly reason: string | null } | null;
  /** Day of the cancellation, of the sentence, or since which the state lasts; null = unknown. */
  readonly since: string | null;
  /** Day on which the sentence ended or could no longer be executed, or the state ended; null = it still lasts. */
  readonly endedOn: string | null;
  /** Of a minor: personal data. */
  readonly birthDate: string | null;
  readonly knownFrom: GroundSource;
  /** Personal data. */
  readonly note: string;
}

export interface DismissGround {
  readonly do: 'dismissGround';
  readonly ground: string;
  readonly reason: string;
}

/** 欠格事由の確認 at any time (1c-26). */
export interface ReviewEligibility {
  readonly do: 'reviewEligibility';
  readonly note: string;
}

/** 総務課との協議・確認 (A 第６). */
export interface RecordConsultation {
  readonly do: 'recordConsultation';
  readonly on: string;
  readonly matter: string;
  readonly answer: string;
}

/** 付託: the head refers the proposal with its papers to the committee (H 8(1)). */
export interface ReferToCommittee extends NumberedAct {
  readonly do: 'referToCommittee';
  readonly referredOn: string;
  readonly papers: readonly KeptFile[];
}

/** 報告: the committee tells the head what it found (H 8(2)). */
export interface FileCommitteeReport {
  readonly do: 'fileCommitteeReport';
  readonly reportedOn: string;
  readonly conforming: boolean;
  readonly file: KeptFile | null;
}

/** 第三者への通知 (I 24条の8(1)): who they are is personal data. */
export interface NotifyThirdParties extends NumberedAct {
  readonly do: 'notifyThirdParties';
  readonly notifiedOn: string;
  /** Null = as many days later as the organ gives. */
  readonly opinionsDueOn: string | null;
  /** `record` is what finds the person in the file (個人コード and the like), so that an objector can be taken out. */
  readonly thirdParties: readonly {
    readonly name: string;
    readonly address: string | null;
    readonly record?: string | null;
  }[];
}

/** 意見書の受理. */
export interface RecordWrittenOpinion {
  readonly do: 'recordWrittenOpinion';
  readonly thirdParty: number;
  readonly receivedOn: string;
  readonly objects: boolean;
  /** Personal data. */
  readonly text: string;
}

/** 手続の終了: the objectors' data is taken out, and the rest is deemed to be the file (I 24条の8(2)). */
export interface ConcludeThirdPartyProcedure {
  readonly do: 'concludeThirdPartyProcedure';
  /** Why nobody was notified, where nobody was. */
  readonly reason: string | null;
}

/** 一本化・共通化の申出 (STP-12). */
export interface OfferMerge {
  readonly do: 'offerMerge';
  readonly way: Merge['way'];
  readonly proposals: readonly string[];
  readonly terms: string;
}

export interface RecordMergeConsent {
  readonly do: 'recordMergeConsent';
  /** The other proposal whose proposer consents; null = this one. */
  readonly other: string | null;
  readonly proposer: number;
  readonly consents: boolean;
  readonly on: string;
}

export interface ConcludeMerge {
  readonly do: 'concludeMerge';
}

/** This proposal goes on in another one: follows from the merge. */
export interface JoinMerge {
  readonly do: 'joinMerge';
  readonly into: string;
}

/** 手数料の積算に用いる工数 (FRM-24): whole minutes of each task. */
export interface EstimateEffort {
  readonly do: 'estimateEffort';
  readonly tasks: readonly EffortTask[];
}

/** 委託料の見積額とその精査 (A 第９-1(4)ア). The contractor's name stands in the personal record. */
export interface RecordOutsourcingQuote {
  readonly do: 'recordOutsourcingQuote';
  readonly quotedOn: string;
  readonly contractor: string;
  readonly yen: number;
  readonly file: KeptFile | null;
  readonly scrutiny: string;
  readonly deskConsultedOn: string | null;
}

/** 利用契約の締結を停止条件とする委託契約. */
export interface RecordOutsourcingContract {
  readonly do: 'recordOutsourcingContract';
  readonly concludedOn: string;
  readonly conditionPrecedent: boolean;
}

/** Commands of the review (CRI-1..7) besides the findings and the notices. */
export type ReviewCommand =
  | RecordGround
  | DismissGround
  | ReviewEligibility
  | RecordConsultation
  | ReferToCommittee
  | FileCommitteeReport
  | NotifyThirdParties
  | RecordWrittenOpinion
  | ConcludeThirdPartyProcedure
  | OfferMerge
  | RecordMergeConsent
  | ConcludeMerge
  | JoinMerge
  | EstimateEffort
  | RecordOutsourcingQuote
  | RecordOutsourcingContract;
