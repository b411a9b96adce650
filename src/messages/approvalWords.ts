import type { ApprovalCommand } from '../core/approval/commands.ts';
import type { ApprovalEvent } from '../core/approval/events.ts';
import type { OutgoingAct } from '../core/approval/outgoingActs.ts';
import type { ApprovalRefusal } from '../core/approval/refusals.ts';
import type { ApprovalWay } from '../core/approval/state.ts';
import type { Facts } from '../core/decision.ts';
import { formatEra } from '../japan/formatEra.ts';
import type { CommandWords } from './commandWords.ts';
import type { FieldWords } from './fieldWords.ts';

/** Words of 起案, 決裁 and 施行 in every kind of case. */
export const approvalCommandWords: Readonly<Record<ApprovalCommand['do'], CommandWords>> = {
  draftAct: {
    title: '起案する',
    lead: '通知、公表、契約、報告などを起案します。起案すると、決裁があるまで施行できません。決裁の後に審査の判断や手数料が変わると、通知は起案し直します。',
    submit: '起案する',
    done: '起案しました',
  },
  approveDraft: {
    title: '決裁する',
    lead: '起案した人とは別の人が、決裁・専決・代決の別と職名を記録して認めます。',
    submit: '決裁する',
    done: '決裁しました',
  },
  returnDraft: {
    title: '起案を差し戻す',
    lead: '起案を理由を付けて戻します。',
    submit: '差し戻す',
    done: '起案を差し戻しました',
  },
  recordApproval: {
    title: '紙などで行った決裁を記録する',
    lead: 'このシステムの外で起案・決裁したものを、その日と職名とともに記録します。',
    submit: '決裁を記録する',
    done: '決裁を記録しました',
  },
};

const absence: FieldWords = { isLong: true, hint: '代決のときに、誰の不在によるかを書きます。' };
/** Of a paper that may deliberately bear no number. */
export const paperNumberWords: FieldWords = {
  hint: '例：法制発第1号。書面に印刷します。空欄にすると、起案のときの番号を印刷し、それもなければ番号のない書面になります。',
};
const documentNumber: FieldWords = {
  hint: '起案のときに番号を付ける機関だけが書きます。施行のときに書いた番号があれば、そちらを記録します。',
};

export const approvalFieldWords: Readonly<Record<ApprovalCommand['do'], Readonly<Record<string, FieldWords>>>> = {
  draftAct: { note: { isLong: true }, files: { row: '書類' }, documentNumber },
  approveDraft: { post: { hint: '例：課長' }, reason: absence },
  returnDraft: { reason: { isLong: true, isNeeded: true } },
  recordApproval: { note: { isLong: true }, post: { hint: '例：課長' }, reason: absence, documentNumber },
};

export const wayWords: Readonly<Record<ApprovalWay, string>> = {
  approval: '決裁',
  delegatedApproval: '専決',
  substituteApproval: '代決',
};

/** What goes out, as an official calls it. */
export const actWords: Readonly<Record<OutgoingAct, string>> = {
  entryPublication: '個人情報ファイル簿への記載の公表',
  createdDataEntry: '作成した情報の記載',
  callPublication: '提案の募集の公示・公表',
  callWithdrawal: '提案の募集の取りやめ',
  correctionRequest: '補正の求め',
  committeeReferral: '委員会への付託',
  thirdPartyNotice: '第三者への通知',
  conformingNotice: '審査結果の通知（適合）',
  nonConformingNotice: '審査結果の通知（不適合）',
  feeCorrection: '手数料の額の訂正の通知',
  deadlineExtension: '申込みと納付の期限の延長',
  contractSigning: '契約の締結',
  handlerReply: '取扱従事者の変更の適否の回答',
  changeAcceptance: '記載事項変更通知書の受理',
  newProposalAdvice: '新たな提案を要する旨の通知',
  violationReport: '個人情報保護委員会への報告（違反）',
  cancellationIntentReport: '個人情報保護委員会への報告（解除の意思）',
  cancelledReport: '個人情報保護委員会への報告（解除）',
  cancellation: '契約の解除',
  feeRefund: '手数料の返還',
  fine: '過料の処分',
  outsourcing: '作成の委託',
  creationInquiry: '契約の相手方への照会',
  delayNotice: '提供が遅れる見込みの通知',
  provision: '情報の提供',
  publicationRequest: '作成した情報の公表の依頼',
  complaintAnswer: '苦情への回答',
  complaintReferral: '苦情のあっせん',
  preliminaryLeakReport: '漏えい等の報告（速報）',
  finalLeakReport: '漏えい等の報告（確報）',
  leakNotice: '漏えい等の本人への通知',
  otherPublication: '匿名加工情報の提供の公表',
  otherStatement: '匿名加工情報である旨の明示と提供',
  councilConsultation: '審議会への諮問',
  standards: '基準の決定',
};

export const approvalOptionWords: Readonly<Record<string, string>> = { ...wayWords, ...actWords };

export const approvalEventWords: Readonly<Record<ApprovalEvent['type'], string>> = {
  actDrafted: '起案しました',
  draftApproved: '決裁しました',
  draftReturned: '起案を差し戻しました',
  approvalRecorded: '紙などで行った決裁を記録しました',
  actIssued: '施行しました',
  actNumbered: '施行した書面に文書番号を付けました',
};

type Fact = Facts[string] | undefined;
const day = (value: Fact): string => {
  const text = String(value ?? '');
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatEra(text) : text;
};
const act = (value: Fact): string => actWords[value as OutgoingAct] ?? String(value ?? '');

export const approvalRefusals: Readonly<Record<ApprovalRefusal, (facts: Facts) => string>> = {
  actOfOtherCase: (facts) =>
    `「${act(facts.act)}」は、この案件から施行するものではありません。施行するものを選び直してください。`,
  alreadyDrafted: (facts) =>
    `「${act(facts.act)}」は ${day(facts.draftedOn)} に起案され、決裁を待っています。決裁するか差し戻してください。`,
  draftMissing: (facts) => `決裁を待っている「${act(facts.act)}」の起案がありません。`,
  approverIsDrafter: () => '起案した人は決裁できません。別の人が決裁してください。',
  absenceMissing: () => '代決です。誰の不在によるものかを書いてください。',
  approvalMissing: (facts) =>
    `「${act(facts.act)}」は、決裁を経なければ施行できません。先に起案して決裁を受けるか、紙などで行った決裁を記録してください。`,
  notApproved: (facts) => `「${act(facts.act)}」の起案にまだ決裁がありません。決裁の後に行ってください。`,
  issuedBeforeApproval: ({ on, approvedOn }) =>
    `施行の日 ${day(on)} が決裁の日 ${day(approvedOn)} より前です。日を確かめてください。`,
  approvalBeforeDraft: ({ on, draftedOn }) =>
    `決裁の日 ${day(on)} が起案の日 ${day(draftedOn)} より前です。日を確かめてください。`,
};

/** What the page of a case says of them. */
export const approvalWords = {
  heading: '起案・決裁・施行',
  drafted: (on: string, by: string) => `起案 ${on}　${by}`,
  waiting: '決裁を待っています',
  approved: (way: ApprovalWay, post: string, on: string) => `${wayWords[way]} ${on}　${post}`,
  issued: (on: string) => `施行 ${on}`,
  toIssue: '施行できます',
  absence: (reason: string) => `代決の事情：${reason}`,
} as const;
