import type { CommissionReport } from '../organ/commissionReport.ts';
import type { EffortTask } from './reviewState.ts';
import type { CancellationGround, PartyId } from './state.ts';

/** A formal error of the notified fee, set right (FEE-09). Amounts in yen. */
export interface FeeCorrection {
  readonly correctedOn: string;
  readonly documentNumber: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** What is still to be given back or collected after a correction. */
export interface FeeDifference {
  readonly direction: 'return' | 'collect';
  readonly yen: number;
}

/** 返還 after a cancellation that the counterparty did not cause (FEE-10). */
export interface FeeRefund {
  readonly on: string;
  readonly yen: number;
  readonly reason: string;
}

export const handlerChanges = ['added', 'replaced', 'renamed', 'left'] as const;
export type HandlerChange = (typeof handlerChanges)[number];

/** 取扱従事者 as the organ knows them; names stand in the events' personal records. */
export interface AuthorizedHandler {
  /** `handler:1`, `handler:2` … in the order in which they were told. */
  readonly handler: string;
  /** `pending` until the reason of an addition or replacement was found proper (DDL-10). */
  readonly stage: 'active' | 'pending' | 'rejected' | 'left';
  /** From when the person handles the data. */
  readonly from: string;
  /** The handler whose place is taken. */
  readonly replaces: string | null;
}

export const minorChanges = ['name', 'address', 'representative', 'section', 'contact', 'other'] as const;
export type MinorChange = (typeof minorChanges)[number];
export const businessChanges = ['period', 'purpose', 'method', 'business'] as const;
export type BusinessChange = (typeof businessChanges)[number];

/** 記載事項変更通知書 (FRM-17), as it came in. */
export interface ChangeNotice {
  readonly receivedOn: string;
  readonly items: readonly MinorChange[];
  readonly reason: string;
  /** It came between the contract and the provision (1c-37). */
  readonly beforeProvision: boolean;
}

/** The counterparty was told that its change of business needs a proposal of its own (STP-22(2)). */
export interface NewProposalAdvice {
  readonly on: string;
  readonly items: readonly BusinessChange[];
}

/** 法違反その他の契約違反 (PPC-1). What exactly was done stands in the event's personal record. */
export interface Breach {
  readonly foundOn: string;
  readonly isMaterial: boolean;
  readonly term: string;
  /** The day on which the division told the desk. */
  readonly deskToldOn: string;
}

/** 個人情報保護委員会への報告. */
export interface ReportToCommission {
  readonly report: CommissionReport;
  readonly reportedOn: string;
  readonly documentNumber: string;
}

/** 解除の意思: the first of two (1c-28). */
export interface CancellationIntent {
  readonly ground: CancellationGround;
  readonly reason: string;
  readonly on: string;
  readonly by: string;
  /** What the committee answered, where it was consulted (H 15). */
  readonly consultation: string | null;
  readonly agreed: { readonly on: string; readonly by: string } | null;
}

/** What happens to a proposal from its notice on, besides the days and sums of the contract itself. */
export interface ContractLife {
  readonly feeCorrections: readonly FeeCorrection[];
  /** Null = nothing is outstanding. */
  readonly feeDifference: FeeDifference | null;
  readonly refund: FeeRefund | null;
  readonly applicationForwardedOn: string | null;
  readonly handlers: readonly AuthorizedHandler[];
  readonly changeNotices: readonly ChangeNotice[];
  readonly advices: readonly NewProposalAdvice[];
  readonly actualEffort: readonly EffortTask[] | null;
  /** What the contractor was paid; null = nothing was outsourced, or it was not recorded. */
  readonly actualOutsourcingYen: number | null;
  readonly breaches: readonly Breach[];
  readonly reports: readonly ReportToCommission[];
  readonly intent: CancellationIntent | null;
  readonly fine: { readonly on: string; readonly yen: number } | null;
}

export const untouched: ContractLife = {
  feeCorrections: [],
  feeDifference: null,
  refund: null,
  applicationForwardedOn: null,
  handlers: [],
  changeNotices: [],
  advices: [],
  actualEffort: null,
  actualOutsourcingYen: null,
  breaches: [],
  reports: [],
  intent: null,
  fine: null,
};

/** A contract on created data that bears a proposer's name (FEE-07); `certain` = the address or birth date is the same. */
export interface Holding {
  readonly proposal: string;
  readonly party: PartyId;
  /** It is the new proposal for which the data was made. */
  readonly isFirst: boolean;
  readonly certain: boolean;
}
