import type { NumberedAct } from '../approval/commands.ts';
import type { KeptFile } from '../keptFile.ts';
import type { IdentityDocumentId } from '../organ/identityCheck.ts';
import type { CriterionId } from '../organ/provision.ts';
import type { ContractLifeCommand } from './contractCommands.ts';
import type { AttachmentReceipt, Channel, Party, PartyDetails, PersonalForm, ProposalForm } from './form.ts';
import type { IntakeCommand } from './intakeCommands.ts';
import type { ReviewCommand } from './reviewCommands.ts';
import type { CancellationGround, CorrectionPoint, IdentifiedId, PurposeFlaw, Typed } from './state.ts';

export interface PartyInput extends Party, PartyDetails {}

/** 提案の収受 (STP-06). `receivedOn` is the day of the receipt stamp, which may lie before the day of entry. */
export interface ReceiveProposal {
  readonly do: 'receiveProposal';
  readonly call: string;
  readonly entry: string;
  readonly channel: Channel;
  readonly copies: number;
  readonly receivedOn: string;
  /** `hh:mm` at the counter. */
  readonly receivedTime: string | null;
  /** Day of the postmark, for organs where dispatch decides. */
  readonly dispatchedOn: string | null;
  /** Whether the envelope carries the red inscription; null = not sent by post. */
  readonly envelopeNoted: boolean | null;
  readonly proposers: readonly PartyInput[];
  readonly agent: PartyInput | null;
  readonly form: ProposalForm & PersonalForm;
  readonly attachments: readonly AttachmentReceipt[];
}

/** 本人確認 (CHK-ID-1..5). */
export interface CheckIdentity {
  readonly do: 'checkIdentity';
  readonly party: IdentifiedId;
  readonly document: IdentityDocumentId | 'other';
  /** Number of the paper: personal data. */
  readonly documentNumber: string | null;
  readonly validThrough: string | null;
  readonly madeOn: string | null;
  /** Name, address and representative equal the proposal's. */
  readonly matches: boolean;
  readonly otherReason: string | null;
}

export interface ReceiveAttachment extends AttachmentReceipt {
  readonly do: 'receiveAttachment';
  readonly receivedOn: string;
}

/** 形式の確認の完了: everything is there, the review can begin (STP-08). */
export interface ConfirmCompleteness {
  readonly do: 'confirmCompleteness';
}

/** 説明又は訂正の求め (STP-09), with the fields that may be changed and a deadline. */
export interface RequestCorrection extends NumberedAct {
  readonly do: 'requestCorrection';
  readonly points: readonly CorrectionPoint[];
  readonly deadline: string;
}

export interface ReceiveCorrection {
  readonly do: 'receiveCorrection';
  readonly receivedOn: string;
  readonly form: Partial<ProposalForm & PersonalForm>;
  readonly proposers: readonly PartyInput[] | null;
  readonly agent: PartyInput | null;
  readonly copies: number | null;
  readonly attachments: readonly AttachmentReceipt[];
}

/** 審査基準ごとの判断: result and reason (STP-10). */
export interface RecordFinding {
  readonly do: 'recordFinding';
  readonly criterion: CriterionId;
  readonly met: boolean;
  readonly reason: string;
  readonly evidence: readonly KeptFile[];
  readonly flaw: PurposeFlaw | null;
}

/** 手数料の積算 (STP-28). `yen` and `reason` only where the organ has no formula. */
export interface DetermineFee {
  readonly do: 'determineFee';
  readonly minutes: readonly number[];
  readonly outsourcingYen: number | null;
  readonly outsourcedPersons: number | null;
  readonly identicalProposals: number;
  /** On created data: the contract that the proposer holds on it; null = none (FEE-07). */
  readonly holderOf: string | null;
  readonly yen: number | null;
  readonly reason: string | null;
}

/** 審査結果の通知 (適合), 法114条2項. */
export interface IssueConformingNotice {
  readonly do: 'issueConformingNotice';
  readonly noticeDate: string;
  readonly documentNumber: string;
  readonly contractParty: Typed | null;
  readonly feePayment: Typed | null;
  readonly applicationDeadline: Typed | null;
  readonly feeDeadline: Typed | null;
  /** The amount that a notice on paper names, where it is not the determined one: a formal error (FEE-09). */
  readonly printedFeeYen: number | null;
}

/** 審査結果の通知 (不適合), 法114条3項. */
export interface IssueNonConformingNotice {
  readonly do: 'issueNonConformingNotice';
  readonly noticeDate: string;
  readonly documentNumber: string;
}

export interface ExtendDeadlines {
  readonly do: 'extendDeadlines';
  readonly applicationDeadline: string;
  readonly feeDeadline: string;
  readonly reason: string;
}

/** 契約締結の申込みの収受 (STP-15). */
export interface ReceiveContractApplication {
  readonly do: 'receiveContractApplication';
  readonly receivedOn: string;
  /** 契約書 filled in and handed in. */
  readonly copies: number;
}

/** 手数料の納付の確認. */
export interface ConfirmPayment {
  readonly do: 'confirmPayment';
  readonly paidOn: string;
  readonly yen: number;
  readonly way: string;
  /** Of stamps: how they came; null = another way of payment (FEE-11). */
  readonly handedIn: 'brought' | 'mail' | null;
  /** Why stamps came by mail (EXC-4). */
  readonly mailReason: string | null;
}

/** 契約の締結 (STP-16): sealed in all copies, one sent back. */
export interface ConcludeContract {
  readonly do: 'concludeContract';
  readonly concludedOn: string;
  readonly copies: number;
  readonly copyReturnedOn: string;
  readonly provisionDeadline: string | null;
  /** CRI-1 was looked at again and still holds (1c-26). */
  readonly stillEligible: boolean;
  readonly stampedCopies: number | null;
}

/** 失効: nobody applied or paid by the deadline (OUT-6). */
export interface LapseProposal {
  readonly do: 'lapseProposal';
  readonly reason: string;
}

export interface WithdrawProposal {
  readonly do: 'withdrawProposal';
  readonly withdrawnOn: string;
  readonly reason: string;
}

/** 契約の解除 (CAN-1..4). */
export interface CancelContract extends NumberedAct {
  readonly do: 'cancelContract';
  readonly cancelledOn: string;
  readonly ground: CancellationGround;
  readonly reason: string;
}

export type ProposalCommand =
  | IntakeCommand
  | ReviewCommand
  | ContractLifeCommand
  | CancelContract
  | ReceiveProposal
  | CheckIdentity
  | ReceiveAttachment
  | ConfirmCompleteness
  | RequestCorrection
  | ReceiveCorrection
  | RecordFinding
  | DetermineFee
  | IssueConformingNotice
  | IssueNonConformingNotice
  | ExtendDeadlines
  | ReceiveContractApplication
  | ConfirmPayment
  | ConcludeContract
  | LapseProposal
  | WithdrawProposal;
