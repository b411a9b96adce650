import type { KeptFile } from '../keptFile.ts';
import type { IdentityDocumentId } from '../organ/identityCheck.ts';
import type { CriterionId } from '../organ/provision.ts';
import type { ContractLife } from './contractState.ts';
import type { FeeLine, FeeStep } from './fee.ts';
import type { AttachmentReceipt, Channel, CorrectableId, FormFieldId, Party, ProposalForm } from './form.ts';
import type { ReviewState } from './reviewState.ts';
import type { TypingChanges, TypingPreview } from './typingChanges.ts';

export const proposalStages = [
  'received', // 収受
  'correctionRequested', // 補正の求め
  'inReview', // 審査中
  'conforming', // 適合
  'nonConforming', // 不適合
  'applied', // 契約締結の申込み
  'contracted', // 契約締結
  'cancelled', // 契約の解除
  'lapsed', // 失効
  'withdrawn', // 取下げ
  'joined', // 二重の入力
  'merged', // 一本化
] as const;
export type ProposalStage = (typeof proposalStages)[number];

/** `proposer:1`, `proposer:2` … or `agent`. */
export type PartyId = `proposer:${number}` | 'agent';

/** Who is identified: a party, or the 担当者 of a corporate one (CHK-ID-5). */
export type IdentifiedId = PartyId | 'contactPerson';

/** 担当課への送付 of one version of the papers. */
export interface Forwarding {
  /** 1 = as filed; one more for each correction. */
  readonly version: number;
  readonly on: string;
  readonly to: string;
  readonly copyKept: boolean;
}

export const contactWays = ['counter', 'phone', 'mail', 'letter', 'visit'] as const;
export type ContactWay = (typeof contactWays)[number];
export const contactTopics = [
  'information', // 提案に資する情報の提供
  'fileQuestion', // ファイルについての質問
  'feeExplanation', // 手数料の説明
  'explanation', // 内容の説明
  'hearing', // 提案者本人からの聴取
  'other',
] as const;
export type ContactTopic = (typeof contactTopics)[number];
export type ContactWith = IdentifiedId;

/** 連絡: that it took place; what was said stands in the event's personal record. */
export interface Contact {
  readonly on: string;
  readonly way: ContactWay;
  readonly with: ContactWith;
  readonly topic: ContactTopic;
  readonly by: string;
}

/** A span of days; `to` null = it still runs. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** A typing error that one person has found and another one is to confirm. */
export interface TypingCorrection {
  readonly changes: TypingChanges;
  readonly reason: string;
  readonly by: string;
  /** What the correction moves, as it was shown before it was asked for. */
  readonly preview: TypingPreview;
}

/** 本人確認: which paper was seen for whom; its number stands in the event's personal record. */
export interface IdentityCheck {
  readonly party: IdentifiedId;
  readonly document: IdentityDocumentId | 'other';
  readonly validThrough: string | null;
  readonly madeOn: string | null;
  /** Why another fitting paper was accepted (CHK-ID-3). */
  readonly otherReason: string | null;
  readonly checkedOn: string;
  readonly warnings: readonly string[];
}

/** One thing to correct, and what is asked. */
export interface CorrectionPoint {
  readonly field: CorrectableId;
  readonly text: string;
}

export interface CorrectionRequest {
  readonly points: readonly CorrectionPoint[];
  readonly requestedOn: string;
  readonly deadline: string;
  readonly answeredOn: string | null;
}

/** The finding on one criterion: whether it is met and why. There is no score and no rank (CRI-4). */
export interface Finding {
  readonly criterion: CriterionId;
  readonly met: boolean;
  readonly reason: string;
  /** What the finding rests on, by digest. */
  readonly evidence: readonly KeptFile[];
  /** Why a purpose is none that the criterion admits (CRI-4); null everywhere else. */
  readonly flaw: PurposeFlaw | null;
  readonly by: string;
  readonly on: string;
  /** What the official was told beside it: `personsMoved` (1c-09); absent = nothing. */
  readonly warnings?: readonly string[];
}

/** 反社会的な目的、興味本位の提案. */
export const purposeFlaws = ['antiSocial', 'curiosity'] as const;
export type PurposeFlaw = (typeof purposeFlaws)[number];

/** 手数料 to be notified, with the lines it is made of; `reason` where it was typed for want of a formula. */
export interface ProposalFee {
  readonly yen: number;
  readonly lines: readonly FeeLine[];
  /** How the amount was reached; absent in fees that were determined before it was kept. */
  readonly derivation?: readonly FeeStep[];
  readonly minutes: readonly number[];
  readonly outsourcingYen: number | null;
  readonly identicalProposals: number;
  readonly reason: string | null;
}

