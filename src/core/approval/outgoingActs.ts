import type { StreamKind } from '../event.ts';

/** One act of an organ that goes out, or that its head signs. */
interface Outgoing {
  readonly kind: StreamKind;
  /** The command that issues it. */
  readonly command: string;
  /** What the command must say to be this act; absent = the command is it whatever it says. */
  readonly where?: { readonly field: string; readonly is: string };
  /** The command's field for 施行日; absent = the day on which it is given. */
  readonly day?: string;
  /** Whether its command is asked for a 文書番号 that only the paper bears; the record of 施行 keeps it. */
  readonly numbered?: true;
  /** What takes a draft back: the approval was of what it saw. */
  readonly voidedBy?: readonly string[];
}

const judged = ['findingRecorded', 'feeDetermined', 'correctionReceived'] as const;

/**
 * Everything that goes out in the organ's name or that its head decides, with the command that does it: what can be
 * drafted and approved (起案, 決裁) before. Codes of acts are kept in events and never change.
 */
export const outgoingActs = {
  /** 個人情報ファイル簿の公表 (PUB-1) */
  entryPublication: { kind: 'register', command: 'publishEntry', day: 'publishedOn' },
  /** 作成した情報の記載 (PUB-5) */
  createdDataEntry: { kind: 'register', command: 'recordCreatedData' },
  /** 募集の公示 (PUB-2) */
  callPublication: { kind: 'call', command: 'publishCall', day: 'publishedOn' },
  callWithdrawal: { kind: 'call', command: 'withdrawCall' },
  /** 補正の求め (OUT-4) */
  correctionRequest: { kind: 'proposal', command: 'requestCorrection', numbered: true },
  /** 付託 (H 8(1)) */
  committeeReferral: { kind: 'proposal', command: 'referToCommittee', day: 'referredOn', numbered: true },
  /** 第三者への通知 (STP-11) */
  thirdPartyNotice: { kind: 'proposal', command: 'notifyThirdParties', day: 'notifiedOn', numbered: true },
  /** 審査結果の通知 (OUT-1, OUT-2, OUT-3), also on created data */
  conformingNotice: { kind: 'proposal', command: 'issueConformingNotice', day: 'noticeDate', voidedBy: judged },
  nonConformingNotice: { kind: 'proposal', command: 'issueNonConformingNotice', day: 'noticeDate', voidedBy: judged },
  /** FEE-09 */
  feeCorrection: {
    kind: 'proposal',
    command: 'correctNotifiedFee',
    day: 'correctedOn',
    voidedBy: ['notifiedFeeCorrected'],
  },
  deadlineExtension: { kind: 'proposal', command: 'extendDeadlines' },
  /** 契約の締結 (STP-16, REC-3) */
  contractSigning: { kind: 'proposal', command: 'concludeContract', day: 'concludedOn' },
  /** 取扱従事者の変更への回答 (DDL-10) */
  handlerReply: { kind: 'proposal', command: 'judgeHandlerChange' },
  /** 記載事項の変更の受理 (FRM-17) and 新たな提案を要する旨の教示 (STP-22) */
  changeAcceptance: { kind: 'proposal', command: 'receiveChangeNotice' },
  newProposalAdvice: { kind: 'proposal', command: 'adviseNewProposal', day: 'on' },
  /** 個人情報保護委員会への報告 (PPC-1..3) */
  violationReport: {
    kind: 'proposal',
    command: 'reportToCommission',
    where: { field: 'report', is: 'violation' },
    day: 'reportedOn',
  },
  cancellationIntentReport: {
    kind: 'proposal',
    command: 'reportToCommission',
    where: { field: 'report', is: 'cancellationIntent' },
    day: 'reportedOn',
  },
  cancelledReport: {
    kind: 'proposal',
    command: 'reportToCommission',
    where: { field: 'report', is: 'cancelled' },
    day: 'reportedOn',
  },
  /** 契約の解除 (CAN-1..4) */
  cancellation: {
    kind: 'proposal',
    command: 'cancelContract',
    day: 'cancelledOn',
    numbered: true,
    voidedBy: ['cancellationDropped'],
  },
  /** FEE-10, FEE-12 */
  feeRefund: { kind: 'proposal', command: 'refundFee', day: 'on' },
  fine: { kind: 'proposal', command: 'imposeFine', day: 'on' },
  /** 委託契約 and what the contractor is told (SEC-7, REC-7) */
  outsourcing: { kind: 'release', command: 'recordContractor', day: 'concludedOn', numbered: true },
  /** FRM-25 */
  creationInquiry: { kind: 'release', command: 'recordInquiry', day: 'on', numbered: true },
  delayNotice: { kind: 'release', command: 'announceDelay', day: 'announcedOn' },
  /** 提供 (STP-20) */
  provision: { kind: 'release', command: 'recordProvision', day: 'providedOn', numbered: true },
  /** 公表の依頼 (PUB-4) */
  publicationRequest: { kind: 'release', command: 'requestPublication', day: 'requestedOn', numbered: true },
  /** 苦情への回答, あっせん (STP-25) */
  complaintAnswer: { kind: 'complaint', command: 'settleComplaint', day: 'on' },
  complaintReferral: { kind: 'complaint', command: 'referComplaint', day: 'on' },
  /** 漏えい等の報告 and 本人への通知 (法68条) */
  preliminaryLeakReport: {
    kind: 'leak',
    command: 'reportLeak',
    where: { field: 'report', is: 'preliminary' },
    day: 'reportedOn',
  },
  finalLeakReport: {
    kind: 'leak',
    command: 'reportLeak',
    where: { field: 'report', is: 'final' },
    day: 'reportedOn',
  },
  leakNotice: { kind: 'leak', command: 'tellPrincipals', day: 'toldOn' },
  /** 公表 and 明示 of other 匿名加工情報 (FRM-26) */
  otherPublication: { kind: 'otherProvision', command: 'announceOtherProvision', day: 'announcedOn' },
  otherStatement: { kind: 'otherProvision', command: 'handOverOther', day: 'handedOverOn', numbered: true },
  /** 審議会への諮問, 基準の決定 (STP-27) */
  councilConsultation: { kind: 'office', command: 'consultCouncil', day: 'consultedOn' },
  standards: { kind: 'office', command: 'setStandards', day: 'setOn' },
} as const satisfies Record<string, Outgoing>;

export type OutgoingAct = keyof typeof outgoingActs;
export const outgoingActIds = Object.keys(outgoingActs) as [OutgoingAct, ...OutgoingAct[]];

/** An act as the table has it. */
export const outgoing = (act: OutgoingAct): Outgoing => outgoingActs[act];

/** The acts of a kind of case, in the order of the procedure. */
export const actsOf = (kind: StreamKind): readonly OutgoingAct[] =>
  outgoingActIds.filter((act) => outgoing(act).kind === kind);

/** The act that a command is, by what it says; null = nothing goes out with it. */
export function actOf(kind: StreamKind, command: { readonly do: string }): OutgoingAct | null {
  const said = command as Readonly<Record<string, unknown>>;
  const found = actsOf(kind).find((act) => {
    const { command: name, where } = outgoing(act);
    return name === command.do && (where === undefined || said[where.field] === where.is);
  });
  return found ?? null;
}
