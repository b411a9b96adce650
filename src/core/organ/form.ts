import type { Citation } from './ruleSet.ts';

/** The documents that have a number or a name of their own in some organ (1b-3). */
export const formIds = [
  'callGuideline', // 募集要綱
  'proposal', // 提案書
  'powerOfAttorney', // 委任状
  'pledge', // 誓約書
  'usefulness', // 有用性を明らかにする書面
  'conformingNotice', // 審査結果通知書 (適合)
  'contractApplication', // 契約締結申込書
  'contract', // 契約書
  'nonConformingNotice', // 審査結果通知書 (不適合)
  'changeNotice', // 記載事項変更通知書
  'createdProposal', // 作成された情報の提案書
  'createdConformingNotice',
  'createdNonConformingNotice',
  'createdContract',
] as const;

export type FormId = (typeof formIds)[number];

/** How a document is numbered and named; null = no source gives a number or a name. */
export type Form =
  | (Citation & {
      readonly name: string | null;
      /** The organ's own number (`第２号様式`). */
      readonly number: string | null;
      /** The form of the commission's rules (`別記様式第7`). */
      readonly nationalNumber: string | null;
    })
  | null;
