/** What a printed citation in a notice, contract or page stands for. */
export const citationKeys = [
  'solicitation', // 提案の募集
  'proposal', // 提案
  'disqualification', // 欠格事由
  'review', // 提案の審査
  'conformingNotice', // 適合の通知
  'nonConformingNotice', // 不適合の通知
  'contract', // 利用に関する契約
  'creation', // 作成
  'processingStandard', // 加工基準
  'registerEntry', // 作成後の記載
  'createdProposal', // 作成された情報の提案
  'fee', // 手数料
  'cancellation', // 契約の解除
  'matchingBan', // 識別行為の禁止
  'securityMeasures', // 安全確保の措置
  'confidentiality', // 従事者の義務
  'complaint', // 苦情の処理
] as const;

export type CitationKey = (typeof citationKeys)[number];
