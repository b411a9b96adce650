import type { PartyInput, ReceiveCorrection, ReceiveProposal } from './commands.ts';
import type { AttachmentReceipt, PersonalForm, ProposalForm } from './form.ts';
import type { ContactTopic, ContactWay, ContactWith } from './state.ts';
import type { TypingChanges } from './typingChanges.ts';

/** 電子情報処理組織による提案, where the organ takes it: the server's clock says when it came. */
export interface SubmitProposal {
  readonly do: 'submitProposal';
  readonly call: string;
  readonly entry: string;
  /** The version of the 募集要綱 that was shown before the filing, and is accepted with it (SEC-15). */
  readonly acceptedGuideline: string;
  readonly proposers: readonly PartyInput[];
  readonly agent: PartyInput | null;
  readonly form: ProposalForm & PersonalForm;
  readonly attachments: readonly AttachmentReceipt[];
}

/** 作成された情報についての提案の収受 (STP-24): items 1 and 4 to 8 of the form alone (FRM-18). */
export interface ReceiveCreatedProposal extends Omit<ReceiveProposal, 'do' | 'call' | 'form'> {
  readonly do: 'receiveCreatedProposal';
  /** The created data, by its release in the register. */
  readonly release: string;
  readonly form: Omit<ProposalForm, 'fileName' | 'persons'> & PersonalForm;
}

/** The same by the filer's own account, where the organ takes it: the server's clock says when it came. */
export interface SubmitCreatedProposal
  extends Pick<ReceiveCreatedProposal, 'entry' | 'release' | 'proposers' | 'agent' | 'form' | 'attachments'> {
  readonly do: 'submitCreatedProposal';
}

/** 訂正した提案の送信, by a party's own account within the deadline (STP-09). */
export interface SubmitCorrection extends Pick<ReceiveCorrection, 'form' | 'proposers' | 'agent' | 'attachments'> {
  readonly do: 'submitCorrection';
}

/** 担当課への送付 (STP-06, STP-09): the original goes on, the copy stays. */
export interface ForwardProposal {
  readonly do: 'forwardProposal';
  readonly forwardedOn: string;
  /** Null = the division in charge of the file. */
  readonly to: string | null;
  /** The desk keeps a copy with the receipt stamp (REC-1). */
  readonly copyKept: boolean;
}

/** 連絡の記録: a talk or a letter about the case. */
export interface RecordContact {
  readonly do: 'recordContact';
  readonly on: string;
  readonly way: ContactWay;
  readonly with: ContactWith;
  readonly topic: ContactTopic;
  /** What was said: personal data. */
  readonly text: string;
}

/** 誤記の訂正の申出: what was wrongly typed at the desk; another person confirms it. */
export interface ProposeTypingCorrection {
  readonly do: 'proposeTypingCorrection';
  readonly changes: TypingChanges;
  readonly reason: string;
}

export interface ConfirmTypingCorrection {
  readonly do: 'confirmTypingCorrection';
}

export interface DropTypingCorrection {
  readonly do: 'dropTypingCorrection';
  readonly reason: string;
}

/** The same paper was entered twice: this entry of it ends, the other one goes on. */
export interface JoinDuplicate {
  readonly do: 'joinDuplicate';
  /** The proposal that goes on. */
  readonly into: string;
  readonly reason: string;
}

/** What happens to the papers besides their receipt over the desk. */
export type IntakeCommand =
  | SubmitProposal
  | ReceiveCreatedProposal
  | SubmitCreatedProposal
  | SubmitCorrection
  | ForwardProposal
  | RecordContact
  | ProposeTypingCorrection
  | ConfirmTypingCorrection
  | DropTypingCorrection
  | JoinDuplicate;
