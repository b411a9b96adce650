import type { KeptFile } from '../keptFile.ts';
import type { OutgoingAct } from './outgoingActs.ts';

export const approvalWays = [
  'approval', // 決裁
  'delegatedApproval', // 専決
  'substituteApproval', // 代決
] as const;
export type ApprovalWay = (typeof approvalWays)[number];

/** 決裁: by whom as the organ calls the post, when, and in whose absence. */
export interface Approval {
  readonly way: ApprovalWay;
  readonly post: string;
  readonly on: string;
  /** Of a 代決: whose absence, and why. */
  readonly reason: string | null;
  /** Whose office the approver held (代理); absent or null = the approver's own. */
  readonly inPlaceOf?: string | null;
}

/** 起案 of an outgoing act; `approval` null = it is on its way. */
export interface Draft {
  readonly act: OutgoingAct;
  readonly draftedOn: string;
  readonly by: string;
  readonly note: string;
  readonly files: readonly KeptFile[];
  /** Null or absent = none was taken with the draft. */
  readonly documentNumber?: string | null;
  readonly approval: Approval | null;
}

/** 施行 of what was drafted and approved. */
export interface Issue {
  readonly act: OutgoingAct;
  /** 施行日. */
  readonly on: string;
  readonly documentNumber: string | null;
  readonly draftedOn: string;
  readonly approval: Approval;
}

/** The 文書番号 of an act that went out without 起案 here. */
export interface Numbering {
  readonly act: OutgoingAct;
  readonly on: string;
  readonly documentNumber: string;
}

/** What stands of 起案, 決裁 and 施行 in a case. */
export interface Approvable {
  readonly drafts: readonly Draft[];
  readonly issues: readonly Issue[];
}
