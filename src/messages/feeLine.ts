import type { FeeLineId } from '../core/proposal/fee.ts';

/** Labels of the lines of a fee. */
export const feeLineText = {
  base: '基本額',
  effort: '作成に要する時間に応じた額',
  outsourcing: '作成の委託を受けた者に支払う額',
  cumulativePersons: '本人の延べ数に応じた額（作成を委託する場合）',
  sharedCreation: '作成に要する費用の案分額',
  thirdParties: '意見を聴く第三者の数に応じた額',
  sameAsFirst: '最初に契約を締結した者の手数料と同一の額',
  holder: '既に契約を締結した者の定額',
} as const satisfies Record<FeeLineId, string>;
