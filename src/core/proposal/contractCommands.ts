import type { CommissionReport } from '../organ/commissionReport.ts';
import type { BusinessChange, HandlerChange, MinorChange } from './contractState.ts';
import type { Handler } from './form.ts';
import type { EffortTask } from './reviewState.ts';
import type { CancellationGround } from './state.ts';

/** 訂正した通知: a formal error of the notified fee (FEE-09). `yen` only where the organ has no formula. */
export interface CorrectNotifiedFee {
  readonly do: 'correctNotifiedFee';
  readonly correctedOn: string;
  readonly documentNumber: string;
  readonly yen: number | null;
  readonly reason: string;
}

/** The difference was given back or collected. */
export interface SettleFeeDifference {
  readonly do: 'settleFeeDifference';
  readonly on: string;
  readonly yen: number;
}

export interface RefundFee {
  readonly do: 'refundFee';
  readonly on: string;
  readonly yen: number;
  readonly reason: string;
}

/** 申込書の写しの保管と原本の送付 (STP-17, REC-2). */
export interface ForwardApplication {
  readonly do: 'forwardApplication';
  readonly forwardedOn: string;
  /** Also the copies of the cancelled stamps, where stamps were paid. */
  readonly copyKept: boolean;
}

/** 取扱従事者の通知 (STP-26, FRM-27). */
export interface ReportHandlers {
  readonly do: 'reportHandlers';
  readonly receivedOn: string;
  readonly handlers: readonly Handler[];
  /** The day on which the other unit was told (1c-02). */
  readonly toldOn: string;
}

/** 取扱従事者の追加、交代、改姓 (DDL-10). */
export interface ReportHandlerChange {
  readonly do: 'reportHandlerChange';
  readonly change: HandlerChange;
  readonly receivedOn: string;
  readonly effectiveOn: string;
  /** `handler:1` …: whose name changed, who leaves or is replaced; null for an addition. */
  readonly handler: string | null;
  /** Who comes, or the new name; null when somebody leaves. */
  readonly person: Handler | null;
  readonly reason: string;
  readonly toldOn: string;
}

export interface JudgeHandlerChange {
  readonly do: 'judgeHandlerChange';
  readonly handler: string;
  readonly proper: boolean;
  readonly reason: string;
}

/** 記載事項変更通知書の受理 (STP-22(1)). */
export interface ReceiveChangeNotice {
  readonly do: 'receiveChangeNotice';
  readonly receivedOn: string;
  readonly changes: readonly {
    readonly item: MinorChange | BusinessChange;
    readonly text: string;
    /** 変更前 as the notice says it; null = as the record has it. */
    readonly before?: string | null;
  }[];
  readonly reason: string;
  readonly copyKept: boolean;
  readonly beforeProvision: boolean;
}

/** 新たな提案が必要である旨の教示 (STP-22(2)). */
export interface AdviseNewProposal {
  readonly do: 'adviseNewProposal';
  readonly on: string;
  readonly items: readonly BusinessChange[];
}

/** 実際に要した工数 (FEE-14, REC-5). */
export interface RecordActualEffort {
  readonly do: 'recordActualEffort';
  readonly tasks: readonly EffortTask[];
  /** 委託料 as it was paid. */
  readonly outsourcingYen?: number | null;
}

/** 違反の認定と総務課への連絡 (PPC-1). */
export interface RecordBreach {
  readonly do: 'recordBreach';
  readonly foundOn: string;
  readonly isMaterial: boolean;
  readonly term: string;
  readonly deskToldOn: string;
  /** Personal data. */
  readonly account: string;
}

export interface ReportToPpc {
  readonly do: 'reportToCommission';
  readonly report: CommissionReport;
  readonly reportedOn: string;
  readonly documentNumber: string;
}

/** 解除の意思の決定. */
export interface IntendCancellation {
  readonly do: 'intendCancellation';
  readonly ground: CancellationGround;
  readonly reason: string;
  readonly on: string;
  readonly consultation: string | null;
}

/** 他の一人の同意 (1c-28). */
export interface AgreeToCancellation {
  readonly do: 'agreeToCancellation';
}

export interface DropCancellation {
  readonly do: 'dropCancellation';
  readonly reason: string;
}

/** 過料 for escaping the fee by deceit (FEE-12): at most what the organ's text allows. */
export interface ImposeFine {
  readonly do: 'imposeFine';
  readonly on: string;
  readonly evadedYen: number;
  readonly yen: number;
  readonly reason: string;
}

/** 所管の変更: follows on its day from a change of the divisions. */
export interface MoveProposal {
  readonly do: 'moveProposal';
  readonly to: string;
  readonly on: string;
}

/** Commands from the notice on, besides those of the contract's own days and sums. */
export type ContractLifeCommand =
  | CorrectNotifiedFee
  | SettleFeeDifference
  | RefundFee
  | ForwardApplication
  | ReportHandlers
  | ReportHandlerChange
  | JudgeHandlerChange
  | ReceiveChangeNotice
  | AdviseNewProposal
  | RecordActualEffort
  | RecordBreach
  | ReportToPpc
  | IntendCancellation
  | AgreeToCancellation
  | DropCancellation
  | ImposeFine
  | MoveProposal;
