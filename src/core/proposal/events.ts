import type { Event } from '../event.ts';
import type { ContractLifeEvent } from './contractEvents.ts';
import type {
  AttachmentReceipt,
  Channel,
  CorrectableId,
  FormFieldId,
  Handler,
  Party,
  PartyDetails,
  ProposalForm,
} from './form.ts';
import type { ReviewEvent } from './reviewEvents.ts';
import type {
  Contact,
  ContractCancellation,
  CorrectionPoint,
  Finding,
  Forwarding,
  IdentityCheck,
  PartyId,
  Payment,
  ProposalFee,
  ProposalNotice,
  TypingCorrection,
  UseContract,
} from './state.ts';

/** People and places of a proposal; never part of the state. */
export interface ProposalPersonal {
  readonly proposers: readonly PartyDetails[];
  readonly agent: PartyDetails | null;
  readonly handlers: readonly Handler[];
  readonly placeOfUse: string | null;
  readonly placeOfStorage: string | null;
}

/** What a filing or a correction says, as the state keeps it. */
export interface FiledPart {
  readonly proposers: readonly Party[];
  readonly agent: Party | null;
  readonly minors: readonly number[];
  readonly form: ProposalForm;
  readonly filled: readonly FormFieldId[];
  readonly identified: readonly PartyId[];
  readonly copies: number;
  readonly attachments: readonly AttachmentReceipt[];
}

/** What a confirmed correction of a typing error leaves in the state. */
export interface CorrectedPart {
  readonly receivedOn: string;
  readonly receivedTime: string | null;
  readonly dispatchedOn: string | null;
  readonly copies: number;
  readonly form: ProposalForm;
  readonly filled: readonly FormFieldId[];
  readonly minors: readonly number[];
  readonly guidelineVersion: string | null;
  readonly noticeDate: string | null;
  readonly applicationDeadline: string | null;
  readonly feeDeadline: string | null;
  readonly ruleDeadline: string | null;
}

export type ProposalEvent =
  | ReviewEvent
  | ContractLifeEvent
  | Event<'contractCancelled', ContractCancellation>
  | Event<'mergeJoined', { readonly into: string; readonly on: string }>
  | Event<
      'proposalReceived',
      FiledPart & {
        readonly ruleDay: string;
        readonly number: { readonly fiscalYear: number; readonly serial: number };
        readonly call: string | null;
        readonly created: { readonly release: string; readonly name: string } | null;
        readonly entry: string;
        readonly responsibleOrganization: string;
        readonly guidelineVersion: string | null;
        readonly channel: Channel;
        readonly receivedOn: string;
        readonly receivedTime: string | null;
        readonly dispatchedOn: string | null;
        readonly enteredOn: string;
        readonly warnings: readonly string[];
      },
      ProposalPersonal
    >
  | Event<'proposalForwarded', Forwarding>
  | Event<'contactRecorded', Contact, { readonly text: string }>
  | Event<'typingCorrectionProposed', TypingCorrection>
  | Event<'typingCorrected', TypingCorrection & { readonly confirmedBy: string; readonly result: CorrectedPart }>
  | Event<'typingCorrectionDropped', { readonly reason: string; readonly by: string }>
  | Event<'duplicateJoined', { readonly into: string; readonly reason: string; readonly on: string }>
  | Event<'identityChecked', IdentityCheck, { readonly documentNumber: string | null }>
  | Event<'attachmentReceived', AttachmentReceipt & { readonly receivedOn: string }>
  | Event<
      'completenessConfirmed',
      /** `warnings` name what the desk found and the division has to look at: the number of persons (CHK-DOC). */
      { readonly confirmedOn: string; readonly warnings: readonly string[] }
    >
  | Event<
      'correctionRequested',
      { readonly points: readonly CorrectionPoint[]; readonly requestedOn: string; readonly deadline: string }
    >
  | Event<
      'correctionReceived',
      FiledPart & {
        readonly receivedOn: string;
        readonly changed: readonly CorrectableId[];
        readonly warnings: readonly string[];
      },
      Partial<ProposalPersonal>
    >
  | Event<'findingRecorded', Finding>
  | Event<'feeDetermined', ProposalFee>
  | Event<'conformingNoticeIssued', ProposalNotice>
  | Event<'nonConformingNoticeIssued', ProposalNotice>
  | Event<
      'deadlinesExtended',
      { readonly applicationDeadline: string; readonly feeDeadline: string; readonly reason: string }
    >
  | Event<'contractApplicationReceived', { readonly receivedOn: string; readonly copies: number }>
  | Event<'paymentConfirmed', Payment>
  | Event<'contractConcluded', UseContract & { readonly copyReturnedOn: string }>
  | Event<'proposalLapsed', { readonly on: string; readonly reason: string }>
  | Event<'proposalWithdrawn', { readonly on: string; readonly reason: string }>;
