import type { ReviewEvent } from '../core/proposal/reviewEvents.ts';

/** What happened in the review. */
export const reviewEventWords: Readonly<Record<ReviewEvent['type'], string>> = {
  groundRecorded: '欠格事由に当たる事実を記録しました',
  groundDismissed: '欠格事由の記録を取り消しました',
  eligibilityReviewed: '欠格事由を確かめました',
  consultationRecorded: '総務課との協議を記録しました',
  referredToCommittee: '審査を委員会に付託しました',
  committeeReportFiled: '審査の結果を総長に報告しました',
  thirdPartiesNotified: '第三者に通知しました',
  writtenOpinionRecorded: '第三者の意見書を受理しました',
  thirdPartyProcedureConcluded: '第三者の保護に関する手続を終えました',
  mergeOffered: '提案の一本化・共通化を申し出ました',
  mergeConsentRecorded: '一本化・共通化への同意の有無を記録しました',
  mergeConcluded: '提案を一本化・共通化しました',
  effortEstimated: '工数を積算しました',
  outsourcingQuoteRecorded: '委託料の見積りを記録しました',
  outsourcingContractRecorded: '委託契約を記録しました',
};
