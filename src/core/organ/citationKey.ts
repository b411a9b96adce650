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
  'newFee', // 手数料（新規の提案）
  'sharedFee', // 手数料（同一の提案の案分）
  'sameFee', // 手数料（作成された情報、ほかの者）
  'holderFee', // 手数料（作成された情報、契約を締結した者）
  'cancellation', // 契約の解除
  'matchingBan', // 識別行為の禁止
  'securityMeasures', // 安全確保の措置
  'confidentiality', // 従事者の義務
  'complaint', // 苦情の処理
  'registerListing', // 募集に関する事項の記載
  'agent', // 代理人による提案
  'correction', // 説明又は訂正の求め
  'referral', // 委員会への付託
  'committeeReport', // 委員会の報告
  'thirdParties', // 第三者の保護に関する手続
  'council', // 審議会の意見
  'contractApplication', // 契約の締結の申込み
  'outsourcedCreation', // 作成の委託
  'outsourcedHandling', // 取扱いの委託
  'outsourcingReport', // 委託の報告
  'handlerNotification', // 取扱従事者の通知
  'delayNotice', // 提供が遅れる旨の通知
  'changeNotice', // 記載事項の変更
  'violationReport', // 違反の報告
  'cancellationReport', // 契約の解除の報告
  'publicationRequest', // 公表の依頼
  'otherData', // ほかの匿名加工情報の公表
] as const;

export type CitationKey = (typeof citationKeys)[number];
