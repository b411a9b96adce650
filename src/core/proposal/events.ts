import type { Event } from '../event.ts';
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
  ContractCancellation,
  CorrectionPoint,
  Finding,
  IdentityCheck,
  PartyId,
  Payment,
  ProposalFee,
  ProposalNotice,
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

export type ProposalEvent =
  | ReviewEvent
  | Event<'contractCancelled', ContractCancellation>
  | Event<
      'proposalReceived',
      FiledPart & {
        readonly ruleDay: string;
        readonly number: { readonly fiscalYear: number; readonly serial: number };
        readonly call: string;
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
  | Event<'identityChecked', IdentityCheck, { readonly documentNumber: string | null }>
  | Event<'attachmentReceived', AttachmentReceipt & { readonly receivedOn: string }>
  | Event<'completenessConfirmed', { readonly confirmedOn: string }>
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
