import type { Citation } from './ruleSet.ts';

/** Matters whose rule is text that an official enters, because no other part of the rule set has a place for it. */
export const ruleMatterIds = [
  'proposalItems', // 提案書に記載するその他の事項
  'attachments', // 提案書に添付するその他の書類
  'noticeItems', // 審査結果の通知に記載する事項
  'disclosureReading', // 第三者の保護に関する手続における読替え
  'contractProcedure', // 利用に関する契約の締結の方法
  'registerItems', // 個人情報ファイル簿の記載事項
  'registerMinPersons', // 個人情報ファイル簿に記載する本人の数の下限
  'createdDataItems', // 作成した情報について記載する事項
  'matchingExclusion', // 照合の対象から除く情報
  'systematicFiles', // 電算処理によらない個人情報ファイルの範囲
  'definitions', // 用語の意義
  'headsRules', // 機関の長が別に定める事項
] as const;
export type RuleMatterId = (typeof ruleMatterIds)[number];

/** A provision by which the organ's text leaves something to a rule that is not in it (STP-29). */
export interface RuleMatter extends Citation {
  /** Path of the value that the rule gives: `review.minPersons`, `ruleContents.proposalItems`. */
  readonly setting: string;
  /** Whether a call can't open before it is set (1c-21). */
  readonly beforeCall: boolean;
}
