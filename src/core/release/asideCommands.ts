import type { NumberedAct } from '../approval/commands.ts';
import type { ContractorDuty } from './state.ts';

/** 守秘義務の周知 (SEC-6): who was told, by account. */
export interface BriefStaff {
  readonly do: 'briefStaff';
  readonly people: readonly string[];
  readonly on: string;
}

/** 委託・再委託の記録 (ACT-10, FRM-23). */
export interface RecordContractor extends NumberedAct {
  readonly do: 'recordContractor';
  /** Name: personal data. */
  readonly contractor: string;
  /** `contractor:1` …: who outsources further; null = the organ itself. */
  readonly engagedBy: string | null;
  readonly concludedOn: string;
  readonly conditionPrecedent: boolean;
  readonly duties: readonly ContractorDuty[];
  readonly toldOn: string;
  /** A 個人情報取扱事業者 or 匿名加工情報取扱事業者. */
  readonly isHandlingBusiness: boolean;
  readonly reportedToDeskOn: string | null;
}

/** 契約の相手方への照会 (STP-18). */
export interface RecordInquiry extends NumberedAct {
  readonly do: 'recordInquiry';
  readonly on: string;
  readonly question: string;
  readonly answer: string | null;
}

/** 提供の遅れの通知 (FRM-25, EXC-5). */
export interface AnnounceDelay {
  readonly do: 'announceDelay';
  readonly announcedOn: string;
  readonly expectedOn: string;
  readonly reason: string;
  readonly documentNumber: string;
}

/** 作成した情報の公表の依頼 (PUB-4). */
export interface RequestPublication extends NumberedAct {
  readonly do: 'requestPublication';
  readonly requestedOn: string;
}

export interface ConfirmPublication {
  readonly do: 'confirmPublication';
  readonly confirmedOn: string;
  readonly address: string | null;
}

/** 所管の変更: follows on its day from a change of the divisions. */
export interface MoveRelease {
  readonly do: 'moveRelease';
  readonly to: string;
  readonly on: string;
}

/** What goes on beside the creation. */
export type ReleaseAsideCommand =
  | BriefStaff
  | RecordContractor
  | RecordInquiry
  | AnnounceDelay
  | RequestPublication
  | ConfirmPublication
  | MoveRelease;