/** A value that no rule gives, or that replaces the rule's, typed by an official with the reason. */
export interface Typed {
  readonly value: string;
  readonly reason: string;
}

/** The items that the conforming notice must say (FRM-13). */
export interface ConformingItems {
  readonly contractParty: string;
  readonly feeYen: number;
  readonly feePayment: string;
  readonly feeDeadline: string;
  readonly applicationDeadline: string;
  /** The deadline by the rule, before an official replaced it; null where the organ has no rule. */
  readonly ruleDeadline: string | null;
  readonly medium: string | null;
  readonly delivery: 'counter' | 'post' | null;
  /** Items that were typed, each with its reason. */
  readonly typed: Readonly<Record<string, string>>;
}

export interface ProposalNotice {
  readonly conforming: boolean;
  readonly noticeDate: string;
  readonly documentNumber: string;
  readonly items: ConformingItems | null;
  readonly findings: readonly Finding[];
  readonly warnings: readonly string[];
}

export interface Payment {
  readonly paidOn: string;
  readonly yen: number;
  readonly way: string;
}

export interface UseContract {
  readonly concludedOn: string;
  readonly copies: number;
  readonly provisionDeadline: string | null;
  /** 収入印紙 was put on one copy; null = the contract is not taxable or nobody said. */
  readonly stampedCopies: number | null;
}

/**
 * CAN-1 deceit, CAN-2 a 欠格事由 that came to apply, CAN-3 a material breach; `contract` = a ground of the contract alone,
 * `notAtFault` = a reason that is not the counterparty's (FEE-10).
 */
export const cancellationGrounds = ['CAN-1', 'CAN-2', 'CAN-3', 'contract', 'notAtFault'] as const;
export type CancellationGround = (typeof cancellationGrounds)[number];

/** A cancellation under 法120条 bars the counterparty and is reported (CAN-6, PPC-2, PPC-3); the others do neither (CAN-4). */
export const barsForYears = (ground: CancellationGround): boolean => ground.startsWith('CAN-');

export interface ContractCancellation {
  readonly cancelledOn: string;
  readonly ground: CancellationGround;
  readonly reason: string;
  /** The last day on which it bars the counterparty (DDL-06); null = it bars nobody. */
  readonly barredThrough: string | null;
}

/** 提案 as it stands, without personal data. */
export interface ProposalState {
  readonly stage: ProposalStage;
  readonly ruleDay: string;
  readonly number: { readonly fiscalYear: number; readonly serial: number };
  /** The call that it answers; null for a proposal on created data. */
  readonly call: string | null;
  /** The created data that it is about (STP-24), by its release. */
  readonly created: { readonly release: string; readonly name: string } | null;
  readonly entry: string;
  readonly responsibleOrganization: string;
  /** The 募集要綱 that was accepted with the papers (SEC-15). */
  readonly guidelineVersion: string | null;
  readonly channel: Channel;
  readonly copies: number;
  readonly receivedOn: string;
  readonly receivedTime: string | null;
  readonly dispatchedOn: string | null;
  readonly enteredOn: string;
  readonly forwardings: readonly Forwarding[];
  readonly contacts: readonly Contact[];
  /** Spans in which the review ran; it rests from a request for correction until the papers are complete again (OUT-4). */
  readonly reviewSpans: readonly Span[];
  readonly pendingTyping: TypingCorrection | null;
  readonly joinedInto: string | null;
  readonly parties: readonly string[];
  readonly proposers: readonly Party[];
  readonly agent: Party | null;
  /** Proposers (by number) who are minors on the proposal day (DQ-1). */
  readonly minors: readonly number[];
  readonly form: ProposalForm;
  readonly filled: readonly FormFieldId[];
  readonly identified: readonly PartyId[];
  readonly attachments: readonly AttachmentReceipt[];
  readonly identityChecks: readonly IdentityCheck[];
  /** 1 = as filed; one more for each correction. */
  readonly formVersion: number;
  readonly corrections: readonly CorrectionRequest[];
  readonly findings: readonly Finding[];
  readonly review: ReviewState;
  readonly fee: ProposalFee | null;
  readonly notice: ProposalNotice | null;
  readonly applicationDeadline: string | null;
  readonly feeDeadline: string | null;
  readonly applicationReceivedOn: string | null;
  readonly payment: Payment | null;
  readonly contract: UseContract | null;
  readonly cancellation: ContractCancellation | null;
  readonly life: ContractLife;
  readonly ending: { readonly on: string; readonly reason: string } | null;
  readonly warnings: readonly string[];
}

export const openCorrection = ({ corrections }: ProposalState): CorrectionRequest | null => {
  const last = corrections.at(-1);
  return last && last.answeredOn === null ? last : null;
};
