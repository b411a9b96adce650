import type { Citation } from './ruleSet.ts';

/** What an entry of the 個人情報ファイル簿 carries (FRM-01..03). */
export const registerFieldIds = [
  'entryDate', // 作成・修正年月日
  'organName',
  'fileName',
  'responsibleOrganization', // 事務をつかさどる組織
  'purpose',
  'recordItems', // 記録項目
  'recordScope', // 記録範囲
  'collectionMethod',
  'sensitiveInformation', // 要配慮個人情報
  'ordinanceSensitiveInformation', // 条例要配慮個人情報
  'regularRecipients', // 経常的提供先
  'disclosureDesk', // 開示等請求を受理する組織
  'specialProcedure', // 訂正・利用停止の特別の手続
  'fileKind', // 電算処理 / マニュアル処理
  'manualCopy', // a manual copy exists beside the electronic file
  'solicited', // 提案の募集をする個人情報ファイルである旨
  'thirdPartyProcedure', // 第三者保護手続が執られる旨
  'proposalDesk', // 提案を受ける組織
  'createdPersons', // 作成された情報の本人の数
  'createdItems', // 作成された情報の項目
  'createdProposalDesk',
  'createdProposalPeriod',
  'remarks',
] as const;

export type RegisterFieldId = (typeof registerFieldIds)[number];

/** A field of the organ's register form, in its order, with its printed label. */
export interface RegisterField extends Citation {
  readonly id: RegisterFieldId;
  readonly label: string;
}
