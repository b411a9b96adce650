import type { ProposalCommand } from '../core/proposal/commands.ts';
import type { ReleaseCommand } from '../core/release/commands.ts';

/** What each command of a case is for, as one would say what is left to do. */
export const commandWords: Readonly<Record<(ProposalCommand | ReleaseCommand)['do'], string>> = {
  receiveProposal: '提案書を受け付ける',
  checkIdentity: '本人確認をする',
  receiveAttachment: '足りない添付書類を受け付ける',
  confirmCompleteness: '書類がそろっていることを確かめ、審査に進める',
  requestCorrection: '補正を求める',
  receiveCorrection: '補正された書類を受け付ける',
  recordFinding: '審査の基準ごとに所見を記録する',
  determineFee: '手数料の額を定める',
  issueConformingNotice: '適合の通知をする',
  issueNonConformingNotice: '不適合の通知をする',
  extendDeadlines: '期限を延ばす',
  receiveContractApplication: '契約締結の申込みを受け付ける',
  confirmPayment: '手数料の納付を確かめる',
  concludeContract: '利用の契約を結ぶ',
  lapseProposal: '期限までに手続がないものとして失効させる',
  withdrawProposal: '提案の取下げを受け付ける',
  planRelease: '作成の準備を始める',
  handInSource: '加工する元の情報を引き渡す',
  setRecipe: '加工の方法を定める',
  startCreation: '作成を始める',
  recordCreation: '作成の結果を記録する',
  recordCreationFailure: '作成できなかったことを記録する',
  signVerification: '作成した情報を検査し、署名する',
  rejectCreation: '作り直しを求める',
  packRelease: '提供するための包みを作成する',
  recordProvision: '情報を提供し、記録する',
};
