import type { ReviewEvent } from '../core/proposal/reviewEvents.ts';

/** What happened in the review. */
export const reviewEventWords: Readonly<Record<ReviewEvent['type'], string>> = {
  groundRecorded: '欠格事由に当たる事実を記録しました',
  groundDismissed: '欠格事由の記録を取り消しました',
  eligibilityReviewed: '欠格事由を確かめました',
};
