import type { ContractLifeEvent } from '../core/proposal/contractEvents.ts';

/** What happened from the notice on. */
export const contractEventWords: Readonly<Record<ContractLifeEvent['type'], string>> = {
  notifiedFeeCorrected: '通知した手数料の額を訂正しました',
  feeDifferenceSettled: '手数料の差額を整理しました',
  feeRefunded: '手数料の返還を決めました',
  applicationForwarded: '申込書の原本を担当課へ送付しました',
  handlersReported: '取扱従事者の通知を受けました',
  handlerChangeReported: '取扱従事者の変更の通知を受けました',
  handlerChangeJudged: '取扱従事者の変更の理由を確認しました',
  changeNoticeReceived: '記載事項変更通知書を受け付けました',
  newProposalAdvised: '新たな提案が必要であることを伝えました',
  actualEffortRecorded: '実際に要した工数を記録しました',
  breachRecorded: '違反を認定し、総務課に連絡しました',
  reportedToCommission: '個人情報保護委員会に報告しました',
  cancellationIntended: '契約を解除する意思を決めました',
  cancellationAgreed: '契約の解除に同意しました',
  proposalMoved: '所管を移しました',
  fineImposed: '過料を科しました',
  cancellationDropped: '解除の意思を取りやめました',
};
